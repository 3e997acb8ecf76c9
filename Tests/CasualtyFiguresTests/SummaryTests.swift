import CasualtyFigures
import SvodkaKit
import SvodkaResources
import Testing

@Suite struct SummaryTests {
  private func summary(_ text: String, _ id: String) async throws -> CasualtySummary {
    CasualtySummary(try await figures(text, "en"), of: id)
  }

  @Test func mergesInAnyOrder() async throws {
    let a = try await summary("Two men died. Three were wounded.", "a")
    let b = try await summary("The toll rose from 14 to 19.", "b")
    var left = CasualtySummary()
    left.merge(a)
    left.merge(b)
    var right = b
    right.merge(a)
    right.merge(a)
    #expect(left == right)
    // The former toll is kept and not counted.
    #expect(left.claims.count == 4)
    #expect(left.count(of: .killed) == 2)
  }

  @Test func reportsEachFigureWithItsSentence() async throws {
    let summary = try await summary("Two men died. Three were wounded.", "a")
    let section = CasualtyFigures(resources: ResourceLoader()).report(
      on: summary, context: .init(documents: 1, rows: 1))
    #expect(section.tables.map(\.rows.count) == [2, 1])
    #expect(section.tables.last?.omitted == 1)
    let row = try #require(section.tables.last?.rows.first)
    #expect(row.cells == ["killed", "Two", 2, 2, "exact", "men", "", ReportCell(.document("a"))])
    #expect(section.evidence(row.evidence).map(\.sentence) == ["Two men died."])
  }

  @Test func writesTheContractsShape() async throws {
    let text = "Two men died."
    let found = try await figures(text, "en")
    let json = try JSONValueEncoder(offsets: ScalarOffsets(DocumentText(text))).encode(found[0])
    guard case .object(let members) = json else { throw AnalysisError(.wrongValue, "no object") }
    #expect(
      members.map(\.key) == [
        "id", "start", "end", "evidence", "number", "kind", "low", "high", "qualifier", "victims", "claimed_by",
        "denied_by", "losses", "scope", "since", "as_of", "cause", "place", "date", "subset_of", "superseded_by",
        "confidence",
        "sentence", "rule",
      ])
  }
}
