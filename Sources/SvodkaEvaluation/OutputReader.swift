public import SvodkaKit

/// Reads what an analyzer gave: rows of `svodka analyze --format jsonl`, or findings made in process.
public struct OutputReader: Sendable {
  private let comparison: Comparison
  private let analyzer: String

  /// Reads the output of an analyzer.
  public init(analyzer: String, comparison: Comparison) {
    self.analyzer = analyzer
    self.comparison = comparison
  }

  /// Reads a file's bytes; rows without an id (documents that could not be read) are passed over.
  ///
  /// - Throws: `I103` for what is no JSON, `I104` for an id that comes twice, `I110` for a finding without offsets,
  ///   `I114` when the analyzer has no findings in any row.
  public func read(_ bytes: [UInt8], path: String) throws(AnalysisError) -> [FoundDocument] {
    var documents: [FoundDocument] = []
    var seen: Set<String> = []
    var others: Set<String> = []
    var isAnalyzers = false
    for (line, row) in try JSONRows.read(bytes, path: path) {
      let place = SourceLocation(path: path, line: line)
      do throws(AnalysisError) {
        guard let document = try document(row: row) else { continue }
        guard seen.insert(document.id).inserted else {
          throw AnalysisError(.duplicateID, "the document '\(document.id)' comes twice")
        }
        documents.append(document)
        if row["findings"]?[analyzer] != nil { isAnalyzers = true }
        others.formUnion((row["findings"]?.members ?? []).map(\.key))
      } catch {
        var error = error
        error.location = place
        throw error
      }
    }
    guard isAnalyzers || documents.isEmpty else {
      let has = others.isEmpty ? "no findings at all" : "findings of " + others.sorted().joined(separator: ", ")
      throw AnalysisError(
        .foreignOutput, "this output holds nothing of \(analyzer), but \(has): name the analyzer with --analyzer",
        location: .init(path: path))
    }
    return documents
  }

  /// Takes one row of output; nil for one without an id.
  ///
  /// - Throws: `I110` for a finding without offsets.
  public func document(row: JSONValue) throws(AnalysisError) -> FoundDocument? {
    guard let id = row["id"]?.string else { return nil }
    let models = (row["provenance"]?["models"]?.members ?? []).map { "\($0.key): \($0.value.string ?? "")" }
    let findings = row["findings"]?[analyzer]
    var document = try document(id: id, findings: findings?.array ?? [], models: models)
    document.isFailed = findings == .null
    return document
  }

  private func document(
    id: String, findings: [JSONValue], models: [String]
  ) throws(AnalysisError) -> FoundDocument {
    var records: [Record] = []
    for (number, finding) in findings.enumerated() {
      if let key = comparison.replacedBy, let value = finding[key], value != .null { continue }
      if let labels = comparison.labels {
        guard let label = finding[comparison.label]?.string, labels.contains(label) else { continue }
      }
      let parts = comparison.parts.flatMap { finding[$0]?.array }
      for part in parts ?? [finding] {
        let record = Record(
          fields: finding, place: try place(of: part, document: id),
          quote: (part[comparison.place] ?? part["text"])?.string ?? "", whole: parts == nil ? nil : number)
        let isTwin =
          parts != nil
          && records.contains {
            $0.place == record.place && $0.fields[comparison.label] == finding[comparison.label]
          }
        if !isTwin { records.append(record) }
      }
    }
    return FoundDocument(id: id, records: records, models: models)
  }

  private func place(of part: JSONValue, document: String) throws(AnalysisError) -> Range<Int> {
    guard let start = part["start"]?.int, let end = part["end"]?.int, start <= end else {
      throw AnalysisError(
        .wrongField, "a finding of \(analyzer) in '\(document)' has no offsets: it needs 'start' and 'end'",
        document: document)
    }
    return start..<end
  }
}
