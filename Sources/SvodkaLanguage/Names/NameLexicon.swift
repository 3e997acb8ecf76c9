import SvodkaKit
import SvodkaResources

/// The words of one language by which names are told: `Tables/names.LANGUAGE.yaml`.
struct NameLexicon: Sendable {
  /// What stands beside names and says what they are.
  enum Cue: Int, CaseIterable, Sendable {
    case title, placeWord, placePhrase, speech, quotedBody, quotedPlace, quotedOther
  }

  private struct File: Decodable {
    var model_weight: Double
    var rule_threshold: Double
    var articles: Words
    var titles: Words
    var given: Words
    var surname_endings: Words
    var weak_surname_endings: Words
    var patronymic_endings: Words
    var person_particles: Words
    var body_heads: Words
    var body_weak_heads: Words
    var body_heads_plural: Words
    var body_beginnings: Words
    var body_abbreviated: Words
    var body_joins: Words
    var body_tail: Words
    var body_tail_prepositions: Words
    var body_tail_endings: Words
    var body_tail_obliques: Words
    var press_heads: Words
    var place_words: Words
    var place_phrases: Words
    var place_heads: Words
    var place_openings: Words
    var place_prepositions: Words
    var weak_place_prepositions: Words
    var speech: Words
    var quoted_bodies: Words
    var quoted_places: Words
    var quoted_others: Words
    var not_names: Words
    var demonym_endings: Words
    var common: Words
    var common_endings: Words
    var foreign_letters: String
    var place_endings: Words
    var person_followers: Words
    var compound_endings: Words
  }

  /// A list, each of whose items may hold several words divided by blanks; or one text of words.
  private struct Words: Decodable {
    var items: [String]

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let text = try? container.decode(String.self) {
        items = [text]
      } else {
        items = try container.decode([String].self)
      }
    }

