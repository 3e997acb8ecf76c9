import ArgumentParser
import Foundation
import SvodkaCorpus
import SvodkaKit
import SvodkaPipeline
import SvodkaResources

struct ExtractCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "extract",
    abstract: "Reads pages and writes the article, without the furniture of the page.",
    discussion: """
      Example:
        svodka extract --format text page.html
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case jsonl, text, markdown }

  @OptionGroup var input: InputArguments

  @Option(help: "The output: jsonl, text or markdown.")
  var format: Format = .jsonl

  @Flag(help: "Adds to each row what was dropped as furniture, of what kind, and why; jsonl only.")
  var explain = false

  @Flag(help: "Adds to each row the id of the first document that it is nearly a copy of, as 'cluster'; jsonl only.")
  var clusters = false

  @Option(name: .shortAndLong, help: ArgumentHelp("Where to write; standard output by default.", valueName: "file"))
  var output: String?

  func run() async throws {
    try await Diagnostics.reporting { () throws(AnalysisError) in
      let failed = try extract()
      if failed > 0 {
        Diagnostics.note("\(failed) documents failed; see 'errors' in the output")
        Self.exit(withError: ExitCode(1))
      }
    }
  }

  /// The number of documents that could not be read.
  private func extract() throws(AnalysisError) -> Int {
    let resources = ResourceLoader()
    var options = InputOptions()
    if let named = input.inputFormat {
      guard let format = InputFormat(rawValue: named) else {
        throw AnalysisError(.badArgument, "--input-format is auto, text, html or jsonl, not '\(named)'")
      }
      options.format = format
    }
    options.outputs = [output].compactMap { $0 }
    var inputs = try InputReader(paths: try input.resolvedPaths(), options: options)
    var reading = ReadingOptions()
    reading.additions = try input.additions()
    let reader = DocumentReader(options: reading, resources: resources)
    let languages = try DocumentLanguages(resources: resources)
    let out = try Output(path: output)
    var failed = 0
    var duplicates = NearDuplicates()
    while let next = inputs.next() {
      var row = ExtractedRow()
      switch next {
      case .failure(let error):
        row.path = error.location?.path
        row.errors = [error]
      case .success(let raw):
        let read = reader.read(raw)
        row.path = read.path
        row.errors = read.warnings
        switch read.document {
        case .success(let document):
          row.document = languages.identified(document)
          row.passages = read.passages
          if explain { row.removed = read.removed }
          if clusters { row.cluster = duplicates.cluster(of: document.text.string, id: document.id) }
        case .failure(let error): row.errors.append(error)
        }
      }
      if row.document == nil { failed += 1 }
      switch format {
      case .jsonl: try out.write(row.jsonLine)
      case .text: try out.write(row.text)
      case .markdown: try out.write(row.markdown)
      }
      if format != .jsonl { for error in row.errors { Diagnostics.warn(error) } }
    }
    return failed
  }
}
