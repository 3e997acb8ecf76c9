/// A step that finds something in a document and sums it over a corpus.
public protocol Analyzer<Finding, Summary>: Sendable {
  /// One finding; it carries its evidence as `SpannedText`.
  associatedtype Finding: Codable & Sendable
  /// The sum over documents; an analyzer that declares none, and neither `summarize` nor `report`, has its fields counted.
  associatedtype Summary: Mergeable & Codable = PlainSummary
  /// Its name, version and licence.
  var identity: Identity { get }
  /// What it needs.
  var requirements: Requirements { get }
  /// The findings of one document, a function of that document alone.
  func analyze(_ document: DocumentView) async throws(AnalysisError) -> [Finding]
  /// The sum over one document.
  func summarize(_ findings: [Finding], of document: DocumentView) -> Summary
  /// A finding as a reader sees it. By default its fields that are texts or numbers, without a sentence.
  func presentation(of finding: Finding, in document: DocumentView) -> Presentation
  /// The analyzer's part of a report on all documents together, as values.
  func report(on summary: Summary, context: ReportContext) -> ReportSection
  /// The analyzer's part of a report that sets groups of documents side by side: one summary a group, in the order of
  /// `context.groups`. By default the reports on the single groups, one after the other.
  func comparison(of summaries: [Summary], context: ReportContext) -> ReportSection
  /// What entities are called, by which the sections of all analyzers name them. By default none are known.
  func entityNames(in summary: Summary, context: ReportContext) -> [ReportName]
}

extension Analyzer {
  /// The fields that are texts or numbers, as `key value`, divided by commas.
  public func presentation(of finding: Finding, in document: DocumentView) -> Presentation {
    let value = (try? JSONValueEncoder().encode(finding)) ?? .null
    let facts = (value.members ?? []).compactMap { member -> String? in
      switch member.value {
      case .string(let text): "\(member.key) \(text)"
      case .int(let number): "\(member.key) \(number)"
      case .double(let number): "\(member.key) \(number)"
      default: nil
      }
    }
    return Presentation(line: facts.joined(separator: ", "), evidence: [])
  }
}
