import SvodkaKit

/// The tables, bars and statements that counts by group become.
struct CountsBlocks {
  let comparison: CountsComparison
  let context: ReportContext

  private var counts: ReportCounts { comparison.counts }
  private var groups: [ReportGroup] { context.groups }
  /// With more groups rates would make the table too wide; the counts stay.
  private static let mostRateColumns = 4
  private static let bars = 12
  private static let named = 5

  private func word(_ key: String, _ places: [String: String] = [:]) -> String {
    context.wording.text(key, of: "SvodkaReport", places)
  }
  private func mark(_ id: String) -> ReportMark { ReportMark(id: id, text: word("mark.\(id)")) }

  /// Headlines, and blocks in their order.
  func all() -> (headlines: [ReportStatement], blocks: [ReportBlock]) {
    let rows = comparison.rows()
    var blocks: [ReportBlock] = [.table(table(rows))]
    if groups.count > 1 {
      blocks.append(contentsOf: onlyHere(rows))
    }
    if !rows.isEmpty, groups.count <= 8 { blocks.append(.bars(chart(rows))) }
    return (headlines(rows), blocks)
  }

  private func table(_ rows: [CountsComparison.Row]) -> ReportTable {
    let shown = context.rows.map { rows.prefix($0) } ?? rows[...]
    let hasKinds = rows.contains { !$0.row.kind.isEmpty }
    let hasRates = groups.count <= Self.mostRateColumns
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
      rows: shown.map { row($0, hasKinds: hasKinds, hasRates: hasRates) }, omitted: rows.count - shown.count)
  }

  private var note: String {
    let copies = comparison.groups.contains { !$0.copies.isEmpty } ? " " + word("counts.note.copies") : ""
    return word("counts.note") + copies
  }

  private func row(_ row: CountsComparison.Row, hasKinds: Bool, hasRates: Bool) -> ReportTable.Row {
    var cells: [ReportCell] = [ReportCell(.name(row.row.name))]
    if hasKinds { cells.append(.text(row.row.kind)) }
    for index in groups.indices {
      cells.append(
        ReportCell(
          .count(all: row.counts[index], distinct: row.distinct[index]), evidence: row.row.evidence[index]))
    }
    if hasRates { for rate in row.rates { cells.append(ReportCell(.estimate(estimate(rate)))) } }
    if groups.count > 1 {
      cells.append(.text(row.total > 0 ? groups[row.leader].name : ""))
      cells.append(
        row.ratio.map { ratio in
          let (low, high) = (ratio.interval.lowerBound, ratio.interval.upperBound)
          return ReportCell(.estimate(ReportEstimate(ratio.value, low: low, high: high)))
        } ?? .empty)
      cells.append(ReportCell(.number(row.g2, digits: 1)))
      cells.append(comparison.canTell ? ReportCell(.number(row.q, digits: 3)) : .empty)
    }
    var seen: Set<ReportEvidence.ID> = []
    return ReportTable.Row(
      cells, marks: marks(row), evidence: row.row.evidence.flatMap { $0 }.filter { seen.insert($0).inserted })
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
  private func onlyHere(_ rows: [CountsComparison.Row]) -> [ReportBlock] {
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
            .integer(row.row.occurrences[group].count),
          ],
          marks: row.total < CountsComparison.fewCases ? [mark(ReportMark.ID.smallCount)] : [],
          evidence: row.row.evidence[group])
      }, omitted: alone.count - shown.count)
    return [.table(table)]
  }

  private func chart(_ rows: [CountsComparison.Row]) -> ReportBars {
    let shown = rows.prefix(Self.bars)
    let unit = word("counts.unit.\(counts.base.rawValue)", ["unit": counts.unit])
    let categories = shown.map { row in
      ReportBars.Category(
        row.row.name,
        bars: groups.indices.map { index in
          ReportBars.Bar(
            estimate(row.rates[index]), count: row.counts[index],
            marks: row.differs && index == row.leader ? [mark(ReportMark.ID.differs)] : [],
            evidence: row.row.evidence[index])
        })
    }
    let lines = shown.map { row in
      row.row.name.shown + ": "
        + groups.indices.map {
          "\(groups[$0].name) \(estimate(row.rates[$0]).text(by: context.wording))"
        }.joined(separator: ", ")
    }
    return ReportBars(
      id: counts.id + "-bars", title: counts.caption, unit: unit, groups: groups.map(\.name), categories: categories,
      alternative: lines.joined(separator: "; "))
  }

  // MARK: Headlines

  private func headlines(_ rows: [CountsComparison.Row]) -> [ReportStatement] {
    guard !rows.isEmpty else { return [] }
    if groups.count < 2 { return [most(rows, in: 0)].compactMap { $0 } }
    let differing = rows.filter { $0.differs && $0.holdsWithoutCopies }
    var statements: [ReportStatement] = []
    if groups.count <= 6 {
      for group in groups.indices {
        let found =
          differing.filter { $0.leader == group }.sorted { $0.g2 / $0.dispersion > $1.g2 / $1.dispersion }
          .prefix(Self.named)
        if !found.isEmpty {
          statements.append(more(Array(found), in: group, key: "counts.more-in"))
        } else if !comparison.canTell || differing.isEmpty {
          let hints = hints(rows, in: group)
          if !hints.isEmpty { statements.append(more(hints, in: group, key: "counts.more-in.chance", hedged: true)) }
        }
      }
    } else {
      statements += differing.prefix(Self.named).map { more([$0], in: $0.leader, key: "counts.more-in") }
    }
    if comparison.canTell, differing.isEmpty {
      statements.append(ReportStatement(word("counts.none-differ", ["subject": counts.caption])))
    }
    return statements
  }

  /// The names of a group that stand out most there, for groups too small to call a difference.
  private func hints(_ rows: [CountsComparison.Row], in group: Int) -> [CountsComparison.Row] {
    Array(
      rows.filter { row in
        guard row.leader == group, row.counts[group] >= 2 else { return false }
        return (row.ratio?.value ?? 0) >= 0.5
      }.sorted { a, b in a.g2 != b.g2 ? a.g2 > b.g2 : a.row.id < b.row.id }.prefix(Self.named))
  }

  private func more(
    _ rows: [CountsComparison.Row], in group: Int, key: String, hedged: Bool = false
  ) -> ReportStatement {
    let list = rows.map { row -> String in
      let others = groups.indices.filter { $0 != group }.map { row.counts[$0] }
      if hedged {
        return word(
          "counts.more-in.item-count",
          [
            "name": row.row.name.shown, "count": context.wording.number(row.counts[group]),
            "others": others.map { context.wording.number($0) }.joined(separator: ", "),
          ])
      }
      let rest = Rate(
        count: others.reduce(0, +), exposure: groups.indices.filter { $0 != group }.reduce(0) { $0 + groups[$1].words })
      let ratio = row.ratio.map { context.wording.number($0.value, digits: 1) } ?? ""
      let low = row.ratio.map { context.wording.number($0.interval.lowerBound, digits: 1) } ?? ""
      let high = row.ratio.map { context.wording.number($0.interval.upperBound, digits: 1) } ?? ""
      return word(
        "counts.more-in.item",
        [
          "name": row.row.name.shown, "rate": context.wording.number(row.rates[group].value(), digits: 1),
          "rest": context.wording.number(rest.value(), digits: 1), "ratio": ratio, "low": low, "high": high,
        ])
    }
    return ReportStatement(
      word(key, ["group": groups[group].name, "names": list.joined(separator: "; ")]),
      marks: [mark(hedged ? ReportMark.ID.smallCount : ReportMark.ID.differs)],
      evidence: rows.flatMap { $0.row.evidence[group].prefix(3) })
  }

  private func most(_ rows: [CountsComparison.Row], in group: Int) -> ReportStatement? {
    let found = rows.sorted { $0.counts[group] > $1.counts[group] }.prefix(Self.named)
    guard !found.isEmpty else { return nil }
    let list = found.map { "\($0.row.name.shown) (\(context.wording.number($0.counts[group])))" }
    return ReportStatement(
      word("counts.most", ["subject": counts.caption, "names": list.joined(separator: ", ")]),
      evidence: found.flatMap { $0.row.evidence[group].prefix(3) })
  }
}
