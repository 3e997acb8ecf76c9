import Foundation
import SvodkaKit
import SvodkaLanguage
import Synchronization

/// How many characters of text a second the models read.
struct Speed: Sendable {
  let language: String
  /// `names` or `all`.
  let wanted: String
  let threads: Int

  private var layers: [LayerID] { wanted == "all" ? LanguageBenchmark.all : [Mentions.fromModel.id] }

  /// The time that models, tables and one sentence take, from the start of `main`.
  func firstAnswer() async throws {
    let start = ContinuousClock.now
    _ = try await opened()
    print("ready_ms=\(Int(start.duration(to: .now) / .milliseconds(1)))")
  }

  /// Runs over all texts, each time with a new annotator whose caches are empty, and prints one line of figures.
  func measure(_ strings: [String], runs: Int) async throws {
    let texts = strings.map { DocumentText($0) }
    let characters = strings.reduce(0) { $0 + $1.unicodeScalars.count }
    var times: [Double] = []
    var peak = 0
    for _ in 0..<max(runs, 1) {
      times.append(try await run(texts))
      if peak == 0 { peak = Self.peakMemory() }
    }
    let median = times.sorted()[times.count / 2]
    let figures = [
      "layers=\(wanted)", "threads=\(threads)", "kernel=\(MatrixKernel.best)", "characters=\(characters)",
      "runs=\(times.count)", "rate=\(Int(Double(characters) / median))", "peak_mb=\(peak)",
    ]
    print(figures.joined(separator: " "))
  }

  private func opened() async throws -> any Annotator {
    let annotator = try LanguageBenchmark.annotator(language)
    let text: DocumentText = language == "ru" ? "Да." : "Yes."
    _ = try await LanguageBenchmark.annotate(annotator, text, layers, language: language)
    return annotator
  }

  /// The seconds that one run over all texts takes.
  private func run(_ texts: [DocumentText]) async throws -> Double {
    let annotator = try await opened()
    let queue = Queue()
    let start = timer()
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<threads {
        group.addTask {
          while let text = queue.take(from: texts) {
            _ = try await LanguageBenchmark.annotate(annotator, text, layers, language: language)
          }
        }
      }
      try await group.waitForAll()
    }
    return timer() - start
  }

  /// Seconds of processor time for one thread, so that other programs do not count; by the clock for several.
  private func timer() -> Double {
    var now = timespec()
    clock_gettime(threads == 1 ? CLOCK_PROCESS_CPUTIME_ID : CLOCK_MONOTONIC, &now)
    return Double(now.tv_sec) + Double(now.tv_nsec) * 1e-9
  }

  /// The most memory that the program has held so far, in MB.
  static func peakMemory() -> Int {
    var usage = rusage()
    getrusage(Int32(RUSAGE_SELF.rawValue), &usage)
    return usage.ru_maxrss / 1024
  }

  /// Hands the texts out, each once.
  private final class Queue: Sendable {
    private let next = Atomic(0)

    func take(from texts: [DocumentText]) -> DocumentText? {
      let number = next.add(1, ordering: .relaxed).oldValue
      return number < texts.count ? texts[number] : nil
    }
  }
}
