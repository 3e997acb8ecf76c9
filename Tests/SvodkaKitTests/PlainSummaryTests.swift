import SvodkaKit
import Testing

/// An analyzer that declares neither summary nor report.
private struct Colours: Analyzer {
  struct Finding: Codable, Sendable {
    var id: String
    var evidence: SpannedText
    var colour: String
    var isBright: Bool
    var shade: Int
  }

  var identity: Identity { Identity(name: "colours", version: "1") }
  var requirements: Requirements { Requirements() }

  func analyze(_ document: DocumentView) async throws(AnalysisError) -> [Finding] {
    var found: [Finding] = []
    for (word, isBright) in [("red", true), ("серый", false)] {
      let (text, wanted) = (document.text.bytes, Array(word.utf8))
      for start in text.indices where text[start...].starts(with: wanted) {
        found.append(
          Finding(
            id: "c-\(found.count + 1)", evidence: document.text.spanned(TextSpan(start, start + wanted.count)),
            colour: word, isBright: isBright, shade: 3))
      }
    }
    return found
  }
}

/// An analyzer whose findings have no Swift type.
private struct Loose: Analyzer {
  var identity: Identity { Identity(name: "loose", version: "1") }
  var requirements: Requirements { Requirements() }
  func analyze(_ document: DocumentView) async throws(AnalysisError) -> [JSONValue] {
    [["id": "x", "start": 3, "end": 6, "label": "да", "sentence": ["start": 3, "end": 8, "text": "кот и"]]]
  }
}

struct PlainSummaryTests {
  private func summary(_ text: String, id: String) async throws -> PlainSummary {
    let view = DocumentView(Document(id: id, text: DocumentText(text)), layers: Layers(), declared: [], to: "colours")
    return Colours().summarize(try await Colours().analyze(view), of: view)
  }

  @Test func countsFieldsWithSentences() async throws {
    var sum = try await summary("Начало.\nA red серый and red thing.", id: "a")
    sum.merge(try await summary("red", id: "b"))
    #expect(
      sum.cells.map { "\($0.field) \($0.value) \($0.document) \($0.count)" } == [
        "colour red a 2", "colour red b 1", "colour серый a 1", "isBright false a 1", "isBright true a 2",
        "isBright true b 1",
      ])
    let section = Colours().report(on: sum, context: ReportContext(documents: 2))
    #expect(section.tables.map(\.caption) == ["colour", "isBright"])
    #expect(section.tables[0].rows.map(\.cells) == [["red", 3, 2], ["серый", 1, 1]])
    let grey = section.evidence(section.tables[0].rows[1].evidence)
    #expect(grey.map(\.sentence) == ["A red серый and red thing."])
    #expect(grey[0].sentence.utf8.count == 31 && grey[0].finding == TextSpan(6, 16))
  }

  @Test func theOrderOfDocumentsDoesNotMatter() async throws {
    var parts: [PlainSummary] = []
    for id in 0..<4 { parts.append(try await summary(String(repeating: "red ", count: 20 + id), id: "d\(id)")) }
    func sum(_ order: [Int]) -> PlainSummary { order.reduce(into: PlainSummary()) { $0.merge(parts[$1]) } }
    #expect(sum([0, 1, 2, 3]) == sum([3, 1, 0, 2]))
    #expect(sum([0, 1, 1, 2, 0, 3]) == sum([0, 1, 2, 3]), "a document counts once")
    #expect(sum([0, 1, 2, 3]).quotes.filter { $0.field == "colour" }.count == 50)
    var one = sum([0, 1, 2, 3])
    one.keep { $0 == "d2" }
    #expect(one.cells == parts[2].cells)
  }

  @Test func groupsAreSetSideBySide() async throws {
    let groups = ["x", "y"].map { ReportGroup(name: $0, values: [$0], documents: 1) }
    let section = Colours().comparison(
      of: [try await summary("red", id: "a"), try await summary("red серый", id: "b")],
      context: ReportContext(documents: 2, groups: groups))
    guard case .counts(let colours)? = section.blocks.first else { Issue.record("no counts"); return }
    #expect(
      colours.rows.map { "\($0.id) \($0.counts)" } == ["red [1, 1]", "серый [0, 1]"])
    #expect(colours.rows[1].evidence.map(\.count) == [0, 1])
  }

  @Test func findingsWithoutASwiftType() async throws {
    let document = Document(id: "a", text: "ах кот и пёс")
    let view = DocumentView(document, layers: Layers(), declared: [], to: "loose")
    let sum = Loose().summarize(try await Loose().analyze(view), of: view)
    #expect(sum.cells.map { "\($0.field) \($0.value)" } == ["label да"])
    #expect(sum.quotes.map(\.kept.quote.sentence) == ["кот и"])
    #expect(sum.quotes.map(\.kept.quote.finding) == [TextSpan(0, 6)])
  }
}
