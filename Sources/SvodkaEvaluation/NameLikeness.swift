public import SvodkaKit
import SvodkaResources
import SvodkaText

/// Tells whether two texts name the same: every word of the shorter is in the longer, words beside names and case endings aside.
///
/// This is lenient on purpose: gold says who is meant, not which words of the passage an analyzer has to quote.
/// It is no identity of names; that is the work of `SvodkaNames`.
public struct NameLikeness: Sendable {
  private let beside: Set<String>
  private let endings: Set<String>
  private let generic: Set<String>

  private struct Languages: Decodable { var languages: [String] }
  private struct Words: Decodable {
    var beside: [[String]]
    var endings: [[String]]
    var generic: [String]
  }

  /// Reads the tables of all languages: a name in one language stands in texts of another.
  ///
  /// - Throws: `R101` when a table is missing.
  public init(resources: any ResourceProvider) throws(AnalysisError) {
    let owner = "SvodkaEvaluation"
    let languages = try resources.decode(Languages.self, from: "Tables/languages.yaml", of: owner).languages
    var (beside, endings, generic) = (Set<String>(), Set<String>(), Set<String>())
    for language in languages {
      let words = try resources.decode(Words.self, from: "Tables/names.\(language).yaml", of: owner)
      beside.formUnion(words.beside.joined())
      endings.formUnion(words.endings.joined())
      generic.formUnion(words.generic)
    }
    endings.insert("")
    (self.beside, self.endings, self.generic) = (beside, endings, generic)
  }

  /// True when the text is a word for people in general, which tells nothing about who they are.
  public func isGeneric(_ text: String) -> Bool { generic.contains(text.lowercased()) }

  /// True when both name the same; a text without a word names nothing.
  public func same(_ a: String, _ b: String) -> Bool {
    var (shorter, longer) = (words(of: a), words(of: b))
    if shorter.count > longer.count { swap(&shorter, &longer) }
    guard !shorter.isEmpty else { return false }
    return shorter.allSatisfy { word in longer.contains { isForm(word, of: $0) } }
  }

  /// Words as scalars, lowercased, NFC, ё as е; without those that stand beside names, unless there are no others.
  private func words(of text: String) -> [[Unicode.Scalar]] {
    let plain = ((try? Normalizer.normalize(text, to: .nfc)) ?? text).lowercased()
    var words: [[Unicode.Scalar]] = []
    var word: [Unicode.Scalar] = []
    for scalar in plain.unicodeScalars {
      if Self.isWordPart(scalar) {
        word.append(scalar == "ё" ? "е" : scalar)
      } else if !word.isEmpty {
        words.append(word)
        word = []
      }
    }
    if !word.isEmpty { words.append(word) }
    let names = words.filter { !beside.contains(Self.string($0[...])) }
    return names.isEmpty ? words : names
  }

  /// Letters and numbers of any kind.
  private static func isWordPart(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
      .letterNumber, .otherNumber:
      true
    default: false
    }
  }

  /// True when two words are one, or what differs behind their common beginning is an ending in both.
  ///
  /// The ending may begin up to two letters before the words part («Киев», «Киева»), never within the first two.
  private func isForm(_ a: [Unicode.Scalar], of b: [Unicode.Scalar]) -> Bool {
    if a == b { return true }
    var common = 0
    while common < min(a.count, b.count), a[common] == b[common] { common += 1 }
    var cut = common
    while cut > max(common - 2, 2) {
      if endings.contains(Self.string(a[cut...])), endings.contains(Self.string(b[cut...])) { return true }
      cut -= 1
    }
    return false
  }

  private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    return String(text)
  }
}
