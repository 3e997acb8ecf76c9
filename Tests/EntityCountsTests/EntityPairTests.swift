@testable import EntityCounts
import SvodkaKit
import Testing

/// Who is named together, as a user sees it in the report.
@Suite("Named together") struct EntityPairTests {
  private func analyzer(_ window: Int) throws -> EntityCounts {
    var settings = EntityCounts.Settings()
    settings.together = window
    return try EntityCounts(settings)
  }

  /// The rows of the table of pairs: both names, sentences, documents; nil where there is no such table.
  private func rows(_ window: Int, _ texts: [String]) async throws -> [String]? {
    let analyzer = try analyzer(window)
    var sum = EntitySummary()
    for (i, text) in texts.enumerated() { sum.merge(try await Fixture(text, id: "d\(i)").summary(analyzer)) }
    let section = analyzer.report(on: sum, context: ReportContext(documents: texts.count))
    return section.tables.first { $0.id == "together" }?.rows.map { row in
      row.cells.map { $0.value.text(by: PlainWording()) }.joined(separator: " ")
    }
  }

  @Test("it is counted only where it is asked for")
  func off() async throws {
    #expect(try await rows(0, ["[Ann]p1 met [Bo]p2."]) == nil)
    #expect(try await rows(1, ["[Ann]p1 left."]) == [])
  }

  @Test("two in one sentence are together once, however often it names them")
  func sentence() async throws {
    #expect(
      try await rows(1, ["[Ann]p1 met [Bo]p2, and [Ann]p1 left.\n[Bo]p2 stayed.\n[Rome]l1 saw [Ann]p1 and [Bo]p2."])
        == ["Ann Bo 2 1", "Rome Ann 1 1", "Rome Bo 1 1"])
  }

  @Test("a window goes back over the sentences before, and no further")
  func window() async throws {
    let text = "[Ann]p1 spoke.\nAll heard it.\n[Bo]p2 left."
    #expect(try await rows(2, [text]) == [])
    #expect(try await rows(3, [text]) == ["Ann Bo 1 1"])
  }

  @Test("pairs of many documents add up, the most frequent first")
  func documents() async throws {
    #expect(
      try await rows(1, ["[Ann]p1 met [Cy]p3.", "[Cy]p3 met [Bo]p2.", "[Bo]p2 met [Cy]p3."])
        == ["Bo Cy 2 2", "Ann Cy 1 1"])
  }

  @Test("a sentence that names very many is a list")
  func lists() async throws {
    let many = (10..<31).map { "[N\($0)]\($0)" }.joined(separator: ", ")
    #expect(try await rows(1, [many]) == [])
  }

  @Test("sums are the same in any order, and documents can be taken out again")
  func merging() async throws {
    let analyzer = try analyzer(1)
    var sums: [EntitySummary] = []
    for (i, text) in ["[Ann]p1 met [Bo]p2.", "[Bo]p2 met [Ann]p1.\n[Bo]p2 left [Rome]l1."].enumerated() {
      sums.append(try await Fixture(text, id: "d\(i)").summary(analyzer))
    }
    var forth = sums[0]
    forth.merge(sums[1])
    var back = sums[1]
    back.merge(sums[0])
    #expect(forth == back)
    forth.keep { $0 == "d0" }
    #expect(forth.pairs?.map { "\($0.first) \($0.second) \($0.count)" } == ["p1 p2 1"])
  }

  @Test("groups are compared by the documents that name both; names that a join makes one are no pair")
  func groups() async throws {
    let analyzer = try analyzer(1)
    var groups: [EntitySummary] = []
    for (i, text) in ["[Ann]p1 met [Bo]p2.\n[Ann]p1 met [Bo]p2.", "[Ann]p1 met [Anna]p3 and [Bo]p2."].enumerated() {
      groups.append(try await Fixture(text, id: "d\(i)").summary(analyzer))
    }
    var context = ReportContext(documents: 2)
    context.joins = EntityJoins(joins: [(from: "p3", to: "p1")])
    let section = analyzer.comparison(of: groups, context: context)
    let counts = try #require(
      section.blocks.lazy.compactMap { block -> ReportCounts? in
        if case .counts(let counts) = block, counts.id == "together" { counts } else { nil }
      }.first)
    #expect(counts.base == .documents)
    #expect(counts.rows.map { "\($0.name.shown) \($0.counts)" } == ["Ann · Bo [1, 1]"])
  }

  @Test("a window of many sentences is refused")
  func limits() throws {
    #expect(throws: AnalysisError.self) { try analyzer(11) }
    #expect(throws: AnalysisError.self) { try analyzer(-1) }
  }
}
