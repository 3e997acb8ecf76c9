import Foundation
import SvodkaKit
import SvodkaResources
import Testing

@testable import SvodkaLanguage

/// Sentences of our own with the answers of spaCy 3.8 and the small models of English and French, version 3.8.0.
struct SpacyReference: Decodable, CustomTestStringConvertible {
  var text: String
  var tokens: [String]
  var norms: [String]
  var shapes: [String]
  /// What the tagger or morphologizer says; `tags`, `pos` and `features` are what rules have made of it.
  var labels: [String]
  var tags: [String]
  var pos: [String]
  var features: [String]
  var lemmas: [String]
  /// A root is its own head.
  var heads: [Int]
  var relations: [String]
  var names: [String]

  var testDescription: String { text }

  static func all(_ language: String) -> [SpacyReference] {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Fixtures/spacy.\(language).jsonl")
    let lines = (try? String(contentsOf: file, encoding: .utf8))?.split(separator: "\n") ?? []
    return lines.compactMap { try? JSONDecoder().decode(SpacyReference.self, from: Data($0.utf8)) }
  }
}

@Suite("The references of spaCy are there")
struct SpacyFixtureTests {
  @Test("they can be read, and each row is whole")
  func fixtures() {
    #expect(SpacyReference.all("en").count >= 40 && SpacyReference.all("fr").count >= 10)
    for row in SpacyReference.all("en") + SpacyReference.all("fr") {
      #expect(
        Set(
          [
            row.tokens, row.norms, row.shapes, row.labels, row.tags, row.pos, row.features, row.lemmas, row.relations,
          ].map(\.count)) == [row.heads.count])
    }
  }
}

@Suite(
  "Words of English are cut, described and reduced to lemmas as spaCy does",
  .enabled(if: ModelStore().holds("en-spacy-sm"), "the model is missing: svodka models install en"))
struct EnglishSpacyTests {
  private static let rules = Result { try SpacyRules("en-spacy-sm", language: "en") }

  @Test("tokens, normal forms and shapes", arguments: SpacyReference.all("en"))
  func tokens(reference: SpacyReference) throws { try Self.rules.get().checkTokens(reference) }

  @Test(
    "tags, features and lemmas, from the tagger's tags and the parser's relations", arguments: SpacyReference.all("en"))
  func lemmas(reference: SpacyReference) throws { try Self.rules.get().checkLemmas(reference) }
}

@Suite(
  "Words of French are cut, described and reduced to lemmas as spaCy does",
  .enabled(if: ModelStore().holds("fr-spacy-sm"), "the model is missing: svodka models install fr"))
struct FrenchSpacyTests {
  private static let rules = Result { try SpacyRules("fr-spacy-sm", language: "fr") }

  @Test("tokens, normal forms and shapes", arguments: SpacyReference.all("fr"))
  func tokens(reference: SpacyReference) throws { try Self.rules.get().checkTokens(reference) }

  @Test("tags, features and lemmas, from the morphologizer's labels", arguments: SpacyReference.all("fr"))
  func lemmas(reference: SpacyReference) throws { try Self.rules.get().checkLemmas(reference) }
}

/// The rules of an installed pipeline, without its networks.
private struct SpacyRules {
  let tokenizer: SpacyTokenizer
  let ruler: SpacyAttributeRuler
  let lemmatizer: SpacyLemmatizer

  init(_ name: String, language: String) throws {
    let pack = try ModelStore().open(name, madeBy: SpacyPackBuilder.self)
    tokenizer = try SpacyTokenizer(
      tokenizer: Array(pack.bytes("tokenizer")), lookups: Array(pack.bytes("vocab/lookups.bin")),
      resources: ResourceLoader())
    ruler = try SpacyAttributeRuler(patterns: Array(pack.bytes("attribute_ruler/patterns")))
    lemmatizer = try SpacyLemmatizer(
      pack, language: language, strings: tokenizer.strings, resources: ResourceLoader())
  }

  func checkTokens(_ reference: SpacyReference) throws {
    let text = DocumentText(reference.text)
    let made = tokenizer.tokens(of: text)
    #expect(made.tokens.map { text[$0.span] } == reference.tokens)
    #expect(made.tokens.map { made.forms[$0.form].text } == reference.tokens)
    #expect(made.tokens.map { made.forms[$0.form].norm } == reference.norms)
    #expect(made.tokens.map { made.forms[$0.form].shape } == reference.shapes)
  }

  func checkLemmas(_ reference: SpacyReference) throws {
    let made = tokenizer.tokens(of: DocumentText(reference.text))
    try #require(made.tokens.count == reference.labels.count)
    var analyses = zip(reference.labels, reference.relations).map { label, relation in
      var analysis = label.contains("=") ? SpacyAnalysis(morphologizer: label) : SpacyAnalysis(tag: label)
      analysis.relation = relation
      return analysis
    }
    ruler.apply(to: &analyses, of: made)
    #expect(analyses.map(\.tag) == reference.tags)
    #expect(analyses.map(\.pos) == reference.pos)
    #expect(analyses.map(\.morph) == reference.features)
    #expect(lemmatizer.lemmas(of: made, analyses) == reference.lemmas)
  }
}
