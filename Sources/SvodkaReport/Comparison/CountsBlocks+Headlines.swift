import SvodkaKit

/// What a reader has to know first of counts by group.
extension CountsBlocks {
  /// So many names stand in a statement.
  private var named: Int { groups.count > 3 ? 3 : 5 }
  /// So many sentences of a name open from a statement.
  private static let quoted = 3

  func headlines(_ rows: [CountsComparison.Row], _ section: inout ReportSection) -> [ReportStatement] {
    guard !rows.isEmpty else { return [] }
    if groups.count < 2 { return [most(rows, in: 0, &section)].compactMap { $0 } }
    let differing = rows.filter { $0.differs && $0.holdsWithoutCopies }
    var statements: [ReportStatement] = []
    if groups.count <= 6 {
      for group in groups.indices {
        let found = differing.filter { $0.leader == group }.sorted(by: Self.standsOutMore).prefix(named)
        if !found.isEmpty {
          statements.append(more(Array(found), in: group, &section))
        } else if !comparison.canTell || differing.isEmpty {
          let hints = hints(rows, in: group)
          if !hints.isEmpty { statements.append(perhapsMore(hints, in: group, &section)) }
        }
      }
    } else {
      statements += differing.sorted(by: Self.standsOutMore).prefix(named).map {
        more([$0], in: $0.leader, &section)
      }
    }
    if comparison.canTell, differing.isEmpty {
      statements.append(ReportStatement(word("counts.none-differ", ["subject": counts.caption])))
    }
    return statements
  }

  private static func standsOutMore(_ a: CountsComparison.Row, _ b: CountsComparison.Row) -> Bool {
    let (x, y) = (a.g2 / a.figures.dispersion, b.g2 / b.figures.dispersion)
    return x != y ? x > y : a.row.id < b.row.id
  }

  /// The names of a group that stand out most there, for groups too small to call a difference.
  private func hints(_ rows: [CountsComparison.Row], in group: Int) -> [CountsComparison.Row] {
    Array(
      rows.filter { row in
        guard row.leader == group, row.counts[group] >= 2 else { return false }
        return (row.ratio?.value ?? 0) >= 0.5
      }.sorted { a, b in a.g2 != b.g2 ? a.g2 > b.g2 : a.row.id < b.row.id }.prefix(named))
  }

  /// Names of a group with their rates and how much greater these are, with and without near-duplicates.
  private func more(
    _ rows: [CountsComparison.Row], in group: Int, _ section: inout ReportSection
  ) -> ReportStatement {
    let list = rows.map { row -> String in
      var places = places(row.figures)
      places["name"] = row.row.name.shown
      let without = row.without.map { self.places($0) } ?? [:]
      let isSame = without.allSatisfy { places[$0.key] == $0.value }
      places["without"] = isSame ? "" : word("counts.more-in.without", without)
      return word("counts.more-in.item", places)
    }
    return ReportStatement(
      word("counts.more-in", ["group": groups[group].name, "names": list.joined(separator: "; ")]),
      marks: [mark(ReportMark.ID.differs)], evidence: sentences(rows, in: group, &section))
  }

  private func places(_ figures: CountsComparison.Figures) -> [String: String] {
    func digits(_ value: Double?) -> String { value.map { context.wording.number($0, digits: 1) } ?? "" }
    return [
      "rate": digits(figures.rates[figures.leader].value()), "rest": digits(figures.rest.value()),
      "ratio": digits(figures.ratio?.value), "low": digits(figures.ratio?.interval.lowerBound),
      "high": digits(figures.ratio?.interval.upperBound),
    ]
  }

  /// Names of a group with their counts, where it is too small to tell.
  private func perhapsMore(
    _ rows: [CountsComparison.Row], in group: Int, _ section: inout ReportSection
  ) -> ReportStatement {
    let list = rows.map { row in
      let others = groups.indices.filter { $0 != group }.map { count(row, $0) }.joined(separator: ", ")
      let own = ["name": row.row.name.shown, "count": count(row, group), "others": others]
      return word("counts.more-in.item-count", places(row.figures).merging(own) { $1 })
    }
    return ReportStatement(
      word("counts.more-in.chance", ["group": groups[group].name, "names": list.joined(separator: "; ")]),
      marks: [mark(ReportMark.ID.smallCount)], evidence: sentences(rows, in: group, &section))
  }

  private func most(
    _ rows: [CountsComparison.Row], in group: Int, _ section: inout ReportSection
  ) -> ReportStatement? {
    let found = Array(rows.sorted { $0.counts[group] > $1.counts[group] }.prefix(named))
    guard !found.isEmpty else { return nil }
    let list = found.map { "\($0.row.name.shown): \(count($0, group))" }
    return ReportStatement(
      word("counts.most", ["subject": counts.caption, "names": list.joined(separator: ", ")]),
      evidence: sentences(found, in: group, &section))
  }

  /// `12 (9)`: a count, and the count without near-duplicates where that is another.
  private func count(_ row: CountsComparison.Row, _ group: Int) -> String {
    ReportValue.count(all: row.counts[group], distinct: row.distinct[group]).text(by: context.wording)
  }

  private func sentences(
    _ rows: [CountsComparison.Row], in group: Int, _ section: inout ReportSection
  ) -> [ReportEvidence.ID] {
    section.cite(rows.flatMap { $0.row.evidence[group].sorted().prefix(Self.quoted) })
  }
}
