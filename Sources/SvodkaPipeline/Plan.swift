public import SvodkaKit

/// What a pipeline will do: its steps made, checked and put in order before a document is read.
public struct Plan: Sendable {
  /// A step with the documents that it runs on and why it is there.
  public struct PlannedStep: Sendable {
    /// The step.
    public var step: Step
    /// Which documents it runs on.
    public var condition: PipelineFile.Condition
    /// For an annotator, the languages for which it is the provider; nil for all.
    public var languages: [String]?
    /// True when the pipeline lists it, false when a requirement brought it in.
    public var isListed: Bool
    /// Where the pipeline lists it.
    public var location: SourceLocation?
  }

  /// The steps in the order in which they run: annotators before those that read their layers, then analyzers.
  public var steps: [PlannedStep]
  /// How the furniture of pages is treated; nil when it stays.
  public var article: ArticleSettings?
  /// How documents are read.
  public var input: PipelineFile.Input
  /// How documents are run.
  public var run: PipelineFile.Run
  /// The pipeline's hash, as provenance gives it.
  public var digest: String

  /// The analyzers in the order of the pipeline.
  public var analyzers: [AnyAnalyzer] {
    steps.compactMap { planned in
      if case .analyzer(let analyzer) = planned.step { analyzer } else { nil }
    }
  }
}

/// The settings of the step `article`, which drops the furniture of pages while they are read.
public struct ArticleSettings: StepConfiguration, Hashable {
  /// Whether the `text` of JSON Lines is treated as the copy of a page, too.
  public var rows = false
  /// Rows are taken as they stand.
  public init() {}

  /// The name of the step in pipelines.
  public static let stepName = "article"
}
