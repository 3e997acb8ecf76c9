import Foundation
import SvodkaKit
import Testing

struct ReportCodingTests {
  static let section: ReportSection = {
    var section = ReportSection(id: "words", title: "Words", headlines: [ReportStatement("«a» comes first")])
    let ids = section.cite([
      ReportEvidence(
        document: "d1", sentence: "a b", offset: 4,
        findings: [.init(TextSpan(0, 1), label: "x"), .init(TextSpan(0, 3), label: "y", analyzer: "w", finding: "w-1")])
    ])
    let small = ReportMark(id: ReportMark.ID.smallCount, text: "few")
    let name = ReportName("А", latin: "A", cyrillic: "А", entity: "e-1")
    let values: [ReportValue] = [
      .empty, .text("t"), .integer(-3), .count(all: 4, distinct: 3), .number(0.25, digits: 2),
      .estimate(.init(1.5, low: nil, high: 3)), .range(low: 3, high: nil), .date("2016-01"),
      .period(from: "2016-01-30", to: "2016-02-01"), .name(name), .document("d1"),
    ]
    section.blocks = [
      .statement(ReportStatement("so", marks: [small], evidence: ids)),
      .table(
        ReportTable(
          id: "t", caption: "c", note: "n", columns: values.indices.map { .init("c\($0)", isNumber: $0 == 2) },
          rows: [
            .init(
              values.map { ReportCell($0, without: .integer(1), marks: [small], evidence: ids) }, marks: [small],
              evidence: ids)
          ],
          omitted: 2)),
      .counts(
        ReportCounts(
          id: "k", caption: "c", subject: "s", unit: "u", base: .documents,
          rows: [
            .init(
              id: "a", name: name, kind: "PER", occurrences: [[.init(document: "d1", count: 2)], []],
              evidence: [section.evidence, []])
          ])),
      .bars(
        ReportBars(
          id: "b", title: "t", unit: "u", groups: ["g"],
          categories: [.init(name, bars: [.init(.init(1, low: 0, high: 2), count: 1, marks: [small], evidence: ids)])],
          alternative: "one bar")),
      .timeline(
        ReportTimeline(
          id: "l", title: "t", unit: "killed", series: ["g"],
          points: [.init(date: "2016-01-30", series: 0, low: 14, high: nil, label: "at least 14", evidence: ids)],
          alternative: "one point")),
      .matrix(
        ReportMatrix(
          id: "m", title: "t", columns: ["g"],
          rows: [.init(name, cells: [[.init(id: "support", label: "за", count: 2, evidence: ids)]], marks: [small])],
          alternative: "one cell")),
    ]
    return section
  }()

  @Test func whatIsWrittenIsReadAsTheSame() throws {
    let written = try JSONValueEncoder().encode(Self.section).json()
    #expect(try JSONDecoder().decode(ReportSection.self, from: Data(written.utf8)) == Self.section)
    #expect(try JSONValueEncoder().encode(Self.section).json() == written)
  }

  @Test func aSentenceIsCitedOnce() {
    var section = ReportSection(title: "t")
    let one = ReportEvidence(document: "d", sentence: "s", finding: TextSpan(0, 1))
    let other = ReportEvidence(document: "d", sentence: "s", finding: TextSpan(0, 1), label: "x")
    let ids = section.cite([one, other, one])
    #expect(ids.count == 3 && ids[0] == ids[2] && ids[0] != ids[1])
    #expect(section.cite([other]) == [ids[1]])
    #expect(section.evidence == [one, other])
    #expect(section.evidence([ids[1], "none"]) == [other])
  }

  @Test func valuesAsText() {
    let wording = PlainWording()
    let texts = Self.section.tables[0].rows[0].cells.map { $0.value.text(by: wording) }
    #expect(
      texts == [
        "", "t", "-3", "4 (3)", "0.25", "1.5 (…–3.0)", "≥ 3", "2016-01", "2016-01-30 – 2016-02-01", "А", "d1",
      ])
    #expect(ReportValue.range(low: nil, high: 7).text(by: wording) == "≤ 7")
    #expect(ReportValue.range(low: 7, high: 7).text(by: wording) == "7")
    #expect([0.049, -0.04, -12.35, 1e20].map { wording.number($0, digits: 1) } == ["0.0", "0.0", "-12.4", "1e+20"])
    #expect(wording.number(2.5, digits: 0) == "3")
  }
}
