import ArgumentParser
import Foundation
import SvodkaCorpus
import SvodkaKit

/// What `analyze` and `extract` read.
struct InputArguments: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "Files, folders or patterns of HTML, text or JSON Lines (gzipped too); '-' is standard input.",
      valueName: "path"),
    completion: .file())
  var paths: [String] = []

  @Option(help: ArgumentHelp("How to read the input: auto, text, html or jsonl.", valueName: "format"))
  var inputFormat: String?

  @Option(
    help: ArgumentHelp("Metadata for all documents, such as source=Herald; may be repeated.", valueName: "name=value"))
  var meta: [String] = []

  @Option(
    help: ArgumentHelp(
      "Metadata from the path of each file, such as '{source}/{date}-*.html'.", valueName: "pattern"))
  var metaFromPath: String?

  /// What `--meta` and `--meta-from-path` say.
  func additions() throws(AnalysisError) -> MetadataAdditions {
    var additions = MetadataAdditions()
    for assignment in meta { try additions.add(assignment) }
    if let metaFromPath { try additions.add(pathPattern: metaFromPath) }
    return additions
  }

  /// Standard input where no path was given and it is no terminal.
  func resolvedPaths() throws(AnalysisError) -> [String] {
    if !paths.isEmpty { return paths }
    if Terminal.isTerminal(.standardInput) {
      throw AnalysisError(.badArgument, "nothing to read: name files or folders, or '-' for standard input")
    }
    return ["-"]
  }
}
