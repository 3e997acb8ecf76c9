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
    let cells =
      [table.columns.map(\.title)] + table.rows.map { $0.cells.map { TextWriter.clean($0.value.text(by: wording)) } }
    let widths = table.columns.indices.map { column in
      min(44, cells.map { TextStyle.columns($0[column]) }.max() ?? 0)
    }
    for (number, row) in cells.enumerated() {
      var line = ""
      for (column, cell) in row.enumerated() {
        let text = cut(cell, to: widths[column])
        let padding = String(repeating: " ", count: widths[column] - TextStyle.columns(text))
        line += "  " + (table.columns[column].isNumber ? padding + text : text + padding)
      }
      while line.hasSuffix(" ") { line.removeLast() }
      if number > 0 { line += marks(table.rows[number - 1]) }
      lines.append(number == 0 ? style.faint(line) : line)
      if number > 0 { lines += below(table.rows[number - 1]) }
    }
    if table.omitted > 0 {
      lines.append("  " + word("report.more", "… and \(table.omitted) more", count: table.omitted))
    }
    return lines
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
