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
  /// A finding as a reader sees it. By default its fields that are texts or numbers, without a sentence.
  func presentation(of finding: Finding, in document: DocumentView) -> Presentation
  /// The analyzer's part of a report, as values.
  func report(on summary: Summary, context: ReportContext) -> ReportSection
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
