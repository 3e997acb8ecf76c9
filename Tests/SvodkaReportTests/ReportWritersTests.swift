import Foundation
import SvodkaKit
import SvodkaReport
import SvodkaResources
import SvodkaTesting
import Testing

/// Every writer over one small report with hostile texts in it.
@Suite struct ReportWritersTests {
  private static let report: Report = {
    var section = ReportSection(id: "claims", title: "Claims | <b>")
    let ids = section.cite([
      ReportEvidence(
        document: "a,1", sentence: "МИД: \"погибли\" 14 *мирных* <b>жителей</b>\n|, ещё\u{1B}[2J", offset: 0,
        findings: [
          .init(TextSpan(8, 27), label: "killed"), .init(TextSpan(25, 27), label: "number"),
        ])
    ])
    let few = ReportMark(id: ReportMark.ID.smallCount, text: "few cases")
    let name = ReportName("Лавров", latin: "Lavrov", cyrillic: "Лавров", entity: "e1")
    section.headlines = [ReportStatement("=Lavrov said 14", marks: [few], evidence: ids)]
    section.blocks = [
      .statement(ReportStatement("A first grouping.", evidence: ids)),
      .table(
        ReportTable(
          id: "all", caption: "All", note: "A note.",
          columns: [
            .init("who", id: "who"), .init("count", isNumber: true), .init("rate", isNumber: true), .init("range"),
            .init("when"), .init("words"),
          ],
          rows: [
            .init(
              [
                ReportCell(.name(name)), ReportCell(.count(all: 1234, distinct: 12)),
                ReportCell(
                  .estimate(.init(3.25, low: 1, high: nil)), without: .estimate(.init(2.5, low: 0.5, high: 7))),
                ReportCell(.range(low: 14, high: nil)),
                ReportCell(.period(from: "2016-01-30", to: "2016-02-01")), "=1+1, \"x\"",
              ], marks: [few], evidence: ids)
          ], omitted: 2)),
      .table(ReportTable(id: "none", caption: "Nothing", columns: [.init("a")], rows: [])),
      .timeline(
        ReportTimeline(
          id: "line", title: "Over time", unit: "killed", series: ["Herald"],
          points: [.init(date: "2016-01-30", series: 0, low: 14, high: 20, label: "14–20", evidence: ids)],
          alternative: "one")),
      .matrix(
        ReportMatrix(
          id: "matrix", title: "Who stands where", columns: ["Herald", "Курьер"],
          rows: [
            .init(
              name,
              cells: [
                [.init(id: "support", label: "support", count: 2, distinct: 1, marks: [few], evidence: ids)], [],
              ],
              marks: [ReportMark(id: ReportMark.ID.disagreement, text: "sources disagree")])
          ], alternative: "one")),
      .bars(
        ReportBars(
          id: "bars", title: "Rates", unit: "per 10,000", groups: ["Herald", "Курьер"],
          categories: [
            .init(
              name,
              bars: [
                .init(.init(3, low: 1, high: 7), without: .init(2, low: 1, high: 6), count: 3),
                .init(.init(0, low: 0, high: 2), count: 0),
              ])
          ], alternative: "two bars")),
    ]
    let overview = ReportOverview(
      by: ["source"],
      groups: [
        ReportGroup(
          name: "Herald", values: ["Herald"], documents: 3, distinctDocuments: 2, words: 900, distinctWords: 600,
          period: ReportPeriod(from: "2016-01-30", to: "2016-02-01"), languages: [.init("en", 3, distinct: 2)],
          sources: [.init("Herald", 3)], failed: 1),
        ReportGroup(name: "Курьер", values: ["Курьер"], documents: 1, words: 10),
      ],
      copies: [.init(kept: "a,1", others: ["b", "c"])],
      failures: [.init(document: "b", place: nil, analyzer: "claims", code: "A104", message: "broke")],
      corrections: [.init("findings rejected", 2)],
      joins: [.init(name: ReportName("Lavrov|"), under: name, reason: "surname")],
      provenance: [.init("svodka", "0.1.0")],
      notes: [ReportStatement("Курьер is small.")])
    return Report(
      language: "en", title: "Comparison by source", overview: overview, headlines: section.headlines,
      sections: [section],
      documents: [ReportDocument(id: "a,1", title: "T", source: "Herald", date: "2016-01-30", language: "en", group: 0)]
    )
  }()

  private func wording(_ language: String) throws -> LocalWording {
    try LocalWording(language: language, resources: ResourceLoader())
  }

  @Test func text() throws {
    let writer = ReportTextWriter(
      style: TextStyle(isColoured: false, width: 90), wording: try wording("en"), sentences: 1)
    let text = writer.text(of: Self.report)
    #expect(!text.contains("\u{1B}"))
    try snapshot(text, named: "report.txt")
  }

  @Test func markdown() throws {
    try snapshot(ReportMarkdownWriter(wording: try wording("ru")).text(of: Self.report), named: "report.md")
  }

  @Test func tables() throws {
    let files = ReportCSVWriter().files(of: Self.report)
    #expect(Set(files.map(\.name)).count == files.count)
    try snapshot(files.map { "# \($0.name)\n\($0.text)" }.joined(separator: "\n"), named: "report.csv")
  }

  @Test func json() throws {
    let text = try ReportJSONWriter().text(of: Self.report)
    try snapshot(text, named: "report.json")
    #expect(try JSONDecoder().decode(Report.self, from: Data(text.utf8)) == Self.report)
  }
}
