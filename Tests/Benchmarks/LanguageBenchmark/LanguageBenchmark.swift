import Foundation
import SvodkaKit
import SvodkaLanguage
import SvodkaResources
import Synchronization

/// Runs the language models over texts, for `parity.sh` and `speed.sh`.
///
///     language-benchmark layers FILE.jsonl…                          one row of layers a text
///     language-benchmark speed names|all THREADS SECONDS FILE.jsonl…  characters a second
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
    case "layers": try await layers(texts(arguments.dropFirst()))
    case "speed" where arguments.count > 4:
      try await speed(
        arguments[1], threads: Int(arguments[2]) ?? 1, seconds: Double(arguments[3]) ?? 5,
        texts(arguments.dropFirst(4)))
    default:
      print("language-benchmark layers FILE… | speed names|all THREADS SECONDS FILE…")
      exit(64)
    }
  }

  static let all = [
    Mentions.fromModel.id, Morphology.layer.id, Lemmas.layer.id, Dependencies.layer.id,
  ]

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

  static func annotate(
    _ annotator: SlovnetAnnotator, _ text: DocumentText, _ layers: [LayerID]
  ) async throws -> Layers {
    let document = Document(id: "", text: text, language: "ru")
    return try await annotator.annotate(
      DocumentView(document, layers: Layers(), declared: [], to: "benchmark"), wanting: Set(layers))
  }

  static func layers(_ texts: [String]) async throws {
    let annotator = try SlovnetAnnotator(resources: ResourceLoader(), store: ModelStore())
    for string in texts {
      let text = DocumentText(string)
      let made = try await annotate(annotator, text, all)
      let offsets = ScalarOffsets(text)
      func pair(_ span: TextSpan) -> [Int] { [offsets.scalar(atByte: span.start), offsets.scalar(atByte: span.end)] }
      let row: [String: Any] = [
        "text": string,
        "tokens": (made[Tokens.layer] ?? []).map { pair($0.span) },
        "sentences": (made[Sentences.layer] ?? []).map { pair($0.span) },
        "mentions": (made[Mentions.fromModel] ?? []).map { pair($0.span) + [$0.type.rawValue] as [Any] },
        "confidence": (made[Mentions.fromModel] ?? []).map(\.confidence),
        "tags": (made[Morphology.layer] ?? []).map { $0.features.isEmpty ? $0.tag : "\($0.tag)|\($0.features)" },
        "lemmas": made[Lemmas.layer] ?? [],
        "heads": (made[Dependencies.layer] ?? []).map(\.head),
        "relations": (made[Dependencies.layer] ?? []).map(\.relation),
      ]
      let json = try JSONSerialization.data(withJSONObject: row, options: [.sortedKeys])
      FileHandle.standardOutput.write(json + Data("\n".utf8))
    }
  }

  /// From nothing to the first answer.
  static func firstAnswer(_ layers: [LayerID]) async throws -> Duration {
    let start = ContinuousClock.now
    let annotator = try SlovnetAnnotator(resources: ResourceLoader(), store: ModelStore())
    _ = try await annotate(annotator, "Владимир Петров приехал в Москву.", layers)
    return start.duration(to: .now)
  }

  /// Runs over all texts again and again for so many seconds; the first run, with an empty cache, is told apart.
  static func speed(_ wanted: String, threads: Int, seconds: Double, _ strings: [String]) async throws {
    let layers = wanted == "all" ? all : [Mentions.fromModel.id]
    let ready = try await firstAnswer(layers)
    let texts = strings.map { DocumentText($0) }
    let characters = strings.reduce(0) { $0 + $1.unicodeScalars.count }
    var times = [try await run(texts, layers, threads: threads)]
    let peak = peakMemory()
    while times.count < 2 || times.reduce(0, +) < seconds {
      times.append(try await run(texts, layers, threads: threads))
    }
    let best = times.min() ?? 1
    let median = times.sorted()[times.count / 2]
    let figures = [
      "layers=\(wanted)", "threads=\(threads)", "kernel=\(MatrixKernel.best)", "characters=\(characters)",
      "runs=\(times.count)", "median=\(Int(Double(characters) / median))", "best=\(Int(Double(characters) / best))",
      "ready_ms=\(Int(ready / .milliseconds(1)))", "peak_mb=\(peak)",
    ]
    print(figures.joined(separator: " "))
  }

  /// The most memory that the program has held so far, in MB.
  static func peakMemory() -> Int {
    var usage = rusage()
    getrusage(Int32(RUSAGE_SELF.rawValue), &usage)
    return usage.ru_maxrss / 1024
  }

  /// The number of the next text to be analysed.
  final class Queue: Sendable {
    private let next = Atomic(0)
    func take() -> Int { next.add(1, ordering: .relaxed).oldValue }
  }

  /// The seconds that one run over all texts takes, the cache of forms empty at the start.
  static func run(_ texts: [DocumentText], _ layers: [LayerID], threads: Int) async throws -> Double {
    let annotator = try SlovnetAnnotator(resources: ResourceLoader(), store: ModelStore())
    _ = try await annotate(annotator, "Да.", layers)
    let queue = Queue()
    let start = timer(threads)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<threads {
        group.addTask {
          while true {
            let number = queue.take()
            guard number < texts.count else { return }
            _ = try await annotate(annotator, texts[number], layers)
          }
        }
      }
      try await group.waitForAll()
    }
    return timer(threads) - start
  }

  /// Seconds of processor time for one thread, so that other programs do not count; by the clock for several.
  static func timer(_ threads: Int) -> Double {
    var now = timespec()
    clock_gettime(threads == 1 ? CLOCK_PROCESS_CPUTIME_ID : CLOCK_MONOTONIC, &now)
    return Double(now.tv_sec) + Double(now.tv_nsec) * 1e-9
  }
}
