/// A summary as it is stored.
package enum StoredSummary: Sendable {
  /// As a row of numbers of this form.
  case numbers([Int], form: Int)
  /// As JSON with keys, as a summary is that does not say in which order its fields come.
  case value(JSONValue)
}

/// Writes and reads the summaries of one analyzer, and its findings.
struct SummaryCodec: Sendable {
  let encode: @Sendable (AnySummary, inout StoredTexts) throws(AnalysisError) -> StoredSummary
  let decode: @Sendable (StoredSummary, StoredTexts) throws(AnalysisError) -> AnySummary
  let summarize: @Sendable ([JSONValue], DocumentView, ScalarOffsets) throws(AnalysisError) -> AnySummary

  init<A: Analyzer>(_ analyzer: A) {
    let name = analyzer.identity.name
    encode = { (summary, texts) throws(AnalysisError) in
      guard let summary = summary.value as? A.Summary else {
        throw AnalysisError(.stepFailed, "the summary is not one of \(name)", step: name)
      }
      do {
        if let summary = summary as? any PackedCodable {
          return .numbers(try summary.packed(&texts), form: type(of: summary).form)
        }
        return .value(try JSONValueEncoder().encode(summary))
      } catch {
        throw AnalysisError(
          .stepFailed, "the summary of \(name) cannot be written", step: name, cause: String(describing: error))
      }
    }
    decode = { (stored, texts) throws(AnalysisError) in
      do { return AnySummary(try Self.summary(of: analyzer, stored, texts)) } catch {
        throw AnalysisError(
          .foreignSummary, "the stored summary is not one of \(name) as it is now: analyse the documents again",
          step: name, cause: String(describing: error))
      }
    }
    summarize = { (written, document, offsets) throws(AnalysisError) in
      AnySummary(
        analyzer.summarize(try Self.findings(of: analyzer, written, document, offsets), of: document))
    }
  }

  private static func summary<A: Analyzer>(
    of analyzer: A, _ stored: StoredSummary, _ texts: StoredTexts
  ) throws -> A.Summary {
    switch stored {
    case .value(let value): return try JSONValueDecoder().decode(A.Summary.self, from: value)
    case .numbers(let numbers, let form):
      guard let packed = A.Summary.self as? any PackedCodable.Type, packed.form == form,
        let summary = try packed.init(packed: numbers, texts: texts) as? A.Summary
      else {
        throw DecodingError.dataCorrupted(.init(codingPath: [], debugDescription: "it is stored in the form \(form)"))
      }
      return summary
    }
  }

  /// Findings read back from the form of the output contract.
  static func findings<A: Analyzer>(
    of analyzer: A, _ written: [JSONValue], _ document: DocumentView, _ offsets: ScalarOffsets
  ) throws(AnalysisError) -> [A.Finding] {
    let decoder = JSONValueDecoder(offsets: offsets)
    var findings: [A.Finding] = []
    findings.reserveCapacity(written.count)
    for value in written {
      do { findings.append(try decoder.decode(A.Finding.self, from: value)) } catch {
        let id = value["id"]?.string.map { " '\($0)'" } ?? ""
        throw AnalysisError(
          .foreignSummary, "the finding\(id) is not one of \(analyzer.identity.name) as it is now",
          document: document.id, step: analyzer.identity.name, cause: String(describing: error))
      }
    }
    return findings
  }
}
