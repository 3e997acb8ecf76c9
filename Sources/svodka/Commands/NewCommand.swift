import ArgumentParser
import Foundation
import SvodkaKit
import SvodkaResources

struct NewCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Writes an analyzer of your own to begin with, with a test and a pipeline that runs at once.",
    discussion: """
      yaml    words and phrases by category, in one file
      python  a process of its own, in one file; a test of it beside it
      swift   a package with the analyzer, its test, and a program of its own that has the analyzer built in

      Examples:
        svodka new yaml aid-words
        svodka analyze --pipeline aid-words/pipeline.yaml --format text archive/
      """)

  enum Way: String, ExpressibleByArgument, CaseIterable { case yaml, swift, python }

  @Argument(help: "How it is written: yaml, swift or python.")
  var way: Way

  @Argument(help: "Its name, under which the findings are written; a folder of this name is made.")
  var name: String

  func run() async throws {
    try await Diagnostics.reporting { () throws(AnalysisError) in
      let files = try AnalyzerTemplate(way: way.rawValue, name: name).files(from: ResourceLoader())
      guard !FileManager.default.fileExists(atPath: name) else {
        throw AnalysisError(.badArgument, "'\(name)' is there already: take another name or another folder")
      }
      for file in files {
        let url = URL(filePath: name).appending(path: file.path)
        do {
          try FileManager.default.createDirectory(
            at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
          try Data(file.bytes).write(to: url)
        } catch {
          throw AnalysisError(.unwritableOutput, "'\(url.path)' cannot be written", cause: String(describing: error))
        }
      }
      var lines = files.map { "\(name)/\($0.path)" }
      lines.append("")
      lines += advice
      try Output(path: nil).write(Array((lines.joined(separator: "\n") + "\n").utf8))
    }
  }

  /// What to do with it.
  private var advice: [String] {
    let run = "analyze --pipeline \(name)/pipeline.yaml --format text PATH…"
    return switch way {
    case .yaml: ["test:  svodka check \(name)/\(name).yaml", "run:   svodka \(run)"]
    case .python: ["test:  (cd \(name) && python3 -m unittest)", "run:   svodka \(run)"]
    case .swift:
      [
        "test:  swift test --package-path \(name)",
        "run:   swift run --package-path \(name) \(name)-svodka \(run)",
      ]
    }
  }
}
