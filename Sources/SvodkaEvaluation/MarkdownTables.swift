public import SvodkaKit

/// Tables as Markdown whose columns are aligned, so that they can be read in a terminal too.
public enum MarkdownTables {
  /// A section with its tables.
  public static func text(_ section: ReportSection) -> String {
    (["## \(section.title)"] + section.tables.map(text)).joined(separator: "\n\n") + "\n"
  }

  private static func text(_ table: ReportTable) -> String {
    let wording = PlainWording()
    let rows = [table.columns.map(\.title)] + table.rows.map { $0.cells.map { $0.value.text(by: wording) } }
    let cells = rows.map { $0.map { $0.replacing("|", with: "\\|") } }
    let widths = table.columns.indices.map { column in max(3, cells.map { $0[column].count }.max() ?? 3) }
    var lines = cells.map { row in
      line(row.indices.map { pad(row[$0], to: widths[$0], right: table.columns[$0].isNumber) })
    }
    let rule = table.columns.indices.map { column in
      let dashes = String(repeating: "-", count: widths[column] - 1)
      return table.columns[column].isNumber ? dashes + ":" : "-" + dashes
    }
    lines.insert(line(rule), at: 1)
    return (table.caption.isEmpty ? "" : table.caption + "\n\n") + lines.joined(separator: "\n")
  }

  private static func line(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }

  private static func pad(_ text: String, to width: Int, right: Bool) -> String {
    let blanks = String(repeating: " ", count: max(0, width - text.count))
    return right ? blanks + text : text + blanks
  }
}
