import Foundation
import SvodkaKit
import SvodkaResources
import Testing

@testable import SvodkaLanguage

@Suite("Rules of a pipeline set tags, features and lemmas")
struct SpacyRulesTests {
  private func text(_ string: DocumentText) throws -> SpacyTokens {
    try SpacyTokenizer(
      tokenizer: packed(["exceptions": [:] as [String: Int], "suffix_search": "n't$|\\.$"]),
      lookups: packed([:] as [String: Int]), resources: ResourceLoader()
    ).tokens(of: string)
  }

  private func ruler(_ rules: [[String: Any]]) throws -> SpacyAttributeRuler {
    try SpacyAttributeRuler(patterns: packed(rules))
  }

  @Test("a later rule goes before an earlier one, and all see what was known before")
  func order() throws {
    let ruler = try ruler([
      ["patterns": [[["TAG": "DT"]]], "attrs": ["POS": "DET", "MORPH": "_"], "index": 0],
      ["patterns": [[["TAG": "DT", "LOWER": "that"]]], "attrs": ["MORPH": "PronType=Dem"], "index": 0],
      ["patterns": [[["TAG": "DT", "DEP": ["NOT_IN": ["det", ""]]]]], "attrs": ["POS": "PRON"], "index": 0],
      ["patterns": [[["POS": "DET"]]], "attrs": ["POS": "X"], "index": 0],
    ])
    var analyses = [
      SpacyAnalysis(tag: "DT", relation: "nsubj"), SpacyAnalysis(tag: "DT", relation: "det"), SpacyAnalysis(tag: "DT"),
    ]
    ruler.apply(to: &analyses, of: try text("That the that"))
    #expect(analyses.map(\.pos) == ["PRON", "DET", "DET"])
    #expect(analyses.map(\.morph) == ["PronType=Dem", "", "PronType=Dem"])
  }

  @Test("a rule over several tokens changes the one that it says, and may give either of two shapes")
  func severalTokens() throws {
    let ruler = try ruler([
      ["patterns": [[["LOWER": "gon"], ["LOWER": "na"]]], "attrs": ["LEMMA": "to"], "index": 1],
      ["patterns": [[["LOWER": "gon"], ["LOWER": "na"]]], "attrs": ["LEMMA": "go"], "index": -2],
      [
        "patterns": [[["TAG": "VBZ", "LOWER": "gets"]], [["TAG": "VBD", "LOWER": ["REGEX": "^g[eo]t$"]]]],
        "attrs": ["LEMMA": "get"], "index": 0,
      ],
      ["patterns": [[["IS_SPACE": true]]], "attrs": ["TAG": "_SP", "POS": "SPACE"], "index": 0],
    ])
    var analyses = ["", "", "", "VBD", "VBN", ""].map { SpacyAnalysis(tag: $0) }
    ruler.apply(to: &analyses, of: try text("Gon na na got got  "))
    #expect(analyses.map(\.lemma) == ["go", "to", nil, "get", nil, nil])
    #expect(analyses[5].pos == "SPACE" && analyses[5].tag == "_SP")
    // A text that is shorter than a rule matches none.
    var one = [SpacyAnalysis()]
    ruler.apply(to: &one, of: try text("gon"))
    #expect(one[0].lemma == nil)
  }

