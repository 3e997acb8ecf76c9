import SvodkaKit

/// A table of a report in columns of characters.
struct TextTable {
  private let table: ReportTable
  private let style: TextStyle
  private let wording: any ReportWording
  private let below: (ReportTable.Row) -> [String]

  /// Sets a table; `below` gives lines that stand under a row.
  init(
    _ table: ReportTable, style: TextStyle, wording: any ReportWording,
    below: @escaping (ReportTable.Row) -> [String] = { _ in [] }
  ) {
    self.below = below
    self.table = table
    self.style = style
    self.wording = wording
  }

  /// The table, line by line.
  var lines: [String] {
    var lines: [String] = []
    if !table.caption.isEmpty { lines.append("  " + style.faint(table.caption)) }
    if table.rows.isEmpty { return lines + ["  (nothing found)"] }
    let headings = table.columns.map(\.title)
    let cells = table.rows.map { $0.cells.map { TextWriter.clean($0.value.text(by: wording)) } }
    let without = table.rows.map(without)
    let widths = table.columns.indices.map { column in
      min(44, ([headings] + cells + without.compactMap { $0 }).lazy.map { TextStyle.columns($0[column]) }.max() ?? 0)
    }
    lines.append(style.faint(line(headings, widths)))
    for (number, row) in table.rows.enumerated() {
      lines.append(line(cells[number], widths) + marks(row))
      if let without = without[number] { lines.append(style.faint(line(without, widths))) }
      lines += below(row)
    }
    if table.omitted > 0 {
      lines.append("  " + word("report.more", "… and \(table.omitted) more", count: table.omitted))
    }
    return lines
  }

  /// The row without near-duplicates, as far as it is another; nil where it is the same.
  private func without(_ row: ReportTable.Row) -> [String]? {
    guard row.cells.contains(where: { $0.without != nil }) else { return nil }
    var cells = row.cells.map { TextWriter.clean($0.textWithout(by: wording) ?? "") }
    if cells.first?.isEmpty == true { cells[0] = "  " + word("without.line", "without near-duplicates") }
    return cells
  }

  private func line(_ cells: [String], _ widths: [Int]) -> String {
    var line = ""
    for (column, cell) in cells.enumerated() {
      let text = cut(cell, to: widths[column])
      let padding = String(repeating: " ", count: widths[column] - TextStyle.columns(text))
      line += "  " + (table.columns[column].isNumber ? padding + text : text + padding)
    }
    while line.hasSuffix(" ") { line.removeLast() }
    return line
  }

  private func marks(_ row: ReportTable.Row) -> String {
    var seen: Set<String> = []
    let marks = (row.marks + row.cells.flatMap(\.marks)).filter { seen.insert($0.id).inserted }.map(\.text)
    return marks.isEmpty ? "" : style.faint("  [\(marks.joined(separator: ", "))]")
  }

  /// The word of a report's language; without a table of words the other.
  private func word(_ key: String, _ otherwise: String, count: Int? = nil) -> String {
    let word = wording.text(key, of: "SvodkaReport", count: count, [:])
    return word == key ? otherwise : word
  }

  private func cut(_ text: String, to width: Int) -> String {
    guard TextStyle.columns(text) > width else { return text }
    var out = ""
    var used = 0
    for character in text {
      used += TextStyle.columns(character)
      if used > width - 1 { break }
      out.append(character)
    }
    return out + "…"
  }
}
