/// What the conformance kit looks at.
public enum ConformanceCheck: String, Sendable, Hashable, CaseIterable {
  /// The analyzer runs on every fixture, reading declared layers alone.
  case declaredLayers
  /// Evidence and every other quotation covers its text.
  case evidence
  /// Ids of findings are unique in a document.
  case uniqueIDs
  /// Findings are the same however many documents are analysed at once.
  case parallelRuns
  /// Findings of a document are the same whatever documents came before it.
  case noLeak
  /// Summaries obey identity, associativity and commutativity, and survive writing and reading.
  case summaryLaws
  /// The report on any summary, an empty one too, has rows as long as its columns.
  case report
  /// Empty, huge and strange documents are analysed without an error.
  case hostileDocuments
  /// Another process finds the same.
  case twoProcesses
}

/// What an analyzer does that an analyzer may not do.
public struct ConformanceFailure: Error, Sendable, CustomStringConvertible {
  /// One violation.
  public struct Violation: Sendable, Hashable {
    /// What was looked at.
    public var check: ConformanceCheck
    /// The document's id, where there is one.
    public var document: String?
    /// What is wrong and what to do about it.
    public var message: String
  }

  /// The analyzer.
  public var analyzer: String
  /// All violations, in the order of the checks.
  public var violations: [Violation]

  /// The checks that failed.
  public var checks: Set<ConformanceCheck> { Set(violations.map(\.check)) }

  /// All violations, one a line.
  public var description: String {
    (["'\(analyzer)' does not conform:"]
      + violations.map { violation in
        "  \(violation.check.rawValue)\(violation.document.map { " in '\($0)'" } ?? ""): \(violation.message)"
      })
      .joined(separator: "\n")
  }
}
