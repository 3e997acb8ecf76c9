import CasualtyFigures
import SvodkaKit
import SvodkaResources
import Testing

@Suite struct ClaimsComparisonTests {
  private func section(
    _ groups: [[(id: String, day: String, text: String)]], copies: Set<String> = [], rows: Int? = nil
  ) async throws -> ReportSection {
    var context = ReportContext(documents: 0, rows: rows)
    context.copies = copies
    var summaries: [CasualtySummary] = []
    for (index, documents) in groups.enumerated() {
      context.groups.append(ReportGroup(name: "g\(index)", values: ["g\(index)"], documents: documents.count))
      var sum = CasualtySummary()
      for document in documents {
        context.publications[document.id] = .init(source: "g\(index)", day: document.day)
        sum.merge(CasualtySummary(try await figures(document.text, "en", date: document.day), of: document.id))
      }
      summaries.append(sum)
    }
    return CasualtyFigures(resources: ResourceLoader()).comparison(of: summaries, context: context)
  }

  private func matrix(_ section: ReportSection) -> ReportMatrix? {
    section.blocks.lazy.compactMap { if case .matrix(let matrix) = $0 { matrix } else { nil } }.first
  }

  @Test func claimsOfOnePlaceStandSideBySide() async throws {
    let section = try await section([
      [("a", "2020-05-02", "The health ministry said 12 people were killed in Nairobi on 1 May 2020.")],
      [("b", "2020-05-03", "At least 30 people were killed in Nairobi on 1 May 2020, the Red Cross said.")],
      [("c", "2020-08-20", "Four people were killed in Nairobi, the Red Cross said.")],
    ])
    let rows = matrix(section)?.rows ?? []
    #expect(rows.count == 1, "what lies months apart is another event")
    #expect(rows.first?.cells.map(\.count) == [1, 1, 0])
    #expect(rows.first?.marks.map(\.id) == [ReportMark.ID.disagreement])
    #expect(section.headlines.count == 1)
    #expect(section.headlines.first?.marks.map(\.id) == [ReportMark.ID.firstGrouping, ReportMark.ID.disagreement])
    let lines = section.tables.first { $0.id == "claims" }
    #expect(lines?.rows.count == 3)
  }

  @Test func everyFigureIsToldWithAndWithoutNearDuplicates() async throws {
    let low = "The health ministry said 12 people were killed in Nairobi on 1 May 2020."
    let high = "The Red Cross said 30 people were killed in Nairobi on 1 May 2020."
    let section = try await section(
      [[("a", "2020-05-02", low), ("b", "2020-05-02", low)], [("c", "2020-05-03", low), ("d", "2020-05-04", high)]],
      copies: ["b", "c", "d"])
    let row = try #require(matrix(section)?.rows.first)
    #expect(row.cells.map { $0.map { "\($0.count) \($0.distinct)" } } == [["2 1"], ["1 0", "1 0"]])
    // Without the copies one claim is left, which nobody contradicts.
    #expect(row.marks.map(\.id) == [ReportMark.ID.disagreement, ReportMark.ID.copiesOnly])
    let headline = try #require(section.headlines.first)
    #expect(headline.marks.map(\.id).contains(ReportMark.ID.copiesOnly))
    #expect(headline.text.contains("headline.without groups=headline.none group=g1"), "\(headline.text)")
    let lines = try #require(section.tables.first { $0.id == "claims" })
    #expect(lines.rows.map { $0.marks.map(\.id).contains(ReportMark.ID.copy) } == [false, true, true, true])
    let alone = try await self.section([[("a", "2020-05-02", low)], [("d", "2020-05-04", high)]])
    #expect(alone.headlines.first?.text.contains("headline.without") == false, "there is nothing else to tell")
  }

  @Test func aCellOfVeryManyClaimsIsBounded() async throws {
    let texts = (0..<30).map { number in
      ("d\(number)", "2020-05-02", "The Red Cross said \(number + 20) people were killed in Nairobi on 1 May 2020.")
    }
    let bounded = try await section([texts], rows: 20)
    let cell = try #require(matrix(bounded)?.rows.first?.cells.first)
    #expect(cell.count == 13 && cell.last?.id == "more" && cell.last?.count == 18)
    #expect(matrix(try await section([texts]))?.rows.first?.cells.first?.count == 30)
  }

  @Test func nothingIsAddedUp() async throws {
    let section = try await section([
      [("a", "2020-05-02", "The ministry said 12 people were killed in Nairobi on 1 May 2020.")],
      [("b", "2020-05-02", "The Red Cross said 7 people were killed in Nairobi on 1 May 2020.")],
    ])
    let labels = matrix(section)?.rows.flatMap { $0.cells.flatMap { $0.map(\.label) } } ?? []
    #expect(labels.count == 2 && !labels.contains { $0.contains("19") })
    #expect(section.headlines.allSatisfy { !$0.text.contains("19") })
  }

  @Test func noFigureIsSaid() async throws {
    let section = try await section([[("a", "2020-05-02", "Nobody spoke.")], []])
    #expect(section.headlines.isEmpty && section.blocks.count == 1)
  }
}
