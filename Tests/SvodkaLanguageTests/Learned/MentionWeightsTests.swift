import SvodkaKit
import SvodkaResources
import Testing

@testable import SvodkaLanguage

/// The table of what was learned, and what it does to a document's names.
@Suite("Learned weights of names") struct MentionWeightsTests {
  /// Two numbers a token beside the leanings.
  private static func table(_ rows: String) -> String {
    "# comment\n[pack test]\n[transitions]\n" + String(repeating: "0 0 0 0 0 0 0\n", count: 7) + rows
  }

  private func weights(_ rows: String) throws -> MentionWeights {
    try MentionWeights(Array(Self.table(rows).utf8), file: "mentions.test.tsv")
  }

  /// The names of an English text by rules and a model, then decided by `rows`.
  private func marked(_ string: String, model: [String] = [], rows: String) async throws -> [String] {
    let resources = ResourceLoader()
    let document = Document(id: "d", text: DocumentText(string), language: "en")
    let layers = try await SegmentationAnnotator(resources: resources).annotate(
      DocumentView(document, layers: Layers(), declared: [AnyLayer(Reading.layer)], to: "segmentation"), wanting: [])
    let tokens = try #require(layers[Tokens.layer])
    let grammar = try NameGrammar.shared(language: "en", resources: resources)
    let tagger = NameTagger(
      text: document.text, tokens: tokens, sentences: try #require(layers[Sentences.layer]), lexicon: grammar.lexicon,
      gazetteer: grammar.gazetteer)
    var readings = ModelReadings(pack: "test", features: 0, tokens: tokens.count)
    let mentions = try model.map { line in
      let name = Array(String(line.dropFirst(4)).utf8)
      let start = try #require(document.text.bytes.firstRange(of: name)).lowerBound
      let covered = tokens.indices.filter { tokens[$0].span.start < start + name.count && start < tokens[$0].span.end }
      let range = try #require(covered.first)..<(try #require(covered.last) + 1)
      readings.tag(range, String(line.prefix(3)))
      return Mention(
        span: TextSpan(start, start + name.count), tokens: range,
        type: try #require(EntityType(rawValue: String(line.prefix(3)))), confidence: 1, rule: "model")
    }
    return try tagger.mentions(model: mentions, readings: readings, weights: weights(rows))
      .map { "\($0.type.rawValue) \(document.text[$0.span])" }
  }

  @Test("what nothing speaks for is no name")
  func nothing() async throws {
    #expect(try await marked("Envoys saw Maduro in Geneva.", rows: "") == [])
  }

  @Test("an adjective made of a name is no part of the name behind it")
  func compounds() async throws {
    let rows = "[model+0]\nB-ORG\t0 0 0 0 0 300 0\nI-ORG\t0 0 0 0 0 0 300\n"
    #expect(
      try await marked("She left the Baku-based Orvin Group.", model: ["ORG Baku-based Orvin Group"], rows: rows)
        == ["LOC Baku", "ORG Orvin Group"])
    #expect(
      try await marked("She left the Tarsk-based Orvin Group.", model: ["ORG Tarsk-based Orvin Group"], rows: rows)
        == ["ORG Orvin Group"])
  }

  @Test("answers about a token and its neighbours decide on name and type")
  func answers() async throws {
    let byTag = "[model+0]\nB-PER\t0 300 0 0 0 0 0\n"
    #expect(try await marked("He met Tomas Orvin there.", model: ["PER Tomas"], rows: byTag) == ["PER Tomas"])
    let byNeighbour = byTag + "[word-1]\ntomas\t0 0 300 0 0 0 0\n"
    #expect(
      try await marked("He met Tomas Orvin there.", model: ["PER Tomas"], rows: byNeighbour) == ["PER Tomas Orvin"])
    let byTable = "[known+0 shape+0]\nB-LOC\tTitle\t0 0 0 300 0 0 0\n"
    #expect(try await marked("Envoys met in Geneva.", rows: byTable) == ["LOC Geneva"])
  }

  @Test(
    "a name holds no bracket or quotation mark without its other half",
    arguments: [
      ("Talks of the bloc («ECOWAS») began.", "ORG ECOWAS»)", "ORG ECOWAS"),
      ("Talks of the bloc (ECOWAS Council) began.", "ORG ECOWAS Council)", "ORG ECOWAS Council"),
      ("Talks of the Bloc «Dawn» began.", "ORG Bloc «Dawn»", "ORG Bloc «Dawn»"),
      ("Talks of the bloc (ECOWAS Council) began.", "ORG (ECOWAS", "ORG ECOWAS"),
    ]) func brackets(text: String, model: String, expected: String) async throws
  {
    let rows = "[model+0]\nB-ORG\t0 0 0 0 0 300 0\nI-ORG\t0 0 0 0 0 0 300\n"
    #expect(try await marked(text, model: [model], rows: rows) == [expected])
  }

  @Test("what the document shows elsewhere can be asked for")
  func document() async throws {
    let rows = "[longer+0]\nlast PER\t0 300 0 0 0 0 0\n[longer+0 word+0]\nlast PER\torvin\t0 0 0 0 0 0 0\n"
    let text = "Tomas Orvin left. Then Orvin came back."
    #expect(try await marked(text, model: ["PER Tomas Orvin"], rows: rows).contains("PER Orvin"))
  }

  @Test(
    "a broken table is an error with its line",
    arguments: [
      ("[shape*0]\n", 11), ("[shape+0]\nTitle\t1 2 3\n", 12), ("[shape+0 word-1]\nTitle\t0 0 0 0 0 0 0\n", 12),
      ("[shape+7]\n", 11),
    ]) func broken(rows: String, line: Int)
  {
    let error = #expect(throws: AnalysisError.self) { try weights(rows) }
    #expect(error?.code == "R102" && error?.location?.line == line)
  }

  @Test("the shipped tables are whole", arguments: ["en-spacy-md", "ru-names"])
  func shipped(pack: String) throws {
    let (bytes, file) = try ResourceLoader().read("Tables/mentions.\(pack).tsv", of: "SvodkaLanguage")
    let weights = try MentionWeights(bytes, file: file)
    #expect(weights.pack == pack)
    #expect(weights.answers.count > 500)
    // As many numbers of the model as its readings have, for every distance.
    let width = ModelReadings.leanings + 64
    #expect(weights.readings.count == weights.distances.count * width * MentionLabel.count)
  }
}
