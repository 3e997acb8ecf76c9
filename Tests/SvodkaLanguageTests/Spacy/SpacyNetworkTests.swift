import SvodkaKit
import SvodkaResources
import Testing

@testable import SvodkaLanguage

@Suite(
  "The networks of English answer as spaCy's do",
  .enabled(if: ModelStore().holds("en-spacy-sm"), "the model is missing: svodka models install en"))
struct EnglishNetworkTests {
  private static let networks = SpacyNetworks("en-spacy-sm", language: "en")

  @Test("tags, heads and relations", arguments: SpacyReference.all("en"))
  func words(reference: SpacyReference) throws { try Self.networks.checkWords(reference) }

  @Test("names", arguments: SpacyReference.all("en"))
  func names(reference: SpacyReference) throws { try Self.networks.checkNames(reference) }
}

@Suite(
  "The networks of French answer as spaCy's do",
  .enabled(if: ModelStore().holds("fr-spacy-sm"), "the model is missing: svodka models install fr"))
struct FrenchNetworkTests {
  private static let networks = SpacyNetworks("fr-spacy-sm", language: "fr")

  @Test("labels, heads and relations", arguments: SpacyReference.all("fr"))
  func words(reference: SpacyReference) throws { try Self.networks.checkWords(reference) }

  @Test("names", arguments: SpacyReference.all("fr"))
  func names(reference: SpacyReference) throws { try Self.networks.checkNames(reference) }
}

/// The networks of an installed pipeline, without its rules.
private struct SpacyNetworks {
  let language: String
  let models: SpacyModels

  init(_ pack: String, language: String) {
    self.language = language
    models = SpacyModels(store: ModelStore(), pack: pack, resources: ResourceLoader(), kernel: .best)
  }

  func checkWords(_ reference: SpacyReference) throws {
    let text = try models.tokenizer.value(for: language).tokens(of: DocumentText(reference.text))
    let words = try models.words.value(for: language)
    let reading = words.read(text, SpacyWorkspace())
    let labels = words.tagger?.labels ?? words.morphologizer?.labels ?? []
    #expect(labels.contains(reference.labels.first ?? ""))
    if words.tagger != nil { #expect(reading.analyses.map(\.tag) == reference.labels) }
    #expect(reading.parse.heads.map(Int.init) == reference.heads)
    #expect(reading.analyses.map(\.relation) == reference.relations)
  }

  func checkNames(_ reference: SpacyReference) throws {
    let source = DocumentText(reference.text)
    let text = try models.tokenizer.value(for: language).tokens(of: source)
    let model = try models.names.value(for: language)
    let found = model.names(in: text, SpacyWorkspace()).map { name in
      let span = TextSpan(
        text.tokens[name.tokens.lowerBound].span.start, text.tokens[name.tokens.upperBound - 1].span.end)
      return "\(source[span]) \(model.labels[name.label])"
    }
    #expect(found == reference.names)
  }
}
