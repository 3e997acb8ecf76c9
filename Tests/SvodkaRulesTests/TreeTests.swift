import SvodkaKit
import SvodkaPipeline
import SvodkaRules
import Testing

/// Patterns over the syntax of sentences.
@Suite struct TreeTests {
  private let words = WordTable(
    """
    board board NOUN _ appointed:nsubj
    appointed appoint VERB
    petrov petrov PROPN _ appointed:obj PER
    ivan ivan PROPN _ petrov:flat PER
    minister minister NOUN _ appointed:obl
    new new ADJ _ minister:amod
    of of ADP _ trade:case
    trade trade NOUN _ minister:nmod
    was be AUX _ appointed:aux:pass
    as as ADP _ minister:case
    """)

  private func rules(_ tree: String, more: String = "") throws -> Rules {
    try Rules("kind: pattern\nname: a\n\(more)patterns:\n  x:\n    tree:\n\(tree)", words: words)
  }

  private let sentence = "The board yesterday appointed Ivan Petrov as new minister of trade."

  @Test func wordsAreJoinedByTheirEdges() async throws {
    let rules = try rules(
      """
            verb: {lemma: appoint}
            person: {of: verb, relation: obj, entity: PER}
            post: {of: verb, relation: obl, take: subtree}
      """)
    #expect(
      try await rules.told(sentence) == [
        "x: appointed Ivan Petrov as new minister of trade verb=appointed person=Ivan Petrov post=as new minister of trade"
      ])
    // Whatever their order.
    #expect(
      try await rules.told("As minister the board appointed Petrov.") == [
        "x: As minister the board appointed Petrov post=As minister verb=appointed person=Petrov"
      ])
    #expect(try await rules.told("The board appointed a minister.").isEmpty)
    #expect(
      rules.plan.steps.last?.step.requirements.layers.map(\.id.name) == [
        "tokens", "sentences", "lemmas", "dependencies", "mentions",
      ])
  }

  @Test(arguments: [
    ("what: {form: trade}\n      who: {above: what, lemma: appoint}", ["who=appointed what=trade"]),
    ("who: {lemma: appoint}\n      what: {under: who, form: trade}", ["who=appointed what=trade"]),
    ("what: {form: trade}\n      who: {head-of: what}", ["who=minister what=trade"]),
    ("who: {lemma: appoint}\n      what: {of: who, form: trade}", []),
    ("who: {lemma: appoint}\n      what: {of: who, relation: nsubj, before: who}", ["what=board who=appointed"]),
    ("who: {lemma: appoint}\n      what: {of: who, relation: nsubj, after: who}", []),
    ("who: {lemma: appoint, before: what}\n      what: {of: who, relation: nsubj}", []),
    ("who: {lemma: appoint}\n      what: {of: who, form: never, optional: true}", ["who=appointed"]),
  ])
  func edgesGoUpAndDown(_ tree: String, _ found: [String]) async throws {
    let told = try await rules("      " + tree + "\n").told(sentence)
    #expect(told.map { $0.split(separator: " ").filter { $0.contains("=") }.joined(separator: " ") } == found)
  }

  @Test func relationsHaveSubtypes() async throws {
    let rules = try rules("      verb: {lemma: appoint}\n      aux: {of: verb, relation: aux}\n")
    #expect(try await rules.told("Petrov was appointed.") == ["x: was appointed aux=was verb=appointed"])
  }

  @Test func everyWayIsToldOnRequest() async throws {
    let tree = "      verb: {lemma: appoint}\n      part: {of: verb, pos: NOUN}\n"
    #expect(try await rules(tree).told(sentence).count == 1)
    #expect(
      try await rules(tree, more: "overlaps: all\n").told(sentence) == [
        "x: board yesterday appointed part=board verb=appointed",
        "x: appointed Ivan Petrov as new minister verb=appointed part=minister",
      ])
  }

  @Test(arguments: [
    ("verb: {lemma: a}\n      who: {of: vreb}", "no word of the tree is called 'vreb': did you mean 'verb'?"),
    ("verb: {lemma: a}\n      who: {form: b}", "the words 'verb' and 'who' are not joined"),
    ("verb: {of: who}\n      who: {of: verb}", "hang on each other in a circle"),
    ("verb: {lemma: a}\n      who: {of: verb, under: verb}", "'of' and 'under' exclude each other"),
    ("verb: {lemma: a, optional: true}", "cannot be optional"),
    ("verb: {lemma: a, tak: word}", "unknown key 'tak': did you mean 'take'?"),
  ])
  func mistakesAreNamed(_ tree: String, _ message: String) {
    let error = Rules.error("kind: pattern\nname: a\npatterns:\n  x:\n    tree:\n      \(tree)\n")
    #expect(error.contains(message), "\(error)")
  }
}
