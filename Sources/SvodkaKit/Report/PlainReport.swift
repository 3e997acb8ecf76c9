/// Tables of what a ``PlainSummary`` has counted.
struct PlainReport {
  let name: String
  let context: ReportContext

  private static let words = "SvodkaReport"

  private struct Value {
    var occurrences: [ReportCounts.Occurrence] = []
    var count: Int { occurrences.reduce(0) { $0 + $1.count } }
    var quotes: [ReportEvidence] = []
  }

  /// On all documents together.
  func section(_ summary: PlainSummary) -> ReportSection {
    var section = ReportSection(id: name, title: name)
    for (field, values) in fields([summary]) {
      let sorted = values.sorted { ($1.value[0].count, $0.key) < ($0.value[0].count, $1.key) }
      let shown = context.rows.map { sorted.prefix($0) } ?? sorted[...]
      let rows = shown.map { text, counted in
        ReportTable.Row(
          [.text(text), .integer(counted[0].count), .integer(counted[0].occurrences.count)],
          evidence: section.cite(counted[0].quotes.sorted()))
      }
      section.blocks.append(
        .table(
          ReportTable(
            id: field, caption: field,
            columns: [
              .init(word("plain.value"), id: "value"), .init(word("plain.findings"), id: "findings", isNumber: true),
              .init(word("plain.documents"), id: "documents", isNumber: true),
            ], rows: rows, omitted: sorted.count - shown.count)))
    }
    return section
  }

  /// By group.
  func section(comparing summaries: [PlainSummary]) -> ReportSection {
    var section = ReportSection(id: name, title: name)
    for (field, values) in fields(summaries) {
      let rows = values.sorted { $0.key < $1.key }.map { text, counted in
        ReportCounts.Row(
          id: text, name: ReportName(text), occurrences: counted.map(\.occurrences),
          evidence: counted.map(\.quotes))
      }
      section.blocks.append(
        .counts(
          ReportCounts(
            id: field.isEmpty ? "findings" : field, caption: field.isEmpty ? name : "\(name): \(field)",
            subject: field.isEmpty ? name : field, unit: word("plain.findings"), rows: rows)))
    }
    return section
  }

  private func word(_ key: String) -> String { context.wording.text(key, of: Self.words) }

  /// By field and value, one element a summary; fields in order.
  private func fields(_ summaries: [PlainSummary]) -> [(String, [String: [Value]])] {
    var fields: [String: [String: [Value]]] = [:]
    let none = [Value](repeating: Value(), count: summaries.count)
    for (index, summary) in summaries.enumerated() {
      for cell in summary.cells {
        fields[cell.field, default: [:]][cell.value, default: none][index].occurrences.append(
          .init(document: cell.document, count: cell.count))
      }
      for quote in summary.quotes {
        fields[quote.field, default: [:]][quote.value, default: none][index].quotes.append(quote.kept.quote)
      }
    }
    return fields.sorted { $0.key < $1.key }
  }
}
