import SvodkaKit

/// Charts as tables, for writers that draw none.
extension ReportMatrix {
  func table(_ wording: any ReportWording) -> ReportTable {
    ReportTable(
      id: id, caption: title, columns: [.init("", id: "name")] + columns.map { .init($0) },
      rows: rows.map { row in
        .init(
          [ReportCell(.name(row.name))]
            + row.cells.map { entries in
              ReportCell(
                .text(entries.map { "\($0.label) \($0.counted(by: wording))" }.joined(separator: ", ")),
                marks: entries.flatMap(\.marks), evidence: entries.flatMap(\.evidence))
            },
          marks: row.marks, evidence: row.cells.flatMap { $0.flatMap(\.evidence) })
      }, omitted: omitted)
  }
}

extension ReportTimeline {
  func table(_ wording: any ReportWording) -> ReportTable {
    ReportTable(
      id: id, caption: title,
      columns: [.init("", id: "date"), .init("", id: "series"), .init(unit), .init("", id: "label")],
      rows: points.map { point in
        .init(
          [
            ReportCell(.date(point.date)), .text(series.indices.contains(point.series) ? series[point.series] : ""),
            ReportCell(.range(low: point.low, high: point.high)), .text(point.label),
          ], marks: point.marks, evidence: point.evidence)
      })
  }
}

extension ReportBars {
  func table(_ wording: any ReportWording) -> ReportTable {
    ReportTable(
      id: id, caption: title, note: unit,
      columns: [.init("", id: "name")] + groups.map { .init($0, isNumber: true) },
      rows: categories.map { category in
        .init(
          [ReportCell(.name(category.name))]
            + category.bars.map { bar in
              ReportCell(
                .estimate(bar.estimate), without: bar.without.map { .estimate($0) }, marks: bar.marks,
                evidence: bar.evidence)
            })
      })
  }
}

extension ReportMatrix.Entry {
  /// `3 (2)`: how often, and how often without near-duplicates where that is another number.
  func counted(by wording: any ReportWording) -> String {
    ReportValue.count(all: count, distinct: distinct).text(by: wording)
  }
}

extension ReportCell {
  /// What the cell says without near-duplicates, a dash where nothing can be said; nil where it is the same.
  func textWithout(by wording: any ReportWording) -> String? {
    guard let without else { return nil }
    let text = without.text(by: wording)
    return text.isEmpty ? "–" : text
  }
}