  @Test(
    "rules with what no published model has are refused",
    arguments: [
      [["ENT_TYPE": "PER"]], [["LOWER": ["FUZZY": "a"]]], [["TAG": "A", "OP": "+"]], [["LENGTH": 5]],
      [["MORPH": "Number=Plur"]], [[:]], [],
    ] as [[[String: any Sendable]]])
  func refusals(pattern: [[String: any Sendable]]) throws {
    #expect(throws: AnalysisError.self) {
      try ruler([["patterns": [pattern], "attrs": ["POS": "X"], "index": 0]])
    }
  }

  /// Tables after the manner of the models: words by number, parts of speech in lower case.
  private func lemmatizer(_ language: String, _ tables: [String: Any]) throws -> SpacyLemmatizer {
    let path = NSTemporaryDirectory() + "svodka-lemmas-\(UUID().uuidString).pack"
    var writer = ModelPackWriter()
    try SpacyLemmaTables.add(packed(tables), to: &writer)
    try writer.write(to: path)
    defer { try? FileManager.default.removeItem(atPath: path) }
    return try SpacyLemmatizer(
      ModelPack(path: path), language: language, strings: SpacyStrings(resources: ResourceLoader()),
      resources: ResourceLoader())
  }

  private func number(_ word: String) throws -> UInt64 {
    try SpacyStrings(resources: ResourceLoader()).number(of: word)
  }

  private func lemma(_ word: String, _ pos: String, _ morph: String = "", by lemmatizer: SpacyLemmatizer) throws
    -> String
  {
    lemmatizer.lemmas(of: try text(DocumentText(word)), [SpacyAnalysis(pos: pos, morph: morph)])[0]
  }

  @Test("English: base forms, exceptions, words of the index, then what the rules make")
  func english() throws {
    let lemmatizer = try lemmatizer(
      "en",
      [
        "lemma_rules": [
          number("noun"): [["s", ""], ["ies", "y"], ["men", "man"]], number("verb"): [["ed", "e"], ["ed", ""]],
        ],
        "lemma_exc": [number("noun"): ["geese": ["goose"]]],
        "lemma_index": [number("noun"): ["party"], number("verb"): ["walk"]],
      ])
    #expect(try lemma("Parties", "NOUN", "Number=Plur", by: lemmatizer) == "party")
    #expect(try lemma("Geese", "NOUN", "Number=Plur", by: lemmatizer) == "goose")
    #expect(try lemma("blorps", "NOUN", "Number=Plur", by: lemmatizer) == "blorp")
    #expect(try lemma("X-rays", "NOUN", "Number=Plur", by: lemmatizer) == "x-ray")
    #expect(try lemma("News", "NOUN", "Number=Sing", by: lemmatizer) == "news")
    #expect(try lemma("walked", "VERB", "Tense=Past|VerbForm=Fin", by: lemmatizer) == "walk")
    #expect(try lemma("blamed", "VERB", "Tense=Past|VerbForm=Fin", by: lemmatizer) == "blame")
    #expect(try lemma("Fed", "VERB", "Tense=Pres|VerbForm=Fin", by: lemmatizer) == "fed")
    #expect(try lemma("Kyivs", "PROPN", by: lemmatizer) == "Kyivs")
    #expect(try lemma("The", "DET", by: lemmatizer) == "the")
  }

  @Test("French: dictionary forms first, exceptions, rules, and the lookup table for all else")
  func french() throws {
    let lemmatizer = try lemmatizer(
      "fr",
      [
        "lemma_rules": [number("noun"): [["aux", "al"], ["s", ""]]],
        "lemma_exc": [number("noun"): ["yeux": ["œil"]], number("det"): ["les": ["le"]]],
        "lemma_index": [number("noun"): ["journal", "corps"]],
        "lemma_lookup": [number("premiers"): ["premier"], number("Paris"): ["Paris"], number("lui"): ["lui"]],
      ])
    #expect(try lemma("Journaux", "NOUN", by: lemmatizer) == "journal")
    #expect(try lemma("Corps", "NOUN", by: lemmatizer) == "corps")
    #expect(try lemma("yeux", "NOUN", by: lemmatizer) == "œil")
    #expect(try lemma("tables", "NOUN", by: lemmatizer) == "table")
    #expect(try lemma("Les", "DET", by: lemmatizer) == "le")
    #expect(try lemma("premiers", "NUM", by: lemmatizer) == "premier")
    #expect(try lemma("Paris", "PROPN", by: lemmatizer) == "Paris")
    #expect(try lemma("Lui", "PRON", by: lemmatizer) == "lui")
  }

  @Test("a lemma that a rule has given stays")
  func givenLemma() throws {
    let lemmatizer = try lemmatizer("en", [:])
    let given = [SpacyAnalysis(pos: "PRON", lemma: "I")]
    #expect(lemmatizer.lemmas(of: try text("me"), given) == ["I"])
  }

  @Test("a morphologizer's label is a part of speech and features")
  func morphologizer() {
    let noun = SpacyAnalysis(morphologizer: "Gender=Fem|Number=Sing|POS=NOUN")
    #expect(noun.pos == "NOUN" && noun.morph == "Gender=Fem|Number=Sing")
    #expect(SpacyAnalysis(morphologizer: "POS=ADP").morph.isEmpty)
    #expect(SpacyAnalysis(morphologizer: "_").pos.isEmpty)
    #expect(noun.feature("Number") == "Sing" && noun.feature("Num") == nil)
  }

  @Test("tags, features and relations are those of Universal Dependencies, the model's own beside")
  func terms() throws {
    let terms = try SpacyTerms(language: "en", resources: ResourceLoader())
    #expect(
      terms.morph(SpacyAnalysis(tag: "VBN", pos: "VERB", morph: "Aspect=Perf|Tense=Past|VerbForm=Part"))
        == Morph(tag: "VERB", features: "Tense=Past|VerbForm=Part", native: "VBN"))
    #expect(terms.morph(SpacyAnalysis(tag: "WRB", pos: "SCONJ")) == Morph(tag: "ADV", native: "WRB"))
    #expect(terms.morph(SpacyAnalysis(tag: "MD", pos: "AUX", morph: "VerbType=Mod")).features == "VerbForm=Fin")
    // troops from the north were struck by rockets
    let relations = ["nsubjpass", "prep", "det", "pobj", "auxpass", "ROOT", "agent", "pobj"]
    let pos = ["NOUN", "ADP", "DET", "NOUN", "AUX", "VERB", "ADP", "NOUN"]
    let analyses = zip(relations, pos).map { SpacyAnalysis(pos: $1, relation: $0) }
    let heads: [Int32] = [5, 0, 3, 1, 5, 5, 5, 6]
    #expect(
      analyses.indices.map { terms.relation(of: $0, heads: heads, analyses) }
        == ["nsubj:pass", "case", "det", "nmod", "aux:pass", "root", "case", "obl"])
    // gave it to no friend
    let given = zip(["ROOT", "dobj", "dative", "neg", "pobj"], ["VERB", "PRON", "ADP", "DET", "NOUN"])
      .map { SpacyAnalysis(pos: $1, relation: $0) }
    #expect(
      given.indices.map { terms.relation(of: $0, heads: [0, 0, 0, 4, 2], given) } == [
        "root", "obj", "case", "det", "obl",
      ])
    let french = try SpacyTerms(language: "fr", resources: ResourceLoader())
    #expect(french.morph(SpacyAnalysis(tag: "NOUN", pos: "NOUN")) == Morph(tag: "NOUN"))
    #expect(french.relation(of: 0, heads: [0], [SpacyAnalysis(relation: "ROOT")]) == "root")
    #expect(french.relation(of: 0, heads: [0], [SpacyAnalysis(relation: "obl:arg")]) == "obl:arg")
  }
}
