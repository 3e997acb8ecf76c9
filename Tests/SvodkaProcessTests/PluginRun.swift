import Foundation
import SvodkaKit
import SvodkaLanguage
import SvodkaPipeline
import SvodkaProcess
import SvodkaResources
import Synchronization
import Testing

/// A pipeline of one plugin, run over a few texts as `analyze` runs it.
struct PluginRun {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
  static let hostile = folder.appending(path: "Plugins/hostile.py").path
  static let samples = folder.deletingLastPathComponent().deletingLastPathComponent().appending(
    path: "Samples/plugins/python")

  /// What plugins wrote on standard error, and what was told of them.
  final class Log: Sendable {
    private let lines = Mutex<[String]>([])
    var text: String { lines.withLock { $0.joined(separator: "\n") } }
    var count: Int { lines.withLock { $0.count } }
    func add(_ line: String) { lines.withLock { $0.append(line) } }
  }

  let log = Log()
  private let settings: String

  /// A run of `hostile.py` with a fault and further settings, as they stand in a pipeline file.
  init(_ fault: String, _ more: String = "") {
    settings = "command: [python3, '\(Self.hostile)', \"\(fault)\"]" + (more.isEmpty ? "" : ", " + more)
  }

  /// A run of any command.
  init(settings: String) { self.settings = settings }

  func plan() throws -> Plan {
    let file = FileManager.default.temporaryDirectory.appending(path: "svodka-\(UUID().uuidString).yaml")
    defer { try? FileManager.default.removeItem(at: file) }
    try "svodka: 1\nsteps:\n  - process: {\(settings)}\n".write(to: file, atomically: true, encoding: .utf8)
    let log = log
    let registry = try Registry(
      LanguageSteps.descriptors + [
        ProcessAnalyzer.descriptor(host: "test") { log.add("\($0): \($1)") }
      ])
    let resources = ResourceLoader()
    return try Planner(registry: registry, resources: resources)
      .plan(try PipelineReader(variables: [:]).read(path: file.path))
  }

  /// The outcomes of the texts, `width` of them under way at once, in their order; ids are "1", "2", …
  func outcomes(_ texts: [String], width: Int = 2) async throws -> [Outcome] {
    let analysis = try DocumentAnalysis(plan: try plan(), resources: ResourceLoader())
    return await withTaskGroup(of: (Int, Outcome).self) { group in
      var outcomes: [Int: Outcome] = [:]
      for (number, text) in texts.enumerated() {
        if number >= width, let (done, outcome) = await group.next() { outcomes[done] = outcome }
        group.addTask {
          (number, await analysis.outcome(of: Document(id: "\(number + 1)", text: DocumentText(text), language: "en")))
        }
      }
      for await (done, outcome) in group { outcomes[done] = outcome }
      return texts.indices.compactMap { outcomes[$0] }
    }
  }
}

extension Outcome {
  /// The findings of the only analyzer; nil when it failed.
  var findings: [JSONValue]? { analyses.first.flatMap(\.findings) }
  /// The evidence of each finding.
  var evidence: [String]? { findings?.compactMap { $0["evidence"]?.string } }
}
