import Foundation
import SvodkaKit
import SvodkaResources
import SvodkaText

/// What stretches of text are taken for.
enum Confusion {
  /// At most so many stretches of each length and language.
  private static let most = 500

  static func measure(_ arguments: [String]) throws {
    let identifier = try LanguageIdentifier(resources: ResourceLoader())
    for length in [3, 10, 30] {
      print("\(length) words")
      for argument in arguments {
        let parts = argument.split(separator: "=", maxSplits: 1).map(String.init)
        guard parts.count == 2 else { throw AnalysisError(.badArgument, "'\(argument)' is not CODE=FILE") }
        var counts: [String: Int] = [:]
        for stretch in stretches(of: length, try TextBenchmark.texts(parts[1...])) {
          counts[identifier.identify(DocumentText(stretch)), default: 0] += 1
        }
        let all = counts.values.reduce(0, +)
        let cells = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { "\($0.key) \($0.value)" }
        print("  \(parts[0]) (\(all)): \(cells.joined(separator: ", "))")
      }
    }
  }

  /// Words that follow each other in a line, with a gap between stretches.
  private static func stretches(of length: Int, _ texts: [String]) -> [String] {
    var all: [String] = []
    for line in texts.flatMap({ $0.split(separator: "\n") }) {
      let words = line.split(separator: " ").filter { $0.unicodeScalars.contains { $0.properties.isAlphabetic } }
      var i = 0
      while i + length <= words.count {
        all.append(words[i..<i + length].joined(separator: " "))
        i += length + 20
      }
    }
    let step = max(1, all.count / most)
    return stride(from: 0, to: all.count, by: step).prefix(most).map { all[$0] }
  }
}
