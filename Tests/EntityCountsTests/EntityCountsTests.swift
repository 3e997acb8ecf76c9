@testable import EntityCounts
import SvodkaKit
import SvodkaLanguage
import SvodkaNames
import Testing

/// A document with its layers made by hand: mentions are written `[Name]id`, the type is the id's first letter.
struct Fixture {
  var document: Document
  var layers = Layers()

  init(_ marked: String, id: String = "d") {
    var text = ""
    var mentions: [Mention] = []
    var entities: [Entity] = []
    for (i, piece) in marked.split(separator: "[", omittingEmptySubsequences: false).enumerated() {
      guard i > 0, let close = piece.firstIndex(of: "]") else {
        text += piece
        continue
      }
      let key = String(piece[piece.index(after: close)...].prefix(2))
      let start = text.utf8.count
      let name = String(piece[..<close])
      text += name
      let type: EntityType = key.hasPrefix("p") ? .person : key.hasPrefix("l") ? .location : .organization
      mentions.append(
        Mention(span: TextSpan(start, text.utf8.count), tokens: 0..<0, type: type, confidence: 1, rule: "test"))
      if let known = entities.firstIndex(where: { $0.id == key }) {
        entities[known].mentions.append(mentions.count - 1)
      } else {
        entities.append(
          Entity(
            id: key, name: name, names: [.init(language: "ru", name: "ru " + name), .init(language: "en", name: name)],
            type: type, mentions: [mentions.count - 1]))
      }
      text += piece[piece.index(after: close)...].dropFirst(2)
    }
    document = Document(id: id, text: DocumentText(text), language: "en")
    var sentences: [Sentence] = []
    var start = 0
    for sentence in text.split(separator: "\n") {
      sentences.append(Sentence(span: TextSpan(start, start + sentence.utf8.count), tokens: 0..<0, paragraph: 0))
      start += sentence.utf8.count + 1
    }
    layers[Mentions.layer] = mentions
    layers[Entities.layer] = entities
    layers[Sentences.layer] = sentences
  }

  func view(_ analyzer: EntityCounts) -> DocumentView {
    DocumentView(document, layers: layers, declared: analyzer.requirements.declared, to: "entity-counts")
  }

  func findings(_ analyzer: EntityCounts) async throws -> [EntityFinding] {
    try await analyzer.analyze(view(analyzer))
  }

  func summary(_ analyzer: EntityCounts) async throws -> EntitySummary {
    analyzer.summarize(try await findings(analyzer), of: view(analyzer))
  }
}

@Suite struct EntityCountsTests {
  @Test func countsMentions() async throws {
    let found = try await Fixture("[Ann]p1 met [Bo]p2.\n[Ann]p1 left [Rome]l1.").findings(EntityCounts())
    #expect(found.map { "\($0.name) \($0.type) \($0.count)" } == ["Ann PER 2", "Bo PER 1", "Rome LOC 1"])
    #expect(found.first?.mentions.map(\.span) == [TextSpan(0, 3), TextSpan(12, 15)])
  }

  @Test func filters() async throws {
    var settings = EntityCounts.Settings()
    settings.types = ["PER"]
    settings.minimum = 2
    let found = try await Fixture("[Ann]p1 and [Bo]p2, [Ann]p1 in [Rome]l1, [Rome]l1").findings(EntityCounts(settings))
    #expect(found.map(\.name) == ["Ann"])
  }

  @Test func refusesUnknownTypes() throws {
    var settings = EntityCounts.Settings()
    settings.types = ["PERSON"]
    #expect(throws: AnalysisError.self) { try EntityCounts(settings) }
    settings.types = []
    settings.minimum = 0
    #expect(throws: AnalysisError.self) { try EntityCounts(settings) }
  }

  @Test func writesTheContract() async throws {
    let fixture = Fixture("Ёж [Ann]p1")
    let found = try await fixture.findings(EntityCounts())
    let encoder = JSONValueEncoder(offsets: ScalarOffsets(fixture.document.text))
    let json = try encoder.encode(found[0])
    #expect(
      json
        == [
          "id": "p1", "name": "Ann", "names": ["ru": "ru Ann", "en": "Ann"], "type": "PER", "count": 1,
          "mentions": [["text": "Ann", "start": 3, "end": 6]], "actor": .null, "ambiguous_with": [],
          "joined_by": [.null],
        ])
  }

  @Test func sumsInAnyOrder() async throws {
    let analyzer = try EntityCounts()
    var sums: [EntitySummary] = []
    for (i, text) in ["[Ann]p1 is here.\n[Ann]p1", "[Anna]p1 and [Bo]p2", "[Bo]p2, [Bo]p2"].enumerated() {
      sums.append(try await Fixture(text, id: "d\(i)").summary(analyzer))
    }
    func merged(_ order: [Int]) -> EntitySummary {
      order.reduce(into: EntitySummary()) { $0.merge(sums[$1]) }
    }
    let sum = merged([0, 1, 2])
    for order in [[2, 1, 0], [1, 0, 2], [0, 2, 1]] { #expect(merged(order) == sum) }
    #expect(
      sum.cells.map { "\($0.name(in: .original).shown) \($0.mentions) \($0.documents)" } == ["Anna 3 2", "Bo 3 2"])
  }

  @Test func keepsBoundedEvidence() async throws {
    let analyzer = try EntityCounts()
    var sum = EntitySummary()
    for i in 0..<80 { sum.merge(try await Fixture("[Ann]p1 speaks.", id: "d\(i)").summary(analyzer)) }
    #expect(sum.cells.map(\.mentions) == [80])
    #expect(sum.cells.map(\.evidence.count) == [50])
  }

  @Test func reportsTheMostNamedFirst() async throws {
    let analyzer = try EntityCounts()
    let sum = try await Fixture("[Rome]l1 is far.\n[Ann]p1 left, [Ann]p1 came.").summary(analyzer)
    let section = analyzer.report(on: sum, context: ReportContext(documents: 1, rows: 1))
    #expect(
      section.tables.map { $0.rows.map { $0.cells.map { $0.value.text(by: PlainWording()) } } } == [
        [["Ann", "PER", "2", "1"]]
      ])
    #expect(section.tables.map(\.omitted) == [1])
    #expect(section.evidence(section.tables[0].rows[0].evidence).map(\.sentence) == ["Ann left, Ann came."])
  }
}
