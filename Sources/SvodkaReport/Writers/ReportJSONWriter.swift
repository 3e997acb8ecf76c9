public import SvodkaKit

/// A report as one JSON object, `svodka.report/1`: keys in the order of the types, so that the same report is always the same bytes.
public struct ReportJSONWriter: Sendable {
  /// Makes a writer.
  public init() {}

  /// The report, indented.
  ///
  /// - Throws: `A104` should a value not be writable.
  public func text(of report: Report) throws(AnalysisError) -> String {
    do { return try JSONValueEncoder().encode(report).json(pretty: true) + "\n" } catch {
      throw AnalysisError(.stepFailed, "the report cannot be written as JSON", cause: String(describing: error))
    }
  }
}
