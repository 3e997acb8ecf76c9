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
  private let run: @Sendable (DocumentView, ScalarOffsets, Extras, Revision?) async throws(AnalysisError) -> Outcome
  private let section: @Sendable (AnySummary?, ReportContext) -> ReportSection
  private let groups: @Sendable ([AnySummary?], ReportContext) -> ReportSection
  private let known: @Sendable (AnySummary?, ReportContext) -> [ReportName]
  private let codec: SummaryCodec

  /// Forgets the types of an analyzer.
  public init<A: Analyzer>(_ analyzer: A) {
    identity = analyzer.identity
    requirements = analyzer.requirements
    run = { (document, offsets, extras, revise) async throws(AnalysisError) in
      var findings = try await analyzer.analyze(document)
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
      if let revised = revise?(written), revised != written {
        written = revised
        findings = try SummaryCodec.findings(of: analyzer, written, document, offsets)
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
    codec = SummaryCodec(analyzer)
    known = { summary, context in
      analyzer.entityNames(in: summary?.value as? A.Summary ?? A.Summary(), context: context)
    }
    groups = { summaries, context in
      analyzer.comparison(of: summaries.map { $0?.value as? A.Summary ?? A.Summary() }, context: context)
    }
  }

  /// Changes the findings of a document, as people have corrected them, in the form of the output contract.
  public typealias Revision = @Sendable ([JSONValue]) -> [JSONValue]

  /// Analyses one document; `extras` asks for more than the findings, `revise` may change them before they are summed.
  ///
  /// - Throws: what the analyzer throws; `I115` when a revised finding is no longer one of the analyzer's.
  public func analyze(
    _ document: DocumentView, offsets: ScalarOffsets, extras: Extras, revise: Revision? = nil
  ) async throws(AnalysisError) -> Outcome {
    try await run(document, offsets, extras, revise)
  }

  /// The sum over findings that were written before, offsets in Unicode scalars of the text.
  ///
  /// - Throws: `I115` when they are not the analyzer's.
  public func summary(
    ofWritten findings: [JSONValue], of document: DocumentView, offsets: ScalarOffsets
  ) throws(AnalysisError) -> AnySummary {
    try codec.summarize(findings, document, offsets)
  }

  /// A summary as it is stored; its texts are known by their numbers.
  ///
  /// - Throws: `A104` when it is another analyzer's.
  package func stored(
    _ summary: AnySummary, texts: inout StoredTexts
  ) throws(AnalysisError) -> StoredSummary { try codec.encode(summary, &texts) }

  /// A summary that was stored.
  ///
  /// - Throws: `I115` when it is not the analyzer's.
  package func summary(from stored: StoredSummary, texts: StoredTexts) throws(AnalysisError) -> AnySummary {
    try codec.decode(stored, texts)
  }

  /// What entities are called.
  public func entityNames(in summary: AnySummary?, context: ReportContext) -> [ReportName] { known(summary, context) }

  /// The report on a summary of this analyzer; on none, the report on nothing.
  public func report(on summary: AnySummary?, context: ReportContext) -> ReportSection { section(summary, context) }

  /// The report that sets groups side by side: one summary a group of `context.groups`, nil for none.
  public func comparison(of summaries: [AnySummary?], context: ReportContext) -> ReportSection {
    groups(summaries, context)
  }
}

/// A summary whose type is forgotten.
public struct AnySummary: Sendable {
  var value: any Mergeable

  /// Forgets the type of a summary.
  public init<S: Mergeable>(_ summary: S) { value = summary }

  /// The summary as one of a type that is known; nil where it is of another.
  public func typed<S: Mergeable>(_ type: S.Type) -> S? { value as? S }

  /// Takes in another summary of the same analyzer, in place.
  public mutating func merge(_ other: AnySummary) {
    Self.add(other.value, to: &value)
  }

  /// Leaves what comes from documents for which `keeps` holds; false when the summary does not know its documents.
  public mutating func keep(documents keeps: (String) -> Bool) -> Bool {
    guard var keyed = value as? any DocumentKeyed else { return false }
    keyed.keep(documents: keeps)
    value = keyed
    return true
  }

  private static func add<S: Mergeable>(_ other: any Mergeable, to sum: inout S) {
    guard let other = other as? S else { preconditionFailure("summaries of two analyzers cannot be merged") }
    sum.merge(other)
  }
}
