import SvodkaKit
import Testing

@testable import TalksStance

@Suite struct StanceSummaryTests {
  private func summary(_ text: String, of id: String, date: String) async throws -> StanceSummary {
    StanceSummary(try await stances(text, "en"), of: id, date: date)
  }

  @Test func mergingIsUnionInAnyOrder() async throws {
    let a = try await summary("Lima welcomed the peace talks.", of: "a", date: "2020-01-01")
    let b = try await summary("Lima rejected the peace talks.", of: "b", date: "2020-02-01")
    var (ab, ba, aab) = (a, b, a)
    ab.merge(b)
    ba.merge(a)
    aab.merge(a)
    aab.merge(b)
    #expect(ab == ba)
    #expect(ab == aab)
    #expect(ab.holders.map(\.name) == ["Lima"])
    #expect(ab.holders.first?.changes.map { "\($0.from.stance.label) \($0.to.stance.label)" } == ["support oppose"])
  }

  @Test func theReportHasAMatrixAndChanges() async throws {
    var sum = try await summary("Lima welcomed the peace talks.", of: "a", date: "2020-01-01")
    sum.merge(try await summary("Lima rejected the peace talks.", of: "b", date: "2020-02-01"))
    let section = StepsOfTests.analyzer.report(on: sum, context: ReportContext(documents: 2))
    #expect(section.tables.first?.rows.map(\.cells) == [["Lima", 1, 1, 0, 0]])
    #expect(section.tables.last?.rows.map(\.cells) == [["Lima", "support", "oppose", "a → b"]])
    #expect(section.tables.last?.rows.first?.evidence.count == 2)
  }
}
