import SvodkaKit

/// A table of a report in columns of characters.
struct TextTable {
  private let table: ReportTable
  private let style: TextStyle
  private let wording: any ReportWording

  init(_ table: ReportTable, style: TextStyle, wording: any ReportWording) {
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
      lines.append(number == 0 ? style.faint(line) : line)
    }
    if table.omitted > 0 { lines.append("  … and \(table.omitted) more") }
    return lines
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
