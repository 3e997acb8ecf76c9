public import SvodkaKit

/// What a pipeline will do: its steps made, checked and put in order before a document is read.
public struct Plan: Sendable {
  /// A step with the documents that it runs on and why it is there.
  public struct PlannedStep: Sendable {
    /// The step.
    public var step: Step
    /// Which documents it runs on.
    public var condition: PipelineFile.Condition
    /// For an annotator, the languages for which it makes its layers; nil for all.
    public var languages: [String]?
    /// With what an annotator makes its layers.
    public var profile: StepDescriptor.Profile
    /// True when the pipeline lists it, false when a requirement brought it in.
    public var isListed: Bool
    /// Where the pipeline lists it.
    public var location: SourceLocation?
    /// What it was made by.
    public var descriptor: StepDescriptor
    /// The file that it is, where it is not one of the program's.
    public var file: String?
  }

  /// A step with the layers that are wanted of it.
  public struct Call: Sendable {
    /// The number of the step in `steps`.
    public var step: Int
    /// The layers that it is to make; empty for an analyzer.
    public var wanted: Set<LayerID>
  }

  /// A model that would make layers better and is not installed.
  public struct MissingModel: Sendable, Hashable {
    /// The step that needs it.
    public var step: String
    /// Its language.
    public var language: String

    func error(at location: SourceLocation? = nil) -> AnalysisError {
      AnalysisError(
        .missingModel,
        "the language model of '\(step)' is not installed, and the pipeline requires it: svodka models install \(language)",
        step: step, location: location)
    }
  }

  /// Models that are not installed, where rules have to do.
  public var missingModels: [MissingModel]
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

  /// The steps that run on a document of a language: its analyzers, and of the annotators only those whose layers they need.
  public func calls(language: String, source: String?) -> [Call] {
    let runs = steps.map { $0.condition.holds(language: language, source: source) }
    var wanted: [Int: Set<LayerID>] = [:]
    var open = steps.indices.filter { index in
      guard runs[index], case .analyzer(let analyzer) = steps[index].step else { return false }
      return analyzer.requirements.knows(language)
    }
    while let reader = open.popLast() {
      for layer in steps[reader].step.requirements.declared {
        guard let provider = provider(of: layer, language: language, runs: runs) else { continue }
        if wanted[provider] == nil { open.append(provider) }
        wanted[provider, default: []].insert(layer.id)
      }
    }
    return steps.indices.compactMap { index in
      guard runs[index] else { return nil }
      if case .analyzer = steps[index].step { return Call(step: index, wanted: []) }
      return wanted[index].map { Call(step: index, wanted: $0) }
    }
  }

  /// The step that makes a layer for a language: a listed one, else the most accurate.
  private func provider(of layer: AnyLayer, language: String, runs: [Bool]) -> Int? {
    steps.indices
      .filter { index in
        runs[index] && steps[index].step.provides.contains(layer)
          && (steps[index].languages?.contains(language) ?? true)
          && steps[index].step.requirements.knows(language)
      }
      .min { a, b in
        steps[a].isListed != steps[b].isListed ? steps[a].isListed : steps[a].profile < steps[b].profile
      }
  }

  /// The steps that make layers for a language by a model, for provenance.
  public func models(language: String) -> [Identity] {
    calls(language: language, source: nil)
      .map { steps[$0.step] }
      .filter { !$0.step.provides.isEmpty && $0.profile != .rules }
      .flatMap { planned -> [Identity] in
        guard case .annotator(let annotator) = planned.step, !annotator.modelVersions.isEmpty else {
          return [planned.step.identity]
        }
        return annotator.modelVersions
      }
  }

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
