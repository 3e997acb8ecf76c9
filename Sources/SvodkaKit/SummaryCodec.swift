/// Writes and reads the summaries of one analyzer, and its findings.
struct SummaryCodec: Sendable {
  let encode: @Sendable (AnySummary) throws(AnalysisError) -> JSONValue
  let decode: @Sendable (JSONValue) throws(AnalysisError) -> AnySummary
  let summarize: @Sendable ([JSONValue], DocumentView, ScalarOffsets) throws(AnalysisError) -> AnySummary

  init<A: Analyzer>(_ analyzer: A) {
    let name = analyzer.identity.name
    encode = { (summary) throws(AnalysisError) in
      guard let summary = summary.value as? A.Summary else {
        throw AnalysisError(.stepFailed, "the summary is not one of \(name)", step: name)
      }
      do { return try JSONValueEncoder().encode(summary) } catch {
        throw AnalysisError(
          .stepFailed, "the summary of \(name) cannot be written", step: name, cause: String(describing: error))
      }
    }
    decode = { (stored) throws(AnalysisError) in
      do { return AnySummary(try JSONValueDecoder().decode(A.Summary.self, from: stored)) } catch {
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
