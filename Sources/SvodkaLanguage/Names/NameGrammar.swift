public import SvodkaKit

/// The nominative of names as they stand in a text, and which of the known names they are.
public struct NameGrammar: Sendable {
  /// A name in the nominative, with how much speaks for it.
  public struct Nominative: Sendable {
    /// The words, as `TokenKey` makes them.
    public var words: [String]
    /// More is likelier; comparable among the nominatives of one mention.
    public var score: Double
  }

  /// How names are declined in this language.
  public var inflection: Inflection { gazetteer.inflection }

  /// The name of the tables that has a key; nil when they have none.
  public func name(key: String, type: EntityType) -> KnownName? { gazetteer.name(key: key, type: type) }

  let lexicon: NameLexicon
  package let gazetteer: Gazetteer

  /// The tables of a language, read once by all who share the resources.
  ///
  /// - Throws: `R101`, `R102`, `P101`…`P103` when a table is missing or broken.
  public static func shared(
    language: String, resources: any ResourceProvider
  ) throws(AnalysisError) -> NameGrammar {
    try resources.shared(language) { () throws(AnalysisError) in
      try NameGrammar(language: language, resources: resources)
    }
  }

  /// Reads the tables of a language.
  ///
  /// - Throws: `R101`, `R102`, `P101`…`P103` when a table is missing or broken.
  public init(language: String, resources: any ResourceProvider) throws(AnalysisError) {
    gazetteer = try Gazetteer(language: language, resources: resources)
    lexicon = try NameLexicon(language: language, inflection: gazetteer.inflection, resources: resources)
  }

  init(lexicon: NameLexicon, gazetteer: Gazetteer) {
    (self.lexicon, self.gazetteer) = (lexicon, gazetteer)
  }

  /// The known names of the mention's type that are written like it, in any case of letters, each with the nominative
  /// of the form that stands there.
  public func known(_ mention: Mention, in tokens: [Token]) -> [(name: KnownName, written: String)] {
    let range = mention.tokens
    guard let match = gazetteer.match(tokens, at: range.lowerBound, end: range.upperBound, anyCase: true),
      match.count == range.count
    else { return [] }
    return zip(match.names, match.written).filter { $0.0.type == mention.type }.map { ($0.0, $0.1) }
  }

  /// The known names of any type that are written like these tokens, in any case of letters.
  public func known(_ tokens: ArraySlice<Token>) -> [(name: KnownName, written: String)] {
    guard !tokens.isEmpty,
      let match = gazetteer.match(Array(tokens), at: 0, end: tokens.count, anyCase: true), match.count == tokens.count
    else { return [] }
    return Array(zip(match.names, match.written))
  }

  /// How many of the tokens, from the first, are a title: president, Foreign Minister.
  public func titleLength(_ tokens: [Token]) -> Int {
    lexicon.cues.matches(in: tokens, within: 0..<tokens.count)
      .filter { $0.tokens.lowerBound == 0 && lexicon.cue(of: $0) == .title }.map(\.tokens.count).max() ?? 0
  }

  /// True when the word ends like a patronymic, in any case.
  public func isPatronymic(_ key: String) -> Bool { lexicon.ends(key, in: lexicon.patronymicEndings) }

  /// True when the word is a given name, in any case.
  public func isGivenName(_ key: String) -> Bool { lexicon.given.contains(key) }

  /// True when the word may stand inside a name in lower case, as `al` and `von`.
  public func isParticle(_ key: String) -> Bool { lexicon.personParticles.contains(key) }

  /// The nominatives that a mention may have, likeliest first; of names that are not declined the form itself.
  public func nominatives(of mention: Mention, in tokens: [Token]) -> [Nominative] {
    let words = mention.tokens.filter { tokens[$0].kind != .mark }.map { tokens[$0].key }
    guard !words.isEmpty else { return [] }
    let inflection = gazetteer.inflection
    var readings: [[Inflection.Reading]] = []
    for (i, word) in words.enumerated() {
      if mention.type != .person, i > 0, !inflection.isAdjectiveForm(words[i - 1]) { break }
      readings.append(self.readings(of: word, mention.type, isLast: i == words.count - 1))
    }
    let rest = words[readings.count...]
    let slots = Set(readings.flatMap { $0.map(\.wordCase) }).sorted()
    let before = mention.tokens.lowerBound - 1
    let governed = before >= 0 ? inflection.cases(after: tokens[before].key) : nil
    var found: [Nominative] = []
    for slot in slots {
      var phrases: [[String]] = [[]]
      for reading in readings {
        let fitting = reading.filter { $0.wordCase == slot }.map(\.nominative)
        phrases = phrases.flatMap { phrase in fitting.map { phrase + [$0] } }
        if phrases.count > 24 { phrases.removeLast(phrases.count - 24) }
      }
      for phrase in phrases where phrase.count == readings.count {
        var score = slot == 0 ? 1.0 : 0.4
        if slot == 0, words.prefix(readings.count).contains(where: { inflection.isOblique($0) }) { score -= 1.5 }
        if let governed { score += governed.contains(slot) ? 1.5 : -1.5 }
        if mention.type == .person { score += personScore(phrase) }
        for (word, reading) in zip(phrase, readings) {
          // Of readings for which as much speaks the first is taken.
          score -= 0.01 * Double(reading.firstIndex { $0.nominative == word } ?? 0)
        }
        let all = phrase + rest
        if let index = found.firstIndex(where: { $0.words == all }) {
          found[index].score = max(found[index].score, score)
        } else {
          found.append(Nominative(words: all, score: score))
        }
      }
    }
    return found.enumerated().sorted {
      $0.element.score != $1.element.score ? $0.element.score > $1.element.score : $0.offset < $1.offset
    }
    .map(\.element)
  }

  private func readings(of word: String, _ type: EntityType, isLast: Bool) -> [Inflection.Reading] {
    let inflection = gazetteer.inflection
    var readings = inflection.readings(of: word, as: type == .person ? .person : .noun)
    if type != .person || inflection.isAdjectiveForm(word) {
      for reading in inflection.readings(of: word, as: .adjective) where !readings.contains(reading) {
        readings.append(reading)
      }
    }
    if type == .person {
      // A word that is not declined stands in every case: foreign women's surnames, names in a vowel.
      for slot in 1..<6 where readings.count > 1 || !isLast {
        let fixed = Inflection.Reading(nominative: word, wordCase: slot)
        if !isLast || !readings.contains(where: { $0.wordCase == slot }) { readings.append(fixed) }
      }
    }
    return readings
  }

  private func personScore(_ words: [String]) -> Double {
    var score = 0.0
    for (i, word) in words.enumerated() {
      if lexicon.givenNominatives.contains(word) { score += i == 0 ? 1.5 : 0.7 }
      if i == words.count - 1, lexicon.ends(word, in: lexicon.surnameNominatives) { score += 0.8 }
    }
    return score
  }
}
