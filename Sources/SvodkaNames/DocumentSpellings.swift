import SvodkaKit
import SvodkaLanguage

/// Tells whether two words of one document, in one language, are spellings of one another: Gaddafi and Qaddafi.
///
/// Within a document the spellings must be nearer than across documents: an author spells a name in one way, and two ways
/// are two names most often.
struct DocumentSpellings: Sendable {
  /// The strain that two spellings may have.
  private static let most = 0.6

  private let alphabet: SpellingAlphabet
  private let endings: NameEndings
  private let alignment: WordAlignment
  private let sameNames: [String: String]

  init(language: String, resources: any ResourceProvider) throws(AnalysisError) {
    alphabet = try SpellingAlphabet(resources: resources)
    endings = try NameEndings(resources: resources)
    alignment = WordAlignment(costs: try SpellingCosts(resources: resources))
    sameNames = try SoundCode.sameNames(language, resources)
  }

  /// True when each word is a spelling of its counterpart. Two words of one length that share neither the first letter nor
  /// the last are not looked at further.
  func areSpellings(_ a: [String], _ b: [String]) -> Bool {
    guard a.count == b.count, !a.isEmpty else { return false }
    for (one, other) in zip(a, b) where one != other {
      guard abs(one.utf8.count - other.utf8.count) <= 4, one.first == other.first || one.last == other.last,
        let first = word(one), let second = word(other), min(first.count, second.count) > 3,
        alignment.strain(first, second) <= Self.most
      else { return false }
    }
    return true
  }

  private func word(_ key: String) -> NameWord? {
    guard let spelled = try? alphabet.spelled(key) else { return nil }
    return NameWord(
      key: key, spellings: [spelled], role: .plain, sameName: sameNames[key], surnames: [],
      gender: endings.gender(of: key, spelled.script), isJoined: false)
  }
}
