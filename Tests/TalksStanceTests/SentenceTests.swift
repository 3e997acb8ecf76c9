import Foundation
import SvodkaKit
import TalksStance
import Testing

/// Passages of many kinds: who is told to hold what, in actives, passives, nouns, quotations, negations and conditions.
@Suite struct SentenceTests {
  /// A passage with what stands behind `||`.
  struct Passage: Sendable, CustomTestStringConvertible {
    var text: String
    var language: String
    var expected: [String]
    var testDescription: String { text }

    static func all(_ lines: String, _ language: String) -> [Passage] {
      lines.split(separator: "\n").map { line in
        let parts = line.split(separator: "|", omittingEmptySubsequences: true)
        let stances = parts.count > 1 ? parts[1].split(separator: ";") : []
        return Passage(
          text: trimmed(parts[0]), language: language, expected: stances.map(trimmed).filter { !$0.isEmpty })
      }
    }

    private static func trimmed(_ text: Substring) -> String {
      String(text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
  }

  @Test(arguments: Passage.all(EnglishSentences.all, "en") + Passage.all(RussianSentences.all, "ru"))
  func readsAPassage(_ passage: Passage) async throws {
    let found = try await noted(passage.text, passage.language)
    #expect(found.count == passage.expected.count && zip(found, passage.expected).allSatisfy(Self.agree), "\(found)")
  }

  /// The same label, and one of the names within the other: how much of a title belongs to a name is not judged here.
  private static func agree(_ a: String, _ b: String) -> Bool {
    let (x, y) = (a.components(separatedBy: ": "), b.components(separatedBy: ": "))
    return x.last == y.last && (x[0].contains(y[0]) || y[0].contains(x[0]))
  }
}
