/// A step that finds something in a document and sums it over a corpus.
public protocol Analyzer<Finding, Summary>: Sendable {
  /// One finding; it carries its evidence as `SpannedText`.
  associatedtype Finding: Codable & Sendable
  /// The sum over documents.
  associatedtype Summary: Mergeable & Codable
  /// Its name, version and licence.
  var identity: Identity { get }
  /// What it needs.
  var requirements: Requirements { get }
  /// The findings of one document, a function of that document alone.
  func analyze(_ document: DocumentView) async throws(AnalysisError) -> [Finding]
  /// The sum over one document.
  func summarize(_ findings: [Finding], of document: DocumentView) -> Summary
  /// The analyzer's part of a report, as values.
  func report(on summary: Summary, context: ReportContext) -> ReportSection
}