    var keys: [String] { items.flatMap { $0.split(separator: " ").map { TokenKey.key(String($0)) } } }
    var endings: [[UInt8]] { keys.map { Array($0.utf8) } }
  }

  /// Finds cues; a phrase's number gives its cue.
  let cues: PhraseMatcher
  private let cueStarts: [Int]
  /// What a model's word adds to a type, in the units of the rules' scores.
  let modelWeight: Double
  /// From which score on a candidate of the rules stands without a model's word, where there is a model.
  let enoughWithoutModel: Double
  /// Words that stand before a name and belong to none.
  let articles: Set<String>
  /// Given names in every form.
  let given: Set<String>
  /// Given names in the nominative.
  let givenNominatives: Set<String>
  let surnameEndings: [[UInt8]]
  /// Surname endings in the nominative.
  let surnameNominatives: [[UInt8]]
  let weakSurnameEndings: [[UInt8]]
  let patronymicEndings: [[UInt8]]
  let personParticles: Set<String>
  /// Nouns that make a body's name, in every form.
  let bodyHeads: Set<String>
  let weakBodyHeads: Set<String>
  let bodyAbbreviations: Set<String>
  let bodyJoins: Set<String>
  let bodyTail: Set<String>
  let bodyTailPrepositions: Set<String>
  let bodyTailEndings: [[UInt8]]
  let bodyTailObliques: [[UInt8]]
  let pressHeads: Set<String>
  let placeHeads: Set<String>
  let placeOpenings: Set<String>
  let placePrepositions: Set<String>
  let weakPlacePrepositions: Set<String>
  let notNames: Set<String>
  let demonymEndings: [[UInt8]]
  /// Words that are no name when they begin with a capital.
  let common: Set<String>
  let commonEndings: [[UInt8]]
  /// True when words in Latin letters are foreign to the language.
  let isLatinForeign: Bool
  let placeEndings: [[UInt8]]
  /// What makes a person of the word before: `the Keller government`.
  let personFollowers: Set<String>
  /// What makes an adjective of a name before a hyphen: `based`.
  let compoundEndings: Set<String>
  /// The lists above by word and ending, for those who ask for all of them.
  let classes: WordClasses
  /// Words that are familiar as names of some kind.
  let familiar: FamiliarWords

  init(language: String, inflection: Inflection, resources: any ResourceProvider) throws(AnalysisError) {
    let file = try resources.decode(File.self, from: "Tables/names.\(language).yaml", of: "SvodkaLanguage")
    var phrases: [String] = []
    var starts: [Int] = []
    for cue in Cue.allCases {
      starts.append(phrases.count)
      switch cue {
      case .title: phrases.append(contentsOf: file.titles.items)
      case .placeWord: phrases.append(contentsOf: file.place_words.items.map(Self.alternatives))
      case .placePhrase: phrases.append(contentsOf: file.place_phrases.items)
      case .speech: phrases.append(contentsOf: file.speech.items.map(Self.alternatives))
      case .quotedBody: phrases.append(contentsOf: file.quoted_bodies.items.map(Self.alternatives))
      case .quotedPlace: phrases.append(contentsOf: file.quoted_places.items.map(Self.alternatives))
      case .quotedOther: phrases.append(contentsOf: file.quoted_others.items.map(Self.alternatives))
      }
    }
    cues = PhraseMatcher(phrases)
    cueStarts = starts
    func declined(_ words: Words, as wordClass: Inflection.WordClass) -> Set<String> {
      var forms: Set<String> = []
      for word in words.keys { forms.formUnion(inflection.forms(of: word, as: wordClass)) }
      return forms
    }
    familiar = try FamiliarWords(language: language, inflection: inflection, resources: resources)
    modelWeight = file.model_weight
    enoughWithoutModel = file.rule_threshold
    articles = Set(file.articles.keys)
    given = declined(file.given, as: .person)
    givenNominatives = Set(file.given.keys)
    surnameNominatives = file.surname_endings.endings + file.weak_surname_endings.endings
    surnameEndings = Self.declinedEndings(file.surname_endings.keys, inflection)
    weakSurnameEndings = Self.declinedEndings(file.weak_surname_endings.keys, inflection)
    patronymicEndings = Self.declinedEndings(file.patronymic_endings.keys, inflection)
    personParticles = Set(file.person_particles.keys)
    weakBodyHeads = declined(file.body_weak_heads, as: .noun)
    bodyHeads = declined(file.body_heads, as: .noun).union(declined(file.body_heads_plural, as: .plural))
    bodyAbbreviations = declined(file.body_abbreviated, as: .noun)
    bodyJoins = Set(file.body_joins.keys)
    bodyTail = Set(file.body_tail.keys)
    bodyTailPrepositions = Set(file.body_tail_prepositions.keys)
    bodyTailEndings = file.body_tail_endings.endings
    bodyTailObliques = file.body_tail_obliques.endings
    pressHeads = Set(file.press_heads.keys)
    placeHeads = declined(file.place_heads, as: .noun)
    placeOpenings = declined(file.place_openings, as: .adjective)
    placePrepositions = Set(file.place_prepositions.keys)
    weakPlacePrepositions = Set(file.weak_place_prepositions.keys)
    notNames = Set(file.not_names.keys)
    demonymEndings = file.demonym_endings.endings
    common = Set(file.common.keys)
    commonEndings = file.common_endings.endings
    isLatinForeign = file.foreign_letters == "latin"
    placeEndings = Self.declinedEndings(file.place_endings.keys, inflection, as: .noun)
    personFollowers = Set(file.person_followers.keys)
    compoundEndings = Set(file.compound_endings.keys)
    classes = WordClasses(
      words: [
        (.article, articles), (.given, given), (.weakBody, weakBodyHeads), (.body, bodyHeads),
        (.bodyAbbreviation, bodyAbbreviations), (.place, placeHeads), (.press, pressHeads),
        (.placeOpening, placeOpenings), (.placePreposition, placePrepositions),
        (.weakPlacePreposition, weakPlacePrepositions), (.particle, personParticles), (.follower, personFollowers),
        (.notName, notNames), (.common, common),
      ],
      endings: [
        (.patronymic, patronymicEndings), (.surname, surnameEndings), (.demonym, demonymEndings),
        (.place, placeEndings), (.weakSurname, weakSurnameEndings), (.common, commonEndings),
      ])
  }

  /// Words divided by blanks as alternatives of one phrase; a phrase that has its own is left alone.
  private static func alternatives(_ item: String) -> String {
    item.contains("|") ? item : item.split(separator: " ").joined(separator: "|")
  }

  /// Endings as a stem would carry them, in every case.
  private static func declinedEndings(
    _ endings: [String], _ inflection: Inflection, as wordClass: Inflection.WordClass = .person
  ) -> [[UInt8]] {
    var found: Set<String> = []
    // A vowel in front lets rows that ask for more than the ending fit.
    for ending in endings { found.formUnion(inflection.forms(of: ending, as: wordClass)) }
    return found.sorted().filter { $0.utf8.count > 1 }.map { Array($0.utf8) }
  }

  /// True when a word is hardly a name for being written with a capital.
  func isCommon(_ key: String) -> Bool {
    common.contains(key) || notNames.contains(key) || ends(key, in: commonEndings, stem: 4)
  }

  /// The cue of a match of `cues`.
  func cue(of match: PhraseMatcher.Match) -> Cue? {
    cueStarts.lastIndex { $0 <= match.phrase }.flatMap { Cue(rawValue: $0) }
  }

  /// True when a word ends in one of `endings` and leaves a stem of at least `stem` bytes.
  func ends(_ word: String, in endings: [[UInt8]], stem: Int = 4) -> Bool {
    var word = word
    return word.withUTF8 { bytes in
      endings.contains { ending in
        guard bytes.count >= ending.count + stem else { return false }
        var (place, last) = (bytes.count, ending.count)
        while last > 0 {
          (place, last) = (place - 1, last - 1)
          if bytes[place] != ending[last] { return false }
        }
        return true
      }
    }
  }
}
