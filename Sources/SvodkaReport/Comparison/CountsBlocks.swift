import SvodkaKit

/// The tables, bars and statements that counts by group become.
struct CountsBlocks {
  let comparison: CountsComparison
  let context: ReportContext

  var counts: ReportCounts { comparison.counts }
  var groups: [ReportGroup] { context.groups }
  /// With more groups rates would make the table too wide for a reader; the counts stay.
  private static let mostRateColumns = 4
  private static let bars = 12

  func word(_ key: String, _ places: [String: String] = [:]) -> String {
    context.wording.text(key, of: "SvodkaReport", places)
  }
  func mark(_ id: String) -> ReportMark { ReportMark(id: id, text: word("mark.\(id)")) }

  /// Headlines, and blocks in their order; the sentences of what they show are cited in the section.
  func all(citing section: inout ReportSection) -> (headlines: [ReportStatement], blocks: [ReportBlock]) {
    let rows = comparison.rows()
    var blocks: [ReportBlock] = [.table(table(rows, &section))]
    if groups.count > 1 {
      blocks.append(contentsOf: onlyHere(rows, &section))
    }
    if !rows.isEmpty, groups.count <= 8 { blocks.append(.bars(chart(rows, &section))) }
    return (headlines(rows, &section), blocks)
  }

  private func table(_ rows: [CountsComparison.Row], _ section: inout ReportSection) -> ReportTable {
    let shown = context.rows.map { rows.prefix($0) } ?? rows[...]
    let hasKinds = rows.contains { !$0.row.kind.isEmpty }
    let hasRates = groups.count <= Self.mostRateColumns || context.rows == nil
    var columns: [ReportTable.Column] = [.init(counts.subject, id: "name")]
    if hasKinds { columns.append(.init(word("counts.kind"), id: "kind")) }
    for group in groups {
      columns.append(.init(group.name, id: "count \(group.name)", isNumber: true, note: counts.unit))
    }
    if hasRates {
      for group in groups {
        columns.append(
          .init(
            word("counts.rate.\(counts.base.rawValue)", ["group": group.name]), id: "rate \(group.name)",
            isNumber: true, note: word("counts.rate.note")))
      }
    }
    if groups.count > 1 {
      columns += [
        .init(word("counts.more"), id: "more in", note: word("counts.more.note")),
        .init(word("counts.ratio"), id: "log ratio", isNumber: true, note: word("counts.ratio.note")),
        .init("G²", id: "g2", isNumber: true, note: word("counts.g2.note")),
        .init("q", id: "q", isNumber: true, note: word("counts.q.note")),
      ]
    }
    return ReportTable(
      id: counts.id, caption: counts.caption, note: note, columns: columns,
      rows: shown.map { row($0, hasKinds: hasKinds, hasRates: hasRates, &section) }, omitted: rows.count - shown.count)
  }

  private var note: String {
    word("counts.note") + (comparison.hasCopies ? " " + word("counts.note.copies") : "")
  }

  private func row(
    _ row: CountsComparison.Row, hasKinds: Bool, hasRates: Bool, _ section: inout ReportSection
  ) -> ReportTable.Row {
    let sentences = row.row.evidence.map { section.cite($0.sorted()) }
    var cells: [ReportCell] = [ReportCell(.name(row.row.name))]
    if hasKinds { cells.append(.text(row.row.kind)) }
    for index in groups.indices {
      cells.append(
        ReportCell(.count(all: row.counts[index], distinct: row.distinct[index]), evidence: sentences[index]))
    }
    /// A cell that says both where there are near-duplicates.
    func cell(_ value: (CountsComparison.Figures) -> ReportValue) -> ReportCell {
      ReportCell(value(row.figures), without: row.without.map(value))
    }
    if hasRates { for index in groups.indices { cells.append(cell { .estimate(estimate($0.rates[index])) }) } }
    if groups.count > 1 {
      cells.append(cell { .text($0.total > 0 ? groups[$0.leader].name : "") })
      cells.append(
        cell { figures in
          figures.ratio.map { ratio in
            .estimate(ReportEstimate(ratio.value, low: ratio.interval.lowerBound, high: ratio.interval.upperBound))
          } ?? .empty
        })
      cells.append(cell { .number($0.g2, digits: 1) })
      cells.append(cell { $0.q.map { .number($0, digits: 3) } ?? .empty })
    }
    var seen: Set<ReportEvidence.ID> = []
    return ReportTable.Row(
      cells, marks: marks(row), evidence: sentences.flatMap { $0 }.filter { seen.insert($0).inserted })
  }

