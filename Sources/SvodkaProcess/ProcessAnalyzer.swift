public import SvodkaKit

/// What a plugin writes on standard error, and what is to be told of it, one line at a time, with the plugin's name.
public typealias ProcessLog = @Sendable (_ plugin: String, _ line: String) -> Void

/// An analyzer written in any language, run as a process that speaks JSON Lines over standard input and output.
///
/// The processes end when the last copy of the analyzer is gone.
public struct ProcessAnalyzer: Sendable {
  /// The name, version and licence that the plugin gives itself.
  public let identity: Identity
  /// The layers and languages that the plugin asks for.
  public let requirements: Requirements

  private let running: Running
  private let layers: [String]

  /// Lets the processes end with the last analyzer that uses them.
  private final class Running: Sendable {
    let supervisor: PluginSupervisor
    init(_ supervisor: PluginSupervisor) { self.supervisor = supervisor }
    deinit { supervisor.close() }
  }

  /// Starts a plugin and waits until it is ready.
  ///
  /// It runs in `folder`, or in the current one where that is empty. `handedOn` are settings that the plugin itself understands,
  /// sent with `hello`, which names the program as `host`.
  ///
  /// - Throws: `X102` when it does not start, is not ready in time or does not fit; `X107` when it is to be confined and cannot be.
  public init(
    _ settings: ProcessSettings, folder: String = "", handedOn: JSONValue? = nil, host: String = "svodka",
    log: @escaping ProcessLog = { _, _ in }
  ) throws(AnalysisError) {
    let supervisor = PluginSupervisor(
      settings, command: try PluginCommand(settings, folder: folder), host: host, handedOn: handedOn, log: log)
    running = Running(supervisor)
    let ready = try supervisor.begin()
    identity = Identity(name: settings.name ?? ready.name, version: ready.version, licence: ready.licence)
    requirements = ready.requirements
    layers = ready.requires + ready.optional
  }

  /// The name of the step in pipelines.
  public static let stepName = "process"

  /// The step `process`. Plugins are told that they work for `host`; what they write on standard error goes to `log`.
  public static func descriptor(host: String, log: @escaping ProcessLog) -> StepDescriptor {
    StepDescriptor(
      analyzer: Identity(name: stepName, version: "\(PluginReady.version)"),
      summary: "an analyzer in any language, run as a process: findings under the name that it gives itself"
    ) { (making) throws(AnalysisError) in
      let (settings, handedOn) = try ProcessSettings.read(making.configuration)
      let path = making.configuration.location?.path ?? ""
      let folder = path.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
      return try ProcessAnalyzer(
        settings, folder: path.hasPrefix("/") && folder.isEmpty ? "/" : folder, handedOn: handedOn, host: host, log: log
      )
    }
  }
}

extension ProcessAnalyzer: Analyzer {
  /// The values of the fields of findings, counted.
  public typealias Summary = PlainSummary

  /// Gives the document to a process and waits for its findings.
  public func analyze(_ document: DocumentView) async throws(AnalysisError) -> [JSONValue] {
    let offsets = ScalarOffsets(document.text)
    let line = try PluginMessage.document(document, layers: layers, offsets: offsets)
    let findings = try await running.supervisor.answer(to: line, id: document.id).get()
    do throws(FindingCheck.Failure) {
      return try FindingCheck(text: document.text, offsets: offsets, name: identity.name).checked(findings)
    } catch {
      throw AnalysisError(
        .pluginProtocol, "the plugin '\(identity.name)' gave findings that cannot be taken: \(error.reason)",
        document: document.id, step: identity.name)
    }
  }

  /// The fields of a finding, and the sentence around it.
  public func presentation(of finding: JSONValue, in document: DocumentView) -> Presentation {
    let plain = PlainFinding(
      finding, in: document, offsets: ScalarOffsets(document.text), analyzer: identity.name)
    let facts = plain.facts.map { $0.field.isEmpty ? $0.value : "\($0.field) \($0.value)" }
    return Presentation(line: facts.joined(separator: ", "), evidence: plain.sentence.map { [$0] } ?? [])
  }
}
