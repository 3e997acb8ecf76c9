import Foundation
import SvodkaKit
import SvodkaLanguage
import SvodkaNames
import SvodkaResources
import SvodkaText

/// Makes the table of costs from pairs.
enum CostTable {
  static let rounds = 8
  /// Pieces that explain less are left out.
  static let leastWeight = 0.7
  /// How much the mean of the counts of both pieces leans to the second.
  static let share = 0.5

  static func learned(from rows: [NameRow], _ alphabet: SpellingAlphabet) throws -> String {
    var lines = [
      "# What it costs to write a piece of one spelling of a name for a piece of another, in hundredths of a nat: minus the",
      "# logarithm of its count by a weighted geometric mean of the counts of both pieces. ^ begins a word, $ ends it.",
      "# Learned by Tests/NameTraining from nine tenths of the labels of given names and surnames in Wikidata (CC0).",
    ]
    for kind in SpellingCosts.Kind.allCases {
      var learner = PieceLearner(kind: kind)
      var pairs = try pairs(rows, kind, alphabet)
      if kind == .cyrillicLatin { pairs += try romanized(rows, alphabet) + syllables(alphabet) }
      learner.learn(from: pairs, rounds: rounds)
      lines += self.lines(learner)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Spellings in two scripts as they stand there; in one script those that share a spelling in the other.
  static func pairs(
    _ rows: [NameRow], _ kind: SpellingCosts.Kind, _ alphabet: SpellingAlphabet
  ) throws -> [SpellingPair] {
    var pairs: [SpellingPair] = []
    func add(_ a: SpelledWord, _ b: SpelledWord, _ weight: Double) {
      // Pairs that cannot be spellings of one another are noise of the source.
      guard a.count * 2 + 2 >= b.count, b.count * 2 + 2 >= a.count else { return }
      pairs.append(SpellingPair(a: a, b: b, weight: weight))
    }
    if kind == .cyrillicLatin {
      for row in rows {
        guard let a = try alphabet.spelled(row.cyrillic), let b = try alphabet.spelled(row.latin) else { continue }
        let weight = min(3, 1 + log2(Double(row.count)) / 2)
        if let plain = try alphabet.unmarked(b) {
          add(a, b, weight / 2)
          add(a, plain, weight / 2)
        } else {
          add(a, b, weight)
        }
      }
      return pairs
    }
    let isLatin = kind == .latinLatin
    let groups = Dictionary(grouping: rows) { isLatin ? $0.cyrillic : $0.latin }
    for key in groups.keys.sorted() {
      // A spelling that many bearers have, beside the one that most have.
      let spellings = (groups[key] ?? []).filter { $0.count > 1 }.sorted {
        $0.count != $1.count ? $0.count > $1.count : $0.latin + $0.cyrillic < $1.latin + $1.cyrillic
      }
      guard let first = spellings.first, let a = try alphabet.spelled(isLatin ? first.latin : first.cyrillic) else {
        continue
      }
      let most = Double(first.count)
      for other in spellings.prefix(8) where Double(other.count) * 20 >= most {
        guard let b = try alphabet.spelled(isLatin ? other.latin : other.cyrillic) else { continue }
        add(a, b, 1)
        if a != b { add(b, a, 1) }
      }
    }
    return pairs
  }

  /// Russian surnames as the schemes of romanisation write them, since the labels have few of them: a twentieth of all weight.
  private static func romanized(_ rows: [NameRow], _ alphabet: SpellingAlphabet) throws -> [SpellingPair] {
    let schemes = try TransliterationScheme.allCases.filter { $0 != .gost779b }.map {
      try Transliterator($0, resources: ResourceLoader())
    }
    let endings = ["ов", "ев", "ин", "ын", "ова", "ева", "ина", "ский", "цкий", "ская", "енко", "чук", "ович", "евич"]
    let names = Set(rows.map(\.cyrillic)).filter { name in
      name.contains("щ") || name.count > 4 && endings.contains { name.hasSuffix($0) }
    }
    var pairs: [SpellingPair] = []
    for name in names.sorted() {
      guard let a = try alphabet.spelled(name) else { continue }
      for scheme in schemes {
        let roman = try scheme.transliterate(name)
        guard let b = try alphabet.spelled(roman) else { continue }
        pairs.append(SpellingPair(a: a, b: b, weight: name.contains("щ") ? 1 : 0.2))
        // The older way of the press.
        if roman.contains("shch"), let old = try alphabet.spelled(roman.replacingOccurrences(of: "shch", with: "sch")) {
          pairs.append(SpellingPair(a: a, b: old, weight: 1))
        }
      }
    }
    return pairs
  }

  /// Syllables of Chinese and Korean names, alone and two together.
  private static func syllables(_ alphabet: SpellingAlphabet) throws -> [SpellingPair] {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("syllables.tsv")
    let rows = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").filter { !$0.hasPrefix("#") }
      .map { $0.split(separator: "\t").map(String.init) }.filter { $0.count == 2 }
    var pairs: [SpellingPair] = []
    func add(_ latin: String, _ cyrillic: String, _ weight: Double) throws {
      guard let a = try alphabet.spelled(TokenKey.key(cyrillic)), let b = try alphabet.spelled(latin) else { return }
      pairs.append(SpellingPair(a: a, b: b, weight: weight))
    }
    for (number, row) in rows.enumerated() {
      try add(row[0], row[1], 2)
      for step in 1...4 {
        let other = rows[(number * 31 + step * 97) % rows.count]
        try add(row[0] + other[0], row[1] + other[1], 0.5)
      }
    }
    return pairs
  }

  private static func lines(_ learner: PieceLearner) -> [String] {
    let counts = learner.probabilities.sorted
    var (left, right): ([UInt64: Double], [UInt64: Double]) = ([:], [:])
    for (key, weight) in counts {
      left[key >> 36, default: 0] += weight
      right[key & (1 << 36 - 1), default: 0] += weight
    }
    return counts.compactMap { key, weight in
      let (a, b) = (key >> 36, key & (1 << 36 - 1))
      let mean = pow(left[a] ?? 1, 1 - share) * pow(right[b] ?? 1, share)
      let cost = Int((-log(weight / mean) * 100).rounded())
      guard weight >= leastWeight, cost < 900 else { return nil }
      let scripts = learner.kind.scripts
      return "\(learner.kind.name)\t\(text(a, scripts.0))\t\(text(b, scripts.1))\t\(max(0, cost))"
    }
  }

  private static func text(_ piece: UInt64, _ script: WordScript) -> String {
    var (rest, letters) = (piece, [Character]())
    while rest != 0 {
      letters.append(SpellingAlphabet.letter(UInt8(rest & 63), script))
      rest >>= 6
    }
    return String(letters.reversed())
  }
}
