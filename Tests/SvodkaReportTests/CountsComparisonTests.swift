import SvodkaKit
import SvodkaResources
import Testing

@testable import SvodkaReport

@Suite struct CountsComparisonTests {
  private func group(_ name: String, documents: Int, words: Int, copies: [String] = []) -> CountsComparison.GroupFacts {
    let ids = (0..<documents).map { "\(name)\($0)" }
    return .init(
      group: ReportGroup(
        name: name, values: [name], documents: documents, distinctDocuments: documents - copies.count,
        words: documents * words, distinctWords: (documents - copies.count) * words),
      squaredWords: Double(documents * words * words),
      squaredDistinctWords: Double((documents - copies.count) * words * words),
      words: Dictionary(uniqueKeysWithValues: ids.map { ($0, words) }),
      copies: Set(copies))
  }

  private func row(_ id: String, _ counts: [[Int]]) -> ReportCounts.Row {
    ReportCounts.Row(
      id: id, name: ReportName(id),
      occurrences: zip(["a", "b"], counts).map { name, counts in
        counts.enumerated().filter { $0.element > 0 }.map { .init(document: "\(name)\($0.offset)", count: $0.element) }
      }, evidence: [[], []])
  }

  private func comparison(
    _ rows: [ReportCounts.Row], _ groups: [CountsComparison.GroupFacts]
  ) -> CountsComparison {
    CountsComparison(
      counts: ReportCounts(id: "n", caption: "Names", subject: "name", unit: "mentions", rows: rows), groups: groups)
  }

  @Test func whatDiffersIsTold() {
    let even = Array(repeating: 2, count: 30)
    let rows = comparison(
      [
        row("same", [even, even]), row("more", [even.map { $0 * 4 }, even]),
        row("burst", [[60], Array(repeating: 0, count: 30)]),
        row("few", [[1], [0]]),
      ], [group("a", documents: 30, words: 500), group("b", documents: 30, words: 500)]
    ).rows()
    #expect(rows.map(\.row.id) == ["more", "same", "burst", "few"])
    let by = Dictionary(uniqueKeysWithValues: rows.map { ($0.row.id, $0) })
    #expect(by["more"]?.differs == true && by["more"]?.leader == 0)
    #expect(abs((by["more"]?.ratio?.value ?? 0) - 2) < 1e-9)
    #expect(by["same"]?.differs == false && by["few"]?.differs == false)
    // Sixty times in one text is one text's matter, though G² alone would call it a difference.
    #expect((by["burst"]?.g2 ?? 0) > 80 && by["burst"]?.differs == false)
    #expect(by["burst"]?.present == [0])
  }

  @Test func smallGroupsAreNotJudged() {
    let comparison = comparison(
      [row("x", [[50, 50, 50], [0, 0, 0]])],
      [group("a", documents: 3, words: 900), group("b", documents: 3, words: 900)])
    #expect(!comparison.canTell)
    #expect(comparison.rows().map(\.differs) == [false])
  }

  @Test func whatRestsOnCopiesIsTold() throws {
    let copies = (10..<30).map { "a\($0)" }
    let many = Array(repeating: 0, count: 9) + Array(repeating: 3, count: 21)
    let rows = comparison(
      [row("x", [many, [3, 3, 3]])],
      [group("a", documents: 30, words: 300, copies: copies), group("b", documents: 30, words: 300)]
    ).rows()
    let row = try #require(rows.first)
    #expect(row.counts == [63, 9] && row.distinct == [3, 9])
    #expect(row.differs && !row.holdsWithoutCopies)
  }

