import SvodkaKit
import SvodkaResources
import Testing

@testable import SvodkaLanguage

/// Words that are familiar as names of some kind, and runs of words with capitals, as the classifier of names is told of them.
@Suite("Familiar words and runs of capitals") struct FamiliarWordsTests {
  /// What a trait says of each word of an English text, as `Word=value`; words of which it says nothing are left out.
  private func told(_ trait: TokenTrait, _ string: String) async throws -> [String] {
    let resources = ResourceLoader()
    let document = Document(id: "d", text: DocumentText(string), language: "en")
    let layers = try await SegmentationAnnotator(resources: resources).annotate(
      DocumentView(document, layers: Layers(), declared: [AnyLayer(Reading.layer)], to: "segmentation"), wanting: [])
    let tokens = try #require(layers[Tokens.layer])
    let grammar = try NameGrammar.shared(language: "en", resources: resources)
    let tagger = NameTagger(
      text: document.text, tokens: tokens, sentences: try #require(layers[Sentences.layer]), lexicon: grammar.lexicon,
      gazetteer: grammar.gazetteer)
    let traits = TokenTraits(
      tagger, rules: [], fused: [], readings: ModelReadings(pack: "test", features: 0, tokens: tokens.count),
      keepsTexts: true)
    return tokens.indices.compactMap { i in
      let value = traits.value(trait, i)
      return value == 0 ? nil : "\(document.text[tokens[i].span])=\(traits.texts?[value] ?? "?")"
    }
  }

  @Test("a word is told with all lists that it stands in, in any case of letters")
  func lists() async throws {
    #expect(
      try await told(.familiar, "Toyota and TOYOTA sued Houston in Leeds.")
        == ["Toyota=companies", "TOYOTA=companies", "Houston=cities|surnames", "Leeds=cities"])
  }

  @Test("a language without lists has none")
  func none() throws {
    let grammar = try NameGrammar.shared(language: "fr", resources: ResourceLoader())
    #expect(grammar.lexicon.familiar.lists(WordBits.hash("toyota")) == "")
  }

  @Test("a run goes over joining words and stops at others and at the end of a sentence")
  func runs() async throws {
    #expect(
      try await told(.place, "He left the Bank of Orvin when Tarsk fell.")
        == ["He=B1", "Bank=B3", "of=I3", "Orvin=L3", "Tarsk=B1"])
    #expect(try await told(.before, "An envoy saw Orvin. Tarsk fell.").contains("Orvin=saw"))
    #expect(try await told(.before, "An envoy saw Orvin. Tarsk fell.").contains("Tarsk=<>"))
    #expect(try await told(.after, "An envoy saw Orvin Dale leave.").contains("Orvin=leave"))
    #expect(try await told(.last, "An envoy saw Orvin Dale leave.").contains("Orvin=dale"))
  }

  @Test("first and last letters are letters, not bytes")
  func letters() async throws {
    #expect(try await told(.prefix, "Envoys saw Ørvinsk.").contains("Ørvinsk=ørvi"))
    #expect(try await told(.ultimate, "Envoys saw Dalvø.").contains("Dalvø=vø"))
  }
}
