import SvodkaKit

/// A report as CSV (RFC 4180): a file a table, so that spreadsheets and programs can go on with it.
///
/// Headings are the ids of columns, the same in every language; numbers have a point and no separators. An estimate takes three columns, a range, a
/// period and a count two, a name three more for its scripts and its id; columns that near-duplicates change stand twice.
public struct ReportCSVWriter: Sendable {
  /// A table as a file.
  public struct File: Sendable, Hashable {
    /// The file's name, such as `entity-counts.names.csv`.
    public var name: String
    /// What stands in it.
    public var text: String
  }

  /// Makes a writer.
  public init() {}

  /// All tables of a report: its first page, its sections and its sentences.
  public func files(of report: Report) -> [File] {
    let wording = PlainWording()
    var files: [File] = OverviewTables(report, wording: wording).blocks.compactMap { block in
      guard case .table(let table) = block else { return nil }
      return File(name: "\(table.id).csv", text: text(table, evidence: false))
    }
    for section in report.sections {
      for (number, block) in section.blocks.enumerated() {
        let table: ReportTable? =
          switch block {
          case .table(let table): table
          case .bars(let bars): bars.table(wording)
          case .timeline(let timeline): timeline.table(wording)
          case .matrix(let matrix): matrix.table(wording)
          case .statement, .counts: nil
          }
        guard let table else { continue }
        let id = table.id.isEmpty ? "table-\(number + 1)" : table.id
        files.append(File(name: Self.safe("\(section.id).\(id)") + ".csv", text: text(table, evidence: true)))
      }
    }
    files.append(File(name: "sentences.csv", text: sentences(report)))
    files.append(File(name: "documents.csv", text: documents(report)))
    return files
  }

  private static func safe(_ name: String) -> String {
    String(name.map { $0.isLetter || $0.isNumber || $0 == "." || $0 == "-" ? $0 : "-" })
  }

  fileprivate static let withoutCopies = " without copies"

  private func text(_ table: ReportTable, evidence: Bool) -> String {
    let shapes = table.columns.indices.map { column in
      table.rows.lazy.map { max(CSVShape($0.cells[column].value), CSVShape($0.cells[column].without ?? .empty)) }.max()
        ?? .plain
    }
    // Columns that near-duplicates change somewhere stand twice.
    let doubled = table.columns.indices.map { column in table.rows.contains { $0.cells[column].without != nil } }
    var headings: [String] = []
    for (index, column) in table.columns.enumerated() {
      headings += shapes[index].headings.map { column.id + $0 }
      if doubled[index] { headings += shapes[index].headings.map { column.id + $0 + Self.withoutCopies } }
    }
    var lines = [headings + ["marks"] + (evidence ? ["sentences"] : [])]
    for row in table.rows {
      var fields: [String] = []
      for (index, cell) in row.cells.enumerated() {
        fields += shapes[index].fields(of: cell.value)
        if doubled[index] { fields += shapes[index].fields(of: cell.without ?? cell.value) }
      }
      fields.append((row.marks + row.cells.flatMap(\.marks)).map(\.id).joined(separator: " "))
      if evidence { fields.append(row.evidence.joined(separator: " ")) }
      lines.append(fields)
    }
    return Self.csv(lines)
  }

  private func sentences(_ report: Report) -> String {
    var seen: Set<ReportEvidence.ID> = []
    let all = report.sections.flatMap(\.evidence).filter { seen.insert($0.id).inserted }.sorted()
    return Self.csv(
      [["id", "document", "sentence", "findings"]]
        + all.map { evidence in
          let bytes = Array(evidence.sentence.utf8)
          let found = evidence.findings.map { finding in
            String(
              decoding: bytes[min(finding.span.start, bytes.count)..<min(finding.span.end, bytes.count)], as: UTF8.self)
          }
          return [evidence.id, evidence.document, evidence.sentence, found.joined(separator: " | ")]
        })
  }

  private func documents(_ report: Report) -> String {
    Self.csv(
      [["id", "group", "source", "date", "lang", "title", "url", "path", "copy of"]]
        + report.documents.map { document in
          [
            document.id, document.group.map { report.overview.groups[$0].name } ?? "", document.source ?? "",
            document.date ?? "", document.language, document.title ?? "", document.url ?? "", document.path ?? "",
            document.copyOf ?? "",
          ]
        })
  }

  private static func csv(_ lines: [[String]]) -> String {
    lines.map { $0.map(field).joined(separator: ",") + "\r\n" }.joined()
  }

  /// A text that a spreadsheet would take for a formula gets an apostrophe before it.
  private static func field(_ text: String) -> String {
    var text = text
    if let first = text.first, "=+@\t".contains(first) || first == "-" && Double(text) == nil { text = "'" + text }
    guard text.contains(where: { ",\"\r\n".contains($0) || $0 == "\r\n" }) else { return text }
    return "\"" + text.replacing("\"", with: "\"\"") + "\""
  }
}

/// How many columns a typed column takes.
private enum CSVShape: Int, Comparable {
  case plain, count, range, period, estimate, name

  init(_ value: ReportValue) {
    self =
      switch value {
      case .count: .count
      case .range: .range
      case .period: .period
      case .estimate: .estimate
      case .name: .name
      default: .plain
      }
  }

  static func < (a: CSVShape, b: CSVShape) -> Bool { a.rawValue < b.rawValue }

  var headings: [String] {
    switch self {
    case .plain: [""]
    case .count: ["", ReportCSVWriter.withoutCopies]
    case .range: [" low", " high"]
    case .period: [" from", " to"]
    case .estimate: ["", " low", " high"]
    case .name: ["", " latin", " cyrillic", " entity"]
    }
  }

  func fields(of value: ReportValue) -> [String] {
    let number = { (value: Double?, digits: Int) in value.map { PlainWording().number($0, digits: digits) } ?? "" }
    let fields: [String] =
      switch value {
      case .count(let all, let distinct): [String(all), String(distinct)]
      case .range(let low, let high): [low.map(String.init) ?? "", high.map(String.init) ?? ""]
      case .period(let from, let to): [from, to]
      case .estimate(let estimate):
        [estimate.value, estimate.low, estimate.high].map { number($0, max(3, estimate.digits)) }
      case .number(let value, let digits): [number(value, max(4, digits))]
      case .name(let name): [name.shown, name.latin ?? "", name.cyrillic ?? "", name.entity ?? ""]
      case .integer(let value): [String(value)]
      default: [value.text(by: PlainWording())]
      }
    return fields + Array(repeating: "", count: max(0, headings.count - fields.count))
  }
}
