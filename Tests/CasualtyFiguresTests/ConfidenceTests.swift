import CasualtyFigures
import Foundation
import Testing

/// A higher confidence is more often right, on our own gold.
@Suite struct ConfidenceTests {
  private struct Row: Decodable {
    struct Figure: Decodable {
      var kind: String
      var low: Int
      var high: Int?
    }
    var text: String
    var lang: String
    var gold: [Figure]
  }

  /// Each figure that is found, with its confidence and whether gold has one of its kind and bounds.
  private func judged() async throws -> [(confidence: Double, isRight: Bool)] {
    var all: [(Double, Bool)] = []
    for language in ["en", "ru"] {
      let file = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../Fixtures/gold/figures.\(language).jsonl")
      for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
        let row = try JSONDecoder().decode(Row.self, from: Data(line.utf8))
        var left = row.gold
        for figure in try await figures(row.text, row.lang) where figure.supersededBy == nil {
          let place = left.firstIndex {
            $0.kind == figure.kind.rawValue && $0.low == figure.low && $0.high == figure.high
          }
          if let place { left.remove(at: place) }
          all.append((figure.confidence, place != nil))
        }
      }
    }
    return all
  }

  @Test func theSureAreRightMoreOften() async throws {
    let judged = try await judged()
    try #require(judged.count > 300)
    func share(_ range: Range<Double>) -> (right: Double, count: Int) {
      let those = judged.filter { range.contains($0.confidence) }
      return (Double(those.filter(\.isRight).count) / Double(max(1, those.count)), those.count)
    }
    let (low, middle, high) = (share(0..<0.8), share(0.8..<0.93), share(0.93..<1))
    #expect(low.right < middle.right && middle.right <= high.right, "\(low) \(middle) \(high)")
    #expect(min(low.count, middle.count, high.count) >= 10, "\(low) \(middle) \(high)")
    #expect(high.right > 0.97)
  }

  @Test func whatIsCountedAndWhoSpeaksMatter() async throws {
    func confidence(_ text: String) async throws -> Double {
      try #require(try await figures(text, "en").first).confidence
    }
    let people = try await confidence("Nine people were killed.")
    let unknown = try await confidence("Nine zorbers were killed.")
    let claimed = try await confidence("Nine were killed, police said.")
    let bare = try await confidence("Nine were killed.")
    #expect(people > unknown)
    #expect(claimed > bare)
  }
}