  @Test func everyFigureStandsWithAndWithoutCopies() throws {
    let copies = (20..<30).map { "a\($0)" }
    let groups = [
      group("a", documents: 30, words: 300, copies: copies), group("b", documents: 30, words: 300),
    ]
    let comparison = comparison(
      [row("x", [Array(repeating: 2, count: 20) + Array(repeating: 8, count: 10), Array(repeating: 1, count: 30)])],
      groups)
    let row = try #require(comparison.rows().first)
    let without = try #require(row.without)
    #expect(row.counts == [120, 30] && without.counts == [40, 30])
    // The same as over texts of which the copies were never there.
    let bare = try #require(
      self.comparison(
        [self.row("x", [Array(repeating: 2, count: 20), Array(repeating: 1, count: 30)])],
        [group("a", documents: 20, words: 300), group("b", documents: 30, words: 300)]
      ).rows().first)
    #expect(without.rates == bare.rates && without.g2 == bare.g2 && without.q == bare.figures.q)
    #expect(without.ratio?.interval == bare.ratio?.interval && without.dispersion == bare.figures.dispersion)
    let context = ReportContext(
      documents: 60, groups: groups.map(\.group), wording: try LocalWording(language: "en", resources: ResourceLoader())
    )
    var section = ReportSection(title: "Names")
    let (headlines, blocks) = CountsBlocks(comparison: comparison, context: context).all(citing: &section)
    #expect(
      headlines.first?.text.contains("(133.3 per 10,000 words against 33.3;") == true
        && headlines.first?.text.contains("; without near-duplicates 66.7 against 33.3;") == true)
    guard case .table(let table)? = blocks.first, case .bars(let bars)? = blocks.last else {
      Issue.record("no table and bars"); return
    }
    let cells = try #require(table.rows.first).cells
    let shown = zip(table.columns, cells).filter { $0.0.id == "rate a" || $0.0.id == "g2" || $0.0.id == "log ratio" }
    #expect(shown.count == 3 && shown.allSatisfy { $0.1.without != nil && $0.1.without != $0.1.value })
    // Of the group without copies only the interval is another, by how unevenly the documents that are left have the name.
    #expect(bars.categories.first?.bars.compactMap { $0.without?.value } == without.rates.map { $0.value() })
    // No cell says anything twice where there are no copies.
    let (_, alone) = CountsBlocks(
      comparison: self.comparison([self.row("x", [[3], [1]])], [group("a", documents: 30, words: 300), groups[1]]),
      context: context
    ).all(citing: &section)
    guard case .table(let single)? = alone.first else { Issue.record("no table"); return }
    #expect(single.rows.allSatisfy { $0.cells.allSatisfy { $0.without == nil } })
  }

  @Test func sharesOfDocuments() throws {
    var comparison = comparison(
      [row("x", [[5, 1, 0, 0, 0], [0, 0, 0, 0, 1]])],
      [group("a", documents: 5, words: 10), group("b", documents: 5, words: 10)])
    #expect(comparison.rows().first?.counts == [6, 1])
    comparison = CountsComparison(
      counts: ReportCounts(
        id: "n", caption: "", subject: "", unit: "", base: .documents, rows: comparison.counts.rows),
      groups: comparison.groups)
    let row = try #require(comparison.rows().first)
    #expect(row.counts == [2, 1])
    #expect(row.rates.map(\.exposure) == [5, 5])
  }

  @Test func blocksSayWhatTheRowsSay() throws {
    let groups = [group("a", documents: 30, words: 500), group("b", documents: 30, words: 500)]
    let even = Array(repeating: 2, count: 30)
    let context = ReportContext(
      documents: 60, groups: groups.map(\.group), wording: try LocalWording(language: "en", resources: ResourceLoader())
    )
    var section = ReportSection(title: "Names")
    let (headlines, blocks) = CountsBlocks(
      comparison: comparison([row("Ann", [even.map { $0 * 4 }, even]), row("Bo", [[1, 1], []])], groups),
      context: context
    ).all(citing: &section)
    #expect(
      headlines.map(\.text).first?.hasPrefix(
        "Named more in a: Ann (160.0 per 10,000 words against 40.0; log ratio 2.0, ") == true)
    guard case .table(let table)? = blocks.first else { Issue.record("no table"); return }
    #expect(table.rows.first?.marks.map(\.id) == [ReportMark.ID.differs])
    #expect(table.rows.allSatisfy { $0.cells.count == table.columns.count })
    guard case .table(let only)? = blocks.dropFirst().first else { Issue.record("no table"); return }
    #expect(only.rows.map { $0.cells[1].value.text(by: context.wording) } == ["Bo"])
    guard case .bars(let bars)? = blocks.last else { Issue.record("no bars"); return }
    #expect(bars.categories.map(\.bars.count) == [2, 2] && !bars.alternative.isEmpty)
  }
}