  private func marks(_ row: CountsComparison.Row) -> [ReportMark] {
    var marks: [ReportMark] = []
    if row.differs {
      marks.append(mark(row.holdsWithoutCopies ? ReportMark.ID.differs : ReportMark.ID.copiesOnly))
    }
    if row.present.count == 1, groups.count > 1, row.total >= CountsComparison.fewCases {
      marks.append(mark(ReportMark.ID.onlyHere))
    }
    if row.total < CountsComparison.fewCases { marks.append(mark(ReportMark.ID.smallCount)) }
    return marks
  }

  private func estimate(_ rate: Rate) -> ReportEstimate {
    switch counts.base {
    case .words:
      let interval = rate.interval()
      return ReportEstimate(rate.value(), low: interval?.lowerBound, high: interval?.upperBound)
    case .documents:
      let share = Share(count: rate.count, of: rate.exposure)
      let interval = share.interval()
      return ReportEstimate(
        share.value * 100, low: interval.map { $0.lowerBound * 100 }, high: interval.map { $0.upperBound * 100 })
    }
  }

  /// What occurs in one group only.
  private func onlyHere(_ rows: [CountsComparison.Row], _ section: inout ReportSection) -> [ReportBlock] {
    // What is counted once is in the whole table; here it would only hide the rest.
    let alone = rows.filter { $0.present.count == 1 && $0.total > 1 }
    guard !alone.isEmpty else { return [] }
    var sorted: [CountsComparison.Row] = []
    for group in groups.indices { sorted += alone.filter { $0.present == [group] } }
    let limit = context.rows.map { max(3, $0 / max(1, groups.count)) }
    var (shown, perGroup): ([CountsComparison.Row], [Int: Int]) = ([], [:])
    for row in sorted {
      perGroup[row.leader, default: 0] += 1
      if let limit, perGroup[row.leader, default: 0] > limit { continue }
      shown.append(row)
    }
    let table = ReportTable(
      id: counts.id + "-only", caption: word("counts.only", ["subject": counts.caption]),
      columns: [
        .init(word("counts.group"), id: "group"), .init(counts.subject, id: "name"),
        .init(counts.unit, id: "count", isNumber: true),
        .init(word("counts.documents"), id: "documents", isNumber: true),
      ],
      rows: shown.map { row in
        let group = row.present.first ?? 0
        return ReportTable.Row(
          [
            .text(groups[group].name), ReportCell(.name(row.row.name)),
            ReportCell(.count(all: row.counts[group], distinct: row.distinct[group])),
            ReportCell(
              .count(
                all: row.row.occurrences[group].count,
                distinct: row.row.occurrences[group].count { !comparison.groups[group].copies.contains($0.document) })),
          ],
          marks: row.total < CountsComparison.fewCases ? [mark(ReportMark.ID.smallCount)] : [],
          evidence: section.cite(row.row.evidence[group].sorted()))
      }, omitted: alone.count - shown.count)
    return [.table(table)]
  }

  private func chart(_ rows: [CountsComparison.Row], _ section: inout ReportSection) -> ReportBars {
    let shown = rows.prefix(Self.bars)
    let unit = word("counts.unit.\(counts.base.rawValue)", ["unit": counts.unit])
    let categories = shown.map { row in
      ReportBars.Category(
        row.row.name,
        bars: groups.indices.map { index in
          ReportBars.Bar(
            estimate(row.rates[index]), without: row.without.map { estimate($0.rates[index]) },
            count: row.counts[index],
            marks: row.differs && index == row.leader ? [mark(ReportMark.ID.differs)] : [],
            evidence: section.cite(row.row.evidence[index].sorted()))
        })
    }
    let lines = shown.map { row in
      row.row.name.shown + ": "
        + groups.indices.map { index in
          let rate = estimate(row.rates[index]).text(by: context.wording)
          let other = row.without.map { estimate($0.rates[index]).text(by: context.wording) }
          let without = other.map { $0 == rate ? "" : ", " + word("without", ["what": $0]) } ?? ""
          return "\(groups[index].name) \(rate)\(without)"
        }.joined(separator: ", ")
    }
    return ReportBars(
      id: counts.id + "-bars", title: counts.caption, unit: unit, groups: groups.map(\.name), categories: categories,
      alternative: lines.joined(separator: "; "))
  }
}
