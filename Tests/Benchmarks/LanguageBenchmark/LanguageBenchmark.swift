import Foundation
import SvodkaKit
import SvodkaLanguage
import SvodkaResources

/// Runs the language models over texts, for `parity.sh` and `speed.sh`.
///
///     language-benchmark layers LANG FILE.jsonl…                          one row of layers a text
///     language-benchmark speed LANG names|all THREADS RUNS FILE.jsonl…    characters a second
///     language-benchmark first LANG names|all                             the time to the first answer
///     language-benchmark hostile LANG                                     time and memory of long and odd texts
///     language-benchmark kernel                                           the matrix kernel's share of the machine's peak
@main
enum LanguageBenchmark {
  static func main() async {
    do { try await run() } catch {
      FileHandle.standardError.write(Data("\(error)\n".utf8))
      exit(1)
    }
  }

  static func run() async throws {
    let arguments = Array(CommandLine.arguments.dropFirst())
    switch arguments.first {
    case "layers" where arguments.count > 2:
      try await LayerRows.write(texts(arguments.dropFirst(2)), language: arguments[1])
    case "speed" where arguments.count > 5:
      try await Speed(language: arguments[1], wanted: arguments[2], threads: Int(arguments[3]) ?? 1)
        .measure(texts(arguments.dropFirst(5)), runs: Int(arguments[4]) ?? 3)
    case "first" where arguments.count == 3:
      try await Speed(language: arguments[1], wanted: arguments[2], threads: 1).firstAnswer()
    case "hostile" where arguments.count == 2: try await HostileTexts.measure(language: arguments[1])
    case "kernel": KernelShare.measure()
    default:
      print(
        "language-benchmark layers LANG FILE… | speed LANG names|all THREADS RUNS FILE… | first LANG names|all | hostile LANG | kernel"
      )
      exit(64)
    }
  }

  /// Every layer that the models of a language make.
  static let all = [
    Mentions.fromModel.id, Morphology.layer.id, Lemmas.layer.id, Dependencies.layer.id,
  ]

  /// The annotator over the models of a language.
  static func annotator(_ language: String) throws -> any Annotator {
    switch language {
    case "ru": return try SlovnetAnnotator(resources: ResourceLoader(), store: ModelStore())
    default:
      // SVODKA_PIPELINE names another than the first of the language.
      let name = ProcessInfo.processInfo.environment["SVODKA_PIPELINE"]
      guard
        let pipeline = SpacyPipeline.all.first(where: { $0.language == language && $0.name == name ?? $0.name })
      else { throw AnalysisError(.badArgument, "there is no engine for '\(language)'") }
      var settings = SpacyAnnotator.Settings()
      settings.own_tokens = true
      return try SpacyAnnotator(pipeline, settings: settings, resources: ResourceLoader(), store: ModelStore())
    }
  }

  /// The layers of one text.
  static func annotate(
    _ annotator: any Annotator, _ text: DocumentText, _ layers: [LayerID], language: String
  ) async throws -> Layers {
    let document = Document(id: "", text: text, language: language)
    return try await annotator.annotate(
      DocumentView(document, layers: Layers(), declared: [AnyLayer(Reading.layer)], to: "benchmark"),
      wanting: Set(layers))
  }

  /// The `text` of every row of JSON Lines files; plain files are one text.
  static func texts(_ files: ArraySlice<String>) throws -> [String] {
    try files.flatMap { file -> [String] in
      let content = try String(contentsOfFile: file, encoding: .utf8)
      guard file.hasSuffix(".jsonl") else { return [content] }
      return try content.split(separator: "\n").compactMap { line in
        (try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])?["text"] as? String
      }
    }
  }
}
