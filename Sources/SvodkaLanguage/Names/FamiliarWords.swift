import SvodkaKit
import SvodkaResources

/// Words that readers know as names of companies, teams, towns, people and the like, or as no names: `Tables/familiar.LANGUAGE.yaml`.
///
/// No rule goes by them, since most can also mean something else; the classifier learns how much each list is worth.
struct FamiliarWords: Sendable {
  private struct List: Decodable {
    /// How the words are declined; absent for words that stay as they are.
    var declined: String?
    /// Words divided by blanks.
    var words: String
  }

  /// By word, one more than the place of its text.
  private var places = WordBits()
  /// The lists that a word stands in, divided by `|`.
  private var texts: [String] = []

  /// Reads the lists of a language.
  ///
  /// - Throws: `R101`, `P101`…`P103` when the table is missing or broken.
  init(language: String, inflection: Inflection, resources: any ResourceProvider) throws(AnalysisError) {
    let lists = try resources.decode(
      [String: List].self, from: "Tables/familiar.\(language).yaml", of: "SvodkaLanguage")
    var names: [String: [String]] = [:]
    for (name, list) in lists.sorted(by: { $0.key < $1.key }) {
      let wordClass = list.declined.flatMap(Self.wordClass)
      for word in list.words.split(separator: " ") {
        let key = TokenKey.key(String(word))
        for form in wordClass.map({ inflection.forms(of: key, as: $0) }) ?? [key] where names[form]?.last != name {
          names[form, default: []].append(name)
        }
      }
    }
    var numbers: [String: UInt32] = [:]
    for (word, lists) in names.sorted(by: { $0.key < $1.key }) {
      let text = lists.joined(separator: "|")
      if numbers[text] == nil {
        texts.append(text)
        numbers[text] = UInt32(texts.count)
      }
      places.add(numbers[text] ?? 0, to: word)
    }
  }

  private static func wordClass(_ name: String) -> Inflection.WordClass? {
    switch name {
    case "noun": .noun
    case "plural": .plural
    case "adjective": .adjective
    case "person": .person
    default: nil
    }
  }

  /// The lists that a word stands in, by its hash: `cities|surnames`; empty for a word that stands in none.
  func lists(_ hash: UInt64) -> String {
    let place = Int(places[hash])
    return place == 0 ? "" : texts[place - 1]
  }
}
