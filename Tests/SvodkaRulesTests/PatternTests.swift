import SvodkaKit
import SvodkaPipeline
import SvodkaRules
import Testing

/// Patterns over words, names, lists and repetition.
@Suite struct PatternTests {
  private func pattern(_ sequence: String, more: String = "") -> String {
    "kind: pattern\nname: a\n\(more)patterns:\n  x:\n    sequence: \(sequence)\n"
  }

  private let english = WordTable(
    """
    appointed appoint VERB
    names name VERB
    ivan ivan PROPN _ _ PER
    petrov petrov PROPN _ _ PER
    anna anna PROPN _ _ PER
    new new ADJ
    chief chief NOUN
    spokesman spokesman NOUN
    """)

  @Test func wordsLemmasAndNamesInSequence() async throws {
    let rules = try Rules(
      pattern(
        "[lemma: [appoint, name], {entity: PER, capture: person}, as, {pos: [ADJ, NOUN], repeat: 1+, capture: post}]"),
      words: english)
    #expect(
      try await rules.drawn("They appointed Ivan Petrov as new chief spokesman on Friday.") == """
        They appointed Ivan Petrov as new chief spokesman on Friday.
             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~   x
        """)
    #expect(
      try await rules.told("The board names Anna as chief.") == ["x: names Anna as chief person=Anna post=chief"])
    #expect(try await rules.told("They appointed a chief.").isEmpty)
    #expect(
      rules.plan.steps.last?.step.requirements.layers.map(\.id.name) == [
        "tokens", "sentences", "lemmas", "morphology", "mentions",
      ])
  }

  @Test(arguments: [
    ("[a, {form: b, optional: true}, c]", "a c. a b c. a b b c.", ["a c", "a b c"]),
    ("[a, {form: b, repeat: 2}]", "a b. a b b. a b b b.", ["a b b", "a b b"]),
    ("[a, {form: b, repeat: 1-2}, c]", "a c. a b c. a b b c. a b b b c.", ["a b c", "a b b c"]),
    ("[a, {form: b, repeat: 2+}]", "a b. a b b b b.", ["a b b b b"]),
    ("[a, {form: b, repeat: 0+}, c]", "a c. a b b b c.", ["a c", "a b b b c"]),
    ("[{either: [a, [b, c]]}, d]", "a d. b c d. b d. c d.", ["a d", "b c d"]),
    ("[{group: [a, b], repeat: 2}]", "a b a b. a b a.", ["a b a b"]),
    ("[a, {any: true}, c]", "a x c. a c. a , c.", ["a x c", "a , c"]),
    ("[a, {not: b}]", "a b. a c.", ["a c"]),
    ("[a, {not: [{form: b}, {kind: mark}]}]", "a b. a, c. a c.", ["a c"]),
    ("[{at: start}, a]", "a b a. b a.", ["a"]),
    ("[a, b, {at: end}]", "a b c a b", ["a b"]),
    ("[a b c]", "x a b c.", ["a b c"]),
    ("[{shape: title, repeat: 2}]", "x Al Bo x CC Do.", ["Al Bo"]),
    ("[{shape: [upper, title]}]", "x AL y.", ["AL"]),
    ("[{kind: number}, {form: 'k?'}]", "5 km. 6 kilo.", ["5 km"]),
    ("['sanct*', 'on']", "sanctions on x.", ["sanctions on"]),
    ("[a, '*', b]", "a x b. a b.", ["a x b"]),
    ("[{exact: May}]", "May may.", ["May"]),
  ])
  func partsOfASequence(_ sequence: String, text: String, found: [String]) async throws {
    #expect(try await Rules(pattern(sequence)).findings(text).map(\.evidence.text) == found)
  }

  @Test func listsHavePhrases() async throws {
    let rules = try Rules(
      pattern(
        "[{list: offices, capture: office}, {shape: title, repeat: 1-2, capture: who}]",
        more: "lists: {offices: [minister, foreign minister, глава]}\n"))
    #expect(
      try await rules.told("The foreign minister Anna Berg and minister Roe met.") == [
        "x: foreign minister Anna Berg office=foreign minister who=Anna Berg",
        "x: minister Roe office=minister who=Roe",
      ])
  }

  @Test func aPartUnderOneNameMayComeSeveralTimes() async throws {
    let rules = try Rules(
      pattern(
        "[{shape: title, capture: who}, {group: [{either: [',', and]}, {shape: title, capture: who}], repeat: 1+}]"))
    #expect(
      try await rules.told("We met Al, Bo and Cy today.") == ["x: Al, Bo and Cy who=Al who=Bo who=Cy"])
  }

  @Test func whatIsMissingGivesNoPart() async throws {
    let rules = try Rules(pattern("[a, {form: b, optional: true, capture: middle}, c]"))
    #expect(try await rules.told("a c. a b c.") == ["x: a c", "x: a b c middle=b"])
  }

  @Test func theLongestIsToldAndOnRequestAll() async throws {
    let yaml =
      "kind: pattern\nname: a\npatterns:\n  y: {sequence: [b, c]}\n  x: {sequence: [a, {form: b, optional: true}]}\n"
    #expect(try await Rules(yaml).told("a b c.") == ["x: a b"])
    #expect(try await Rules(yaml + "overlaps: all\n").told("a b c.") == ["x: a b", "y: b c"])
  }

  @Test func theOrderOfKeysShowsNowhere() async throws {
    let one = try Rules(
      "kind: pattern\nname: a\nlists: {l: [p q], m: [p]}\npatterns:\n  x: {sequence: [{list: l}]}\n  y: {sequence: [{list: m}, q]}\n"
    )
    let other = try Rules(
      "name: a\npatterns:\n  y: {sequence: [{list: m}, q]}\n  x: {sequence: [{list: l}]}\nlists: {m: [p], l: [p q]}\nkind: pattern\n"
    )
    let text = "We saw p q and q."
    #expect(try await one.findings(text) == other.findings(text))
    #expect(try await one.told(text) == ["x: p q", "y: p q"])
    #expect(one.step.identity == other.step.identity)
  }

  @Test func severalWaysToOneCategoryAndLanguagesOfTheirOwn() async throws {
    let rules = try Rules(
      """
      kind: pattern
      name: a
      patterns:
        x:
          - {sequence: [in, favour], lang: en, confidence: 0.7}
          - {sequence: [за], lang: ru}
      """)
    #expect(try await rules.findings("All in favour, за.").map(\.confidence) == [0.7])
    #expect(try await rules.told("Все in favour, за.", language: "ru") == ["x: за"])
  }

  /// A run that could go on for ever has an end, so that no text makes it slow.
  @Test func longSentencesAreNoTrouble() async throws {
    let rules = try Rules(pattern("[a, {any: true, repeat: 0+}, z]"))
    let text = String(repeating: "a ", count: 3000) + "z"
    let found = try await rules.findings(text)
    #expect(found.count == 1)
    #expect(found.first?.evidence.text.split(separator: " ").count == 100)
  }

  @Test(arguments: [
    ("[{lema: a}]", "rules.yaml:5:17: unknown key 'lema': did you mean 'lemma'? [P102]"),
    ("[{pos: NOUM}]", "rules.yaml:5:22: 'NOUM' is no part of speech: did you mean 'NOUN'? [P103]"),
    ("[{entity: PERS}]", "'entity' is one of PER, LOC, ORG, any, not 'PERS': did you mean 'PER'?"),
    ("[{list: offices}]", "rules.yaml:5:23: no list is called 'offices': add it under 'lists' [P103]"),
    ("[{form: [a, b c]}]", "rules.yaml:5:27: 'b c' is 2 words: write a part for each, or take a 'list'"),
    ("[{form: a, repeat: many}]", "'repeat' is a number such as 2, 1-3 or 1+, at most 100, not 'many'"),
    ("[{form: a, repeat: 3-2}]", "not '3-2'"),
    ("[{form: a, optional: true}]", "the pattern 'x' would fit no word at all"),
    ("[{group: [{form: a, optional: true}], repeat: 1+}]", "what may be missing cannot be repeated"),
    (
      "[{group: [{group: [{form: a, repeat: 1-90}], repeat: 1-90}], repeat: 1-90}]",
      "the pattern 'x' is too large"
    ),
    ("[{optional: true}]", "nothing is asked here: write 'any: true' for any word"),
    ("[{either: [a, b], form: c}]", "'form' is asked of a word and cannot stand beside 'either'"),
    ("[{either: [a]}]", "'either' takes a list of at least two parts"),
    ("[{group: [a], list: b}]", "'group' and 'list' exclude each other"),
    ("[{not: {}}]", "'not' would exclude every word"),
    ("[]", "a sequence is a list of words"),
    ("a", "a sequence is a list of words and of what is asked of them, found the text 'a'"),
  ])
  func mistakesAreNamedWithTheirPlace(_ sequence: String, _ message: String) {
    let error = Rules.error(pattern(sequence))
    #expect(error.contains(message), "\(error)")
  }
}
