/// An analyzer whose findings and summary are known only as values; made by the registry, run by the pipeline.
public struct AnyAnalyzer: Sendable {
  /// What an analyzer gave for one document.
  public struct Outcome: Sendable {
    /// The findings as the output contract writes them.
    public var findings: [JSONValue]
    /// How each finding is shown to a reader, when it was asked for.
    public var presentations: [Presentation]
    /// The sum over the document, when it was asked for.
    public var summary: AnySummary?
  }

  /// What is wanted beside the findings.
  public struct Extras: OptionSet, Sendable {
    /// The bits.
    public let rawValue: Int
    /// Takes bits.
    public init(rawValue: Int) { self.rawValue = rawValue }
    /// How each finding is shown to a reader.
    public static let presentations = Extras(rawValue: 1)
    /// The sum over the document.
    public static let summary = Extras(rawValue: 2)
  }

  /// The analyzer's identity.
  public let identity: Identity
  /// What it needs.
  public let requirements: Requirements
  private let run: @Sendable (DocumentView, ScalarOffsets, Extras) async throws(AnalysisError) -> Outcome
  private let section: @Sendable (AnySummary?, ReportContext) -> ReportSection

  /// Forgets the types of an analyzer.
  public init<A: Analyzer>(_ analyzer: A) {
    identity = analyzer.identity
    requirements = analyzer.requirements
    run = { (document, offsets, extras) async throws(AnalysisError) in
      let findings = try await analyzer.analyze(document)
      let encoder = JSONValueEncoder(offsets: offsets)
      var written: [JSONValue] = []
      written.reserveCapacity(findings.count)
      for finding in findings {
        do { written.append(try encoder.encode(finding)) } catch {
          throw AnalysisError(
            .stepFailed, "a finding of \(analyzer.identity.name) cannot be written", document: document.id,
            step: analyzer.identity.name, cause: String(describing: error))
        }
      }
      return Outcome(
        findings: written,
        presentations: extras.contains(.presentations)
          ? findings.map { analyzer.presentation(of: $0, in: document) } : [],
        summary: extras.contains(.summary) ? AnySummary(analyzer.summarize(findings, of: document)) : nil)
    }
    section = { summary, context in
      analyzer.report(on: summary?.value as? A.Summary ?? A.Summary(), context: context)
    }
  }

  /// Analyses one document; `extras` asks for more than the findings.
  public func analyze(
    _ document: DocumentView, offsets: ScalarOffsets, extras: Extras
  ) async throws(AnalysisError) -> Outcome {
    try await run(document, offsets, extras)
  }

  /// The report on a summary of this analyzer; on none, the report on nothing.
  public func report(on summary: AnySummary?, context: ReportContext) -> ReportSection { section(summary, context) }
}

/// A summary whose type is forgotten.
public struct AnySummary: Sendable {
  fileprivate var value: any Mergeable

  /// Forgets the type of a summary.
  public init<S: Mergeable>(_ summary: S) { value = summary }

  /// Takes in another summary of the same analyzer, in place.
  public mutating func merge(_ other: AnySummary) {
    Self.add(other.value, to: &value)
  }

  private static func add<S: Mergeable>(_ other: any Mergeable, to sum: inout S) {
    guard let other = other as? S else { preconditionFailure("summaries of two analyzers cannot be merged") }
    sum.merge(other)
  }
}
