import ArgumentParser
import Foundation
import SvodkaEvaluation
import SvodkaKit

struct ConvertCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "convert",
    abstract: "Converts gold and findings between JSON Lines, brat, CoNLL-U, IOB and W3C Web Annotation.",
    discussion: """
      What a format cannot carry is told on standard error. brat is a folder of .txt and .ann files.

      Examples:
        svodka convert --from jsonl --to brat gold.jsonl -o corrected/
        svodka convert --from brat --to jsonl corrected/ -o gold.jsonl
        svodka analyze --with-text page.html | svodka convert --from jsonl --to web -
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case jsonl, brat, conllu, iob, web }

  @Option(help: "The format of the input: jsonl, brat, conllu, iob or web.")
  var from: Format

  @Option(help: "The format of the output.")
  var to: Format

  @Option(help: ArgumentHelp("Whose findings to take from rows of output.", valueName: "analyzer"))
  var analyzer: String?

  @Option(name: .shortAndLong, help: ArgumentHelp("Where to write; for brat a folder.", valueName: "path"))
  var output: String?

  @Argument(help: ArgumentHelp("Files, or folders of them; '-' is standard input.", valueName: "path"))
  var paths: [String] = ["-"]

  func run() async throws {
    try await Diagnostics.reporting { () throws(AnalysisError) in try convert() }
  }

  private func format(_ name: Format) -> any AnnotationFormat {
    switch name {
    case .jsonl: JSONLinesFormat(analyzer: analyzer)
    case .brat: BratFormat()
    case .conllu: ConlluFormat()
    case .iob: IOBFormat()
    case .web: WebAnnotationFormat()
    }
  }

  private func convert() throws(AnalysisError) {
    if to == .brat, output == nil {
      throw AnalysisError(.badArgument, "brat is a folder of files: name one with -o")
    }
    let documents = try format(from).read(try inputs()) { line in
      Diagnostics.note("\(line.location): \(line.reason)")
    }
    let written = try format(to).write(documents)
    for loss in written.losses { Diagnostics.note("\(to.rawValue) cannot carry: \(loss)") }
    guard let output, to == .brat else {
      return try Output(path: output).write(Array(written.files.map(\.content).joined().utf8))
    }
    do { try FileManager.default.createDirectory(atPath: output, withIntermediateDirectories: true) } catch {
      throw AnalysisError(.unwritableOutput, "the folder '\(output)' cannot be made", cause: String(describing: error))
    }
    for file in written.files {
      try AtomicFile.write(Array(file.content.utf8), to: "\(output)/\(file.name)")
    }
  }

  /// The files named, those of a folder in the order of their names.
  private func inputs() throws(AnalysisError) -> [(name: String, content: String)] {
    var files: [(name: String, content: String)] = []
    for path in paths {
      if path == "-" {
        files.append(("standard input", Self.text((try? FileHandle.standardInput.readToEnd()) ?? Data())))
        continue
      }
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue else {
        files.append((path, Self.text(Data(try AtomicFile.read(path)))))
        if path.hasSuffix(".ann") {
          let text = path.dropLast(4) + ".txt"
          files.append((String(text), Self.text(Data(try AtomicFile.read(String(text))))))
        }
        continue
      }
      let names = ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
      for name in names where !name.hasPrefix(".") {
        let file = path.hasSuffix("/") ? path + name : "\(path)/\(name)"
        files.append((file, Self.text(Data(try AtomicFile.read(file)))))
      }
    }
    return files
  }

  private static func text(_ data: Data) -> String { String(decoding: data, as: UTF8.self) }
}
