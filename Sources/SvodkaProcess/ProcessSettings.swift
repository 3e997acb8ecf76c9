public import SvodkaKit

/// The settings of the step `process`: an analyzer that runs as a process of its own.
public struct ProcessSettings: StepConfiguration, Hashable {
  /// The program and its arguments, started in the folder of the pipeline file. No shell reads them.
  public var command: [String] = []
  /// How many processes run side by side.
  public var processes = 1
  /// The name under which findings are written; nil for the one that the plugin gives itself.
  public var name: String?
  /// How long a process may take until it is ready, in seconds.
  public var startSeconds: Double = 60
  /// How long it may take over a document, in seconds.
  public var documentSeconds: Double = 60
  /// The longest line that it may write, in megabytes.
  public var lineMegabytes: Double = 16
  /// The memory that a process and its children may hold, in megabytes; 0 for no limit.
  public var memoryMegabytes = 4096
  /// How many times processes of the plugin may break down before no more documents are given to it.
  public var crashes = 3
  /// Whether the plugin is confined by bubblewrap: no network, files for reading only.
  public var confine = false
  /// Names of environment variables that the plugin sees beside those of ``ProcessEnvironment/allowed``.
  public var environment: [String] = []

  private enum CodingKeys: String, CodingKey {
    case command, processes, name
    case startSeconds = "start_seconds"
    case documentSeconds = "document_seconds"
    case lineMegabytes = "line_megabytes"
    case memoryMegabytes = "memory_megabytes"
    case crashes, confine, environment
  }

  /// One process, a minute a document, four gigabytes.
  public init() {}

  /// The key of the settings that are handed to the plugin as they stand.
  static let pluginSettings = "settings"

  /// Reads the settings of a step and those that it hands on to the plugin.
  ///
  /// - Throws: `P102` and `P103` with the place of what does not fit.
  static func read(_ node: ConfigNode) throws(AnalysisError) -> (settings: ProcessSettings, handedOn: JSONValue?) {
    var own = node
    if let entries = node.entries { own.content = .mapping(entries.filter { $0.key != pluginSettings }) }
    let settings: ProcessSettings
    do throws(AnalysisError) {
      settings = try ConfigNodeDecoder().decode(configuration: ProcessSettings.self, from: own)
    } catch {
      guard case .string(let text)? = node["command"]?.content, error.code == ErrorCode.wrongValue.rawValue else {
        throw error
      }
      let words = text.split(separator: " ").joined(separator: ", ")
      throw AnalysisError(
        .wrongValue, "'command' takes a list, since no shell reads it: write [\(words)]",
        location: node["command"]?.location)
    }
    try settings.check(node)
    return (settings, node[pluginSettings].map { JSONValue($0) })
  }

  private func check(_ node: ConfigNode) throws(AnalysisError) {
    func require(_ holds: Bool, _ key: String, _ expected: String) throws(AnalysisError) {
      if holds { return }
      throw AnalysisError(.wrongValue, "'\(key)' \(expected)", location: node[key]?.location ?? node.location)
    }
    try require(
      !command.isEmpty && !(command.first ?? "").isEmpty, "command",
      "is missing: name program and arguments, as [python3, plugin.py]")
    try require((1...64).contains(processes), "processes", "is a number from 1 to 64, not \(processes)")
    try require(startSeconds > 0, "start_seconds", "is a number above 0, not \(startSeconds)")
    try require(documentSeconds > 0, "document_seconds", "is a number above 0, not \(documentSeconds)")
    try require(
      lineMegabytes > 0 && lineMegabytes <= 1024, "line_megabytes",
      "is a number above 0 and up to 1024, not \(lineMegabytes)")
    try require(memoryMegabytes >= 0, "memory_megabytes", "is a number from 0 (no limit), not \(memoryMegabytes)")
    try require(crashes >= 1, "crashes", "is a number from 1, not \(crashes)")
    if let name {
      try require(
        PluginReady.isName(name), "name", "is made of letters, digits, '-', '_' and '.', not '\(name)'")
    }
  }
}

extension JSONValue {
  /// What a configuration says, without its places.
  init(_ node: ConfigNode) {
    switch node.content {
    case .null: self = .null
    case .bool(let value): self = .bool(value)
    case .int(let value): self = .int(value)
    case .double(let value): self = .double(value)
    case .string(let value): self = .string(value)
    case .sequence(let values): self = .array(values.map { JSONValue($0) })
    case .mapping(let entries): self = .object(entries.map { Member($0.key, JSONValue($0.value)) })
    }
  }
}
