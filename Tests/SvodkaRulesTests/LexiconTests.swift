import SvodkaKit
import SvodkaPipeline
import SvodkaRules
import Testing

/// Lexicons as researchers write them.
@Suite struct LexiconTests {
  private let sanctions = """
    kind: lexicon
    name: sanctions
    categories:
      measures:
        - sanction*
        - travel ban
        - санкц*
        - чёрный список
      goods:
        oil: [oil, crude oil]
    """

  @Test func wordsAndPhrasesAreFoundWhateverTheirCase() async throws {
    let rules = try Rules(sanctions)
    #expect(
      try await rules.drawn("SANCTIONS hit oil; a travel ban followed.") == """
        SANCTIONS hit oil; a travel ban followed.
        ~~~~~~~~~     ~~~    ~~~~~~~~~~   measures goods/oil measures
        """)
    #expect(
      try await rules.drawn("Банк попал в черный список, санкции сняты.", language: "ru") == """
        Банк попал в черный список, санкции сняты.
                     ~~~~~~~~~~~~~  ~~~~~~~   measures measures
        """)
  }

  @Test func theLongestMatchIsTold() async throws {
    let rules = try Rules(sanctions)
    #expect(try await rules.told("They sold crude oil.") == ["goods/oil: crude oil"])
    let all = try Rules(sanctions + "\noverlaps: all\n")
    #expect(try await all.told("They sold crude oil.") == ["goods/oil: crude oil", "goods/oil: oil"])
  }

  @Test func aWordOfTwoCategoriesIsFoundInBoth() async throws {
    let rules = try Rules(
      "kind: lexicon\nname: a\ncategories: {war: [front], weather: [front, cold front]}\n")
    #expect(try await rules.told("The front moved.") == ["war: front", "weather: front"])
    #expect(try await rules.told("A cold front came.") == ["weather: cold front"])
  }

  @Test func noPhraseCrossesTheEndOfASentence() async throws {
    let rules = try Rules("kind: lexicon\nname: a\ncategories: {x: [oil price]}\n")
    #expect(try await rules.told("They sold oil. Price was no matter.").isEmpty)
    #expect(try await rules.told("The oil price fell.") == ["x: oil price"])
  }

  @Test(arguments: [
    ("sanction*", ["sanction", "sanctions", "sanctioned"], ["sanctity"]),
    ("*ceiver", ["deceiver"], ["deceive"]),
    ("un*ed", ["united", "unarmed"], ["under"]),
    ("*ction*", ["sanctions"], ["sanity"]),
    ("wom?n", ["woman", "women"], ["womn"]),
    ("м?р", ["мир", "мор"], ["мер а"]),
    ("?ёл*", ["Пёл", "шел"], ["ел"]),
  ])
  func wildcardsStandForLetters(_ entry: String, found: [String], not: [String]) async throws {
    let rules = try Rules("kind: lexicon\nname: a\ncategories: {x: ['\(entry)']}\n")
    for word in found { #expect(try await rules.told("The \(word) came.") == ["x: \(word)"]) }
    for word in not where !word.contains(" ") { #expect(try await rules.told("The \(word) came.").isEmpty) }
  }

  @Test func aStarAloneIsAnyWord() async throws {
    let rules = try Rules("kind: lexicon\nname: a\ncategories: {x: ['not * good', 'no * at all']}\n")
    #expect(
      try await rules.drawn("It is not very good, no joy at all.") == """
        It is not very good, no joy at all.
              ~~~~~~~~~~~~~  ~~~~~~~~~~~~~   x x
        """)
  }

  @Test func exactEntriesWantTheirLetters() async throws {
    let rules = try Rules(
      "kind: lexicon\nname: a\nmatch: exact\ncategories: {x: [SWIFT, {text: hague, match: form}]}\n")
    #expect(try await rules.told("SWIFT and swift, Hague.") == ["x: SWIFT", "x: Hague"])
  }

  @Test func entriesMayBeForOneLanguage() async throws {
    let rules = try Rules("kind: lexicon\nname: a\ncategories: {x: [{text: no, lang: en}, {text: НЕТ, lang: ru}]}\n")
    #expect(try await rules.told("Oh no", language: "en") == ["x: no"])
    #expect(try await rules.told("O no", language: "it").isEmpty)
  }

  @Test func lemmasAreAskedOfALayer() async throws {
    let words = WordTable(
      """
      новыми новый ADJ
      санкциями санкция NOUN
      """)
    let yaml = """
      kind: lexicon
      name: a
      match: lemma
      categories: {x: [новый санкция], y: [санкциями]}
      overlaps: all
      """
    let rules = try Rules(yaml, words: words)
    #expect(
      try await rules.told("Грозят новыми санкциями.", language: "ru") == [
        "x: новыми санкциями", "y: санкциями",
      ])
    #expect(rules.step.examples.isEmpty)
    #expect(rules.plan.steps.last?.step.requirements.layers.map(\.id.name) == ["tokens", "sentences", "lemmas"])
    // Without a step that makes the layer it is not even planned.
    #expect(Rules.error(yaml).contains("[P105]"))
  }

  @Test func theSentenceAndTheEntryAreTold() async throws {
    let rules = try Rules("kind: lexicon\nname: bans\ncategories: {x: [{text: 'ban*', confidence: 0.5}]}\n")
    let found = try await rules.findings("Nothing here. They banned it. A ban!")
    #expect(found.map(\.id) == ["bans-1", "bans-2"])
    #expect(found.map(\.sentence.text) == ["They banned it.", "A ban!"])
    #expect(found.map(\.entry) == ["ban*", "ban*"])
    #expect(found.map(\.confidence) == [0.5, 0.5])
  }

  @Test func theOrderOfKeysShowsNowhere() async throws {
    let text = "The cold front and the front page: cold, page front."
    let one = try Rules(
      "kind: lexicon\nname: a\noverlaps: all\ncategories: {war: [front, 'front *'], paper: [front page, page], cold: [cold*]}\n"
    )
    let other = try Rules(
      "name: a\ncategories: {cold: [cold*], paper: [page, front page], war: ['front *', front]}\noverlaps: all\nkind: lexicon\n"
    )
    #expect(try await one.findings(text) == other.findings(text))
  }

  @Test(arguments: [
    (
      "kind: lexicon\nname: a\ncategory: {}\n",
      "rules.yaml:3:1: unknown key 'category': did you mean 'categories'? [P102]"
    ),
    ("kind: lexicn\nname: a\n", "rules.yaml:1:7: no step is of the kind 'lexicn': did you mean 'lexicon'? [P115]"),
    ("kind: lexicon\ncategories: {x: [a]}\n", "the key 'name' is missing"),
    ("kind: lexicon\nname: My words\ncategories: {x: [a]}\n", "rules.yaml:2:7: 'My words' cannot be a name"),
    ("kind: lexicon\nname: a\ncategories: {x: []}\n", "'categories' has no words [P103]"),
    ("kind: lexicon\nname: a\ncategories:\n  x:\n", "the category 'x' has no words"),
    ("kind: lexicon\nname: a\ncategories: {x: [' ']}\n", "rules.yaml:3:18: the entry ' ' has no word"),
    ("kind: lexicon\nname: a\ncategories: {x: ['*']}\n", "rules.yaml:3:18: the entry '*' would fit every word"),
    (
      "kind: lexicon\nname: a\nmatch: lema\ncategories: {x: [b]}\n",
      "rules.yaml:3:8: 'match' is one of form, lemma, exact, not 'lema': did you mean 'lemma'? [P103]"
    ),
    (
      "kind: lexicon\nname: a\ncategories: {x: [{text: b, mach: form}]}\n",
      "rules.yaml:3:28: unknown key 'mach': did you mean 'match'? [P102]"
    ),
    ("kind: lexicon\nname: a\ncategories: {x: [[b]]}\n", "rules.yaml:3:18: an entry is a mapping, found a list"),
    (
      "kind: lexicon\nname: a\ncategories: {x: [b]}\nexamples: {match: [b]}\n",
      "rules.yaml:4:12: unknown key 'match': did you mean 'matches'? [P102]"
    ),
  ])
  func mistakesAreNamedWithTheirPlace(_ yaml: String, _ message: String) {
    let error = Rules.error(yaml)
    #expect(error.contains(message), "\(error)")
  }
}
