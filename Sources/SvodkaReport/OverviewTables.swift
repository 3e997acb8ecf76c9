import SvodkaKit

/// The first page of a report as blocks that every writer can show: what is compared, copies, failures, corrections.
struct OverviewTables {
  private let report: Report
  private let wording: any ReportWording

  /// At most so many rows are in a table but that of groups; nil for all.
  private let rows: Int?

  init(_ report: Report, wording: any ReportWording, rows: Int? = nil) {
    self.report = report
    self.wording = wording
    self.rows = rows
  }

  /// Notes first, then the groups; tables that would be empty are left out.
  var blocks: [ReportBlock] {
    let overview = report.overview
    var blocks = overview.notes.map { ReportBlock.statement($0) }
    blocks.append(.table(groups))
    if !overview.copies.isEmpty { blocks.append(.table(copies)) }
    if !overview.failures.isEmpty { blocks.append(.table(failures)) }
    if !overview.corrections.isEmpty { blocks.append(.table(corrections)) }
    if !overview.joins.isEmpty { blocks.append(.table(joins)) }
    return blocks
  }

  private func word(_ key: String) -> String { wording.text("overview.\(key)", of: "SvodkaReport") }

  private func column(_ key: String, isNumber: Bool = false) -> ReportTable.Column {
    .init(word(key), id: key, isNumber: isNumber)
  }

  private var groups: ReportTable {
    let groups = report.overview.groups
    let hasFailures = groups.contains { $0.failed > 0 }
    let hasCopies = groups.contains { $0.distinctDocuments != $0.documents }
    let columns =
      [
        column("group"), column("documents", isNumber: true), column("words", isNumber: true), column("days"),
        column("languages"), column("sources"),
      ] + (hasFailures ? [column("failed", isNumber: true)] : [])
    let rows = groups.map { group in
      ReportTable.Row(
        [
          .text(group.name), ReportCell(.count(all: group.documents, distinct: group.distinctDocuments)),
          ReportCell(.count(all: group.words, distinct: group.distinctWords)),
          ReportCell(group.period.map { .period(from: $0.from, to: $0.to) } ?? .empty),
          .text(tallies(group.languages)), .text(tallies(group.sources)),
        ] + (hasFailures ? [.integer(group.failed)] : []))
    }
    return ReportTable(
      id: "groups", caption: word("compared"), note: hasCopies ? word("copies-note") : "", columns: columns, rows: rows)
  }

  /// The most frequent, then how many others there are.
  private func tallies(_ tallies: [ReportTally]) -> String {
    let most = 4
    let sorted = tallies.sorted { ($1.count, $0.name) < ($0.count, $1.name) }
    var words = sorted.prefix(most).map { tally in
      "\(tally.name) " + ReportValue.count(all: tally.count, distinct: tally.distinct ?? tally.count).text(by: wording)
    }
    if sorted.count > most { words.append("+\(wording.number(sorted.count - most))") }
    return words.joined(separator: ", ")
  }

  private var copies: ReportTable {
    table("copies", [column("kept"), column("others")], report.overview.copies) { cluster in
      [ReportCell(.document(cluster.kept)), .text(cluster.others.joined(separator: ", "))]
    }
  }

  private var failures: ReportTable {
    let columns = [column("document"), column("analyzer"), column("code"), column("message")]
    return table("failures", columns, report.overview.failures) { failure in
      [
        .text([failure.document, failure.place].compactMap { $0 }.joined(separator: ", ")),
        .text(failure.analyzer ?? ""), .text(failure.code), .text(failure.message),
      ]
    }
  }

  private var corrections: ReportTable {
    let columns = [column("correction"), column("number", isNumber: true)]
    return table("corrections", columns, report.overview.corrections) { [.text($0.name), .integer($0.count)] }
  }

  private var joins: ReportTable {
    table("joins", [column("name"), column("under"), column("reason")], report.overview.joins) { join in
      [ReportCell(.name(join.name)), ReportCell(.name(join.under)), .text(join.reason)]
    }
  }

  private func table<Item>(
    _ id: String, _ columns: [ReportTable.Column], _ items: [Item], cells: (Item) -> [ReportCell]
  ) -> ReportTable {
    let shown = rows.map { items.prefix($0) } ?? items[...]
    return ReportTable(
      id: id, caption: word(id), columns: columns, rows: shown.map { .init(cells($0)) },
      omitted: items.count - shown.count)
  }
}
