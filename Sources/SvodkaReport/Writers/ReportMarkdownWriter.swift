public import SvodkaKit

/// A report in Markdown, with the sentences under each table.
public struct ReportMarkdownWriter: Sendable {
  private let wording: any ReportWording
  private let sentences: Int

  /// Sets a report; of each row at most `sentences` sentences are quoted.
  public init(wording: any ReportWording, sentences: Int = 3) {
    self.wording = wording
    self.sentences = sentences
  }

  private func word(_ key: String, count: Int? = nil) -> String {
    wording.text(key, of: "SvodkaReport", count: count, [:])
  }

  /// The report.
  public func text(of report: Report) -> String {
    var parts = ["# " + Self.escaped(report.title)]
    if !report.headlines.isEmpty {
      parts.append("## " + word("report.first"))
      parts.append(report.headlines.map { "* " + statement($0) }.joined(separator: "\n"))
    }
    parts.append("## " + word("report.compared"))
    parts += OverviewTables(report, wording: wording, rows: 20).blocks.map { block in
      switch block {
      case .statement(let note): "* " + statement(note)
      case .table(let table): self.table(table, in: nil)
      default: ""
      }
    }
    let facts = report.overview.provenance.map { Self.escaped("\($0.label) \($0.value)") }.joined(separator: ", ")
    parts.append("\(word("report.provenance")): \(facts)")
    for section in report.sections {
      parts.append("## " + Self.escaped(section.title))
      parts += section.blocks.map { block($0, in: section) }.filter { !$0.isEmpty }
    }
    return parts.joined(separator: "\n\n") + "\n"
  }

  private func statement(_ statement: ReportStatement) -> String {
    let marks = statement.marks.map(\.text).filter { !$0.isEmpty }
    return Self.escaped(statement.text) + (marks.isEmpty ? "" : " *(\(marks.joined(separator: ", ")))*")
  }

  private func block(_ block: ReportBlock, in section: ReportSection) -> String {
    switch block {
    case .statement(let value): statement(value) + quotations([value.evidence], in: section)
    case .table(let value): table(value, in: section)
    case .matrix(let value): table(value.table(wording), in: section)
    // Tables have the same figures.
    case .timeline, .bars, .counts: ""
    }
  }

  private func table(_ table: ReportTable, in section: ReportSection?) -> String {
    var lines: [String] = []
    if !table.caption.isEmpty { lines += ["### " + Self.escaped(table.caption), ""] }
    guard !table.rows.isEmpty else { return (lines + ["*\(word("report.nothing"))*"]).joined(separator: "\n") }
    if !table.note.isEmpty { lines += [Self.escaped(table.note), ""] }
    lines.append(Self.line(table.columns.map { Self.cell($0.title) } + [""]))
    lines.append(Self.line(table.columns.map { $0.isNumber ? "---:" : "---" } + ["---"]))
    for row in table.rows {
      var seen: Set<String> = []
      let marks = (row.marks + row.cells.flatMap(\.marks)).filter { seen.insert($0.id).inserted }.map(\.text)
      lines.append(
        Self.line(row.cells.map { Self.cell($0.value.text(by: wording)) } + [marks.joined(separator: ", ")]))
      guard row.cells.contains(where: { $0.without != nil }) else { continue }
      var without = row.cells.map { $0.textWithout(by: wording).map(Self.cell) ?? "" }
      if without.first?.isEmpty == true { without[0] = "*\(word("without.line"))*" }
      lines.append(Self.line(without + [""]))
    }
    if table.omitted > 0 { lines += ["", word("report.more", count: table.omitted)] }
    guard let section else { return lines.joined(separator: "\n") }
    return lines.joined(separator: "\n")
      + quotations(table.rows.map { Array($0.evidence.prefix(sentences)) }, in: section)
  }

  private func quotations(_ rows: [[ReportEvidence.ID]], in section: ReportSection) -> String {
    guard sentences > 0 else { return "" }
    var seen: Set<ReportEvidence.ID> = []
    let ids = rows.flatMap { $0 }.filter { seen.insert($0).inserted }
    let lines = section.evidence(ids).map { "* \(Self.quoted($0)) — `\($0.document.replacing("`", with: "'"))`" }
    return lines.isEmpty ? "" : "\n\n\(word("report.evidence")):\n\n" + lines.joined(separator: "\n")
  }

  /// A sentence with its findings in bold.
  private static func quoted(_ evidence: ReportEvidence) -> String {
    let bytes = Array(evidence.sentence.utf8)
    var (out, run, isBold) = ("", [UInt8](), false)
    func flush() {
      let text = escaped(String(decoding: run, as: UTF8.self))
      out += isBold && !run.isEmpty ? "**\(text)**" : text
      run = []
    }
    for (offset, byte) in bytes.enumerated() {
      if evidence.marks(offset) != isBold {
        flush()
        isBold.toggle()
      }
      run.append(byte)
    }
    flush()
    return out
  }

  private static func line(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }
  private static func cell(_ text: String) -> String { escaped(text).replacing("|", with: "\\|") }

  /// On one line, and without signs that Markdown or HTML would take for its own.
  static func escaped(_ text: String) -> String {
    var out = ""
    for character in TextWriter.clean(text) {
      switch character {
      case "*", "_", "`", "[", "]", "#", "\\": out += "\\" + String(character)
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      case "&": out += "&amp;"
      default: out.append(character)
      }
    }
    return out
  }
}
