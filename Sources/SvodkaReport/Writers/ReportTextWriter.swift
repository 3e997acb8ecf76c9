public import SvodkaKit

/// A report for a terminal: what stands out, what is compared, then the sections with their tables and charts.
public struct ReportTextWriter: Sendable {
  private let style: TextStyle
  private let wording: any ReportWording
  private let sentences: Int

  /// Sets a report for a terminal or a file; under each row of the sections at most `sentences` sentences are quoted.
  public init(style: TextStyle, wording: any ReportWording, sentences: Int = 0) {
    self.style = style
    self.wording = wording
    self.sentences = sentences
  }

  private func text(_ key: String, count: Int? = nil) -> String {
    wording.text(key, of: "SvodkaReport", count: count, [:])
  }

  /// The report.
  public func text(of report: Report) -> String {
    var lines = [style.bold(TextWriter.clean(report.title)), ""]
    if !report.headlines.isEmpty {
      lines.append(style.bold(text("report.first")))
      for headline in report.headlines { lines += item(headline) }
      lines.append("")
    }
    lines += first(report)
    for section in report.sections {
      lines.append("")
      lines.append(style.bold(TextWriter.clean(section.title)))
      for block in section.blocks {
        let set = self.block(block, in: section)
        if !set.isEmpty { lines += set + [""] }
      }
      while lines.last == "" { lines.removeLast() }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func first(_ report: Report) -> [String] {
    var lines = [style.bold(text("report.compared"))]
    for block in OverviewTables(report, wording: wording, rows: 10).blocks {
      switch block {
      case .statement(let note): lines += item(note)
      case .table(let table): lines += TextTable(table, style: style, wording: wording).lines
      default: break
      }
    }
    let facts = report.overview.provenance.map { "\($0.label) \($0.value)" }.joined(separator: ", ")
    lines += style.wrapped("\(text("report.provenance")): \(facts)", first: "  ", rest: "    ").map(style.faint)
    return lines
  }

  private func item(_ statement: ReportStatement) -> [String] {
    let marks = statement.marks.map(\.text).filter { !$0.isEmpty }
    let tail = marks.isEmpty ? "" : " [\(marks.joined(separator: ", "))]"
    return style.wrapped(TextWriter.clean(statement.text + tail), first: "  • ", rest: "    ")
  }

  private func block(_ block: ReportBlock, in section: ReportSection) -> [String] {
    switch block {
    case .statement(let statement):
      return item(statement) + quotations(statement.evidence, in: section)
    case .table(let table):
      return TextTable(
        table, style: style, wording: wording,
        below: { quotations($0.evidence, in: section) }
      ).lines
    case .matrix(let matrix): return lines(matrix, in: section)
    // A terminal has the figures of charts in their tables.
    case .timeline, .bars, .counts: return []
    }
  }

  /// A matrix as a list: what stands in its cells is too long for columns.
  private func lines(_ matrix: ReportMatrix, in section: ReportSection) -> [String] {
    var lines = ["  " + style.faint(TextWriter.clean(matrix.title))]
    if matrix.rows.isEmpty { lines.append("  (\(text("report.nothing")))") }
    let width = matrix.columns.map { TextStyle.columns($0) }.max() ?? 0
    for row in matrix.rows {
      let marks = row.marks.map(\.text).joined(separator: ", ")
      lines.append("  " + TextWriter.clean(row.name.shown) + (marks.isEmpty ? "" : style.faint("  [\(marks)]")))
      for (column, entries) in zip(matrix.columns, row.cells) where !entries.isEmpty {
        let name = column + String(repeating: " ", count: width - TextStyle.columns(column))
        let cell = entries.map { entry in
          let marks = entry.marks.map(\.text).joined(separator: ", ")
          let isOne = entry.count == 1 && entry.distinct == 1
          return entry.label + (isOne ? "" : " ×\(entry.counted(by: wording))")
            + (marks.isEmpty ? "" : " [\(marks)]")
        }
        lines += style.wrapped(
          TextWriter.clean(cell.joined(separator: "; ")), first: "    \(TextWriter.clean(name))  ",
          rest: String(repeating: " ", count: width + 6))
        lines += quotations(entries.flatMap(\.evidence), in: section)
      }
    }
    if matrix.omitted > 0 { lines.append("  " + text("report.more", count: matrix.omitted)) }
    return lines
  }

  private func quotations(_ ids: [ReportEvidence.ID], in section: ReportSection) -> [String] {
    guard sentences > 0 else { return [] }
    return section.evidence(Array(ids.prefix(sentences))).flatMap { evidence in
      style.quoted(evidence, indent: 6) + [style.faint("      — \(TextWriter.clean(evidence.document))")]
    }
  }
}
