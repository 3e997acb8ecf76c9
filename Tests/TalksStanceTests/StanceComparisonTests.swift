import SvodkaKit
import Testing

@testable import TalksStance

@Suite struct StanceComparisonTests {
  private func section(
    _ groups: [[(id: String, day: String, text: String)]], copies: Set<String> = []
  ) async throws -> ReportSection {
    var context = ReportContext(documents: 0)
    context.copies = copies
    var summaries: [StanceSummary] = []
    for (index, documents) in groups.enumerated() {
      context.groups.append(ReportGroup(name: "g\(index)", values: ["g\(index)"], documents: documents.count))
      var sum = StanceSummary()
      for document in documents {
        context.publications[document.id] = .init(source: "g\(index)", day: document.day)
        let stances = try await stances(document.text, "en")
        sum.merge(StanceSummary(stances, of: document.id, date: document.day))
      }
      summaries.append(sum)
    }
    return StepsOfTests.analyzer.comparison(of: summaries, context: context)
  }

  @Test func whoIsToldDifferentlyIsMarked() async throws {
    let section = try await section([
      [("a", "2020-01-01", "Lima welcomed the peace talks.")], [("b", "2020-01-01", "Lima rejected the peace talks.")],
    ])
    guard case .matrix(let matrix)? = section.blocks.first else { Issue.record("no matrix"); return }
    #expect(matrix.rows.map { $0.cells.map { $0.map(\.id) } } == [[["support"], ["oppose"]]])
    #expect(matrix.rows.first?.marks.map(\.id) == [ReportMark.ID.disagreement])
    #expect(!section.tables.contains { $0.id == "changes" }, "two outlets on one day are no change of mind")
  }

  @Test func everyFigureIsToldWithAndWithoutNearDuplicates() async throws {
    let (welcome, rejection) = ("Lima welcomed the peace talks.", "Lima rejected the peace talks.")
    let section = try await section(
      [
        [("a", "2020-01-01", welcome), ("b", "2020-01-02", welcome)],
        [("c", "2020-01-03", welcome), ("d", "2020-02-03", rejection)],
      ], copies: ["b", "d"])
    guard case .matrix(let matrix)? = section.blocks.first else { Issue.record("no matrix"); return }
    #expect(
      matrix.rows.first?.cells.map { $0.map { "\($0.id) \($0.count) \($0.distinct)" } } == [
        ["support 2 1"], ["support 1 1", "oppose 1 0"],
      ])
    #expect(matrix.rows.first?.marks.map(\.id) == [ReportMark.ID.disagreement, ReportMark.ID.copiesOnly])
    let changes = try #require(section.tables.first { $0.id == "changes" })
    #expect(changes.rows.map { $0.marks.map(\.id) } == [[ReportMark.ID.copiesOnly]])
    #expect(section.headlines.first?.marks.map(\.id) == [ReportMark.ID.copiesOnly])
  }

  @Test func aChangeIsToldByItsOutlet() async throws {
    let section = try await section([
      [
        ("a", "2020-01-01", "Lima welcomed the peace talks."), ("b", "2020-02-01", "Lima rejected the peace talks."),
      ], [("c", "2020-03-01", "Quito will attend the peace talks only if prisoners are freed.")],
    ])
    let changes = section.tables.first { $0.id == "changes" }
    #expect(changes?.rows.count == 1)
    #expect(changes?.rows.first?.evidence.count == 2)
    let conditions = section.tables.first { $0.id == "conditions" }
    #expect(conditions?.rows.count == 1)
    #expect(section.headlines.count == 1)
  }
}
