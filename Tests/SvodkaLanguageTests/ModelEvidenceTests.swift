import SvodkaKit
import SvodkaResources
import Testing

@testable import SvodkaLanguage

/// Names of a text as tables, rules and a model together see them.
@Suite("A model's names join with tables and rules") struct ModelEvidenceTests {
  /// Names of `string`, where `model` is what a model finds, each with its type in front.
  private func marked(_ string: String, model: [String]) async throws -> String {
    let document = Document(id: "d", text: DocumentText(string), language: "en")
    let resources = ResourceLoader()
    let segmentation = SegmentationAnnotator(resources: resources)
    var layers = try await segmentation.annotate(
      DocumentView(document, layers: Layers(), declared: [AnyLayer(Reading.layer)], to: "segmentation"), wanting: [])
    let tokens = try #require(layers[Tokens.layer])
    layers[Mentions.fromModel] = try model.map { line in
      let name = Array(String(line.dropFirst(4)).utf8)
      let start = try #require(document.text.bytes.firstRange(of: name)).lowerBound
      let span = TextSpan(start, start + name.count)
      let covered = tokens.indices.filter { tokens[$0].span.start < span.end && span.start < tokens[$0].span.end }
      return Mention(
        span: span, tokens: try #require(covered.first)..<(try #require(covered.last) + 1),
        type: try #require(EntityType(rawValue: String(line.prefix(3)))), confidence: 1, rule: "model")
    }
    let names = RuleNamesAnnotator(resources: resources)
    let made = try await names.annotate(
      DocumentView(document, layers: layers, declared: names.requirements.declared, to: "rule-names"),
      wanting: [Mentions.layer.id])
    return (made[Mentions.layer] ?? []).map { "\($0.type.rawValue) \(document.text[$0.span])" }.joined(separator: "; ")
  }

  @Test(
    "articles, titles and a possessive 's are no part of a name",
    arguments: [
      ("Later the Harbour Trust 's chairman spoke.", ["ORG the Harbour Trust 's"], "ORG Harbour Trust"),
      ("He met General Tomas Orvin's men.", ["PER General Tomas Orvin's"], "PER Tomas Orvin"),
      ("She wrote to t.orvin@example.org twice.", ["ORG t.orvin@example.org"], ""),
    ]) func spans(text: String, model: [String], expected: String) async throws
  {
    #expect(try await marked(text, model: model) == expected)
  }

  @Test("a place may be but a word of a longer name, and a name but a part of a word")
  func wholesAndParts() async throws {
    #expect(try await marked("He joined Monitor Canada in May.", model: ["ORG Monitor Canada"]) == "ORG Monitor Canada")
    #expect(try await marked("An Orvin-like figure left.", model: ["PER Orvin"]) == "PER Orvin")
  }

  @Test("the noun of a name speaks for its type")
  func nouns() async throws {
    #expect(
      try await marked("They met at Dunmore Bridge today.", model: ["PER Dunmore Bridge"]) == "LOC Dunmore Bridge")
  }

  @Test("the surname of someone whom the tables know needs no model")
  func surnames() async throws {
    #expect(try await marked("Envoys saw Maduro and left.", model: ["ORG Maduro"]) == "PER Maduro")
  }
}
