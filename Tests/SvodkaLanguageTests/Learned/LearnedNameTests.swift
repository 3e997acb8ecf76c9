import SvodkaKit
import SvodkaResources
import Testing

@testable import SvodkaLanguage

/// One type for the mentions of one name.
@Suite("Types of learned names") struct LearnedNameTests {
  /// Settles names given as `TYPE probability name`, each at its next place in the text.
  private func settled(_ string: String, _ names: [String], language: String = "en") async throws -> [String] {
    let document = Document(id: "d", text: DocumentText(string), language: language)
    let layers = try await SegmentationAnnotator(resources: ResourceLoader()).annotate(
      DocumentView(document, layers: Layers(), declared: [AnyLayer(Reading.layer)], to: "segmentation"), wanting: [])
    let tokens = try #require(layers[Tokens.layer])
    var from = 0
    var learned = try names.map { line in
      let cells = line.split(separator: " ", maxSplits: 2)
      let bytes = Array(cells[2].utf8)
      let start = try #require(document.text.bytes[from...].firstRange(of: bytes)).lowerBound
      from = start + bytes.count
      let covered = tokens.indices.filter { tokens[$0].span.start < from && start < tokens[$0].span.end }
      return LearnedName(
        tokens: try #require(covered.first)..<(try #require(covered.last) + 1),
        type: try #require(EntityType(rawValue: String(cells[0]))), probability: try #require(Float(cells[1])))
    }
    learned.settleTypes(tokens)
    return learned.map(\.type.rawValue)
  }

  @Test("a doubtful mention takes the type of those for which more speaks")
  func doubtful() async throws {
    let text = "A strike hit Dal Orvin. Dal Orvin lies in the north. In Dal Orvin, all shops closed."
    #expect(
      try await settled(text, ["PER 0.6 Dal Orvin", "LOC 0.8 Dal Orvin", "LOC 0.7 Dal Orvin"])
        == ["LOC", "LOC", "LOC"])
  }

  @Test("a certain mention keeps its own type")
  func certain() async throws {
    let text = "Tarsk said no. He was born in Tarsk. In Tarsk it rained."
    #expect(
      try await settled(text, ["PER 0.97 Tarsk", "LOC 0.99 Tarsk", "LOC 0.99 Tarsk"]) == ["PER", "LOC", "LOC"])
  }

  @Test("of two single words that differ and weigh alike, both stay")
  func alike() async throws {
    #expect(try await settled("Tarsk said no to Tarsk.", ["PER 0.7 Tarsk", "LOC 0.75 Tarsk"]) == ["PER", "LOC"])
  }

  @Test("the cases of a Russian name are one name")
  func cases() async throws {
    #expect(
      try await settled(
        "Удар по Дальневке. В Дальневке тихо. Жители Дальневки ушли.",
        ["PER 0.5 Дальневке", "LOC 0.9 Дальневке", "LOC 0.9 Дальневки"], language: "ru") == ["LOC", "LOC", "LOC"])
  }
}
