public import SvodkaKit
import SvodkaText

/// Makes tokens, sentences, names, morphology and dependencies by a pipeline of spaCy 3.
///
/// Only what is asked for is computed, and a part of the pipeline is opened when it is first needed. Any number of tasks may use one
/// annotator.
public struct SpacyAnnotator: Annotator {
  private static let provided = [
    AnyLayer(Tokens.layer), AnyLayer(Sentences.layer), AnyLayer(Mentions.fromModel),
  ]

  /// How a registry knows the steps of all pipelines.
  public static var descriptors: [StepDescriptor] {
    SpacyPipeline.all.map { pipeline in
      StepDescriptor(
        annotator: identity(of: pipeline), summary: "tokens, sentences and names by the model \(pipeline.name)",
        provides: provided, languages: [pipeline.language], profile: pipeline.isAccurate ? .accurate : .fast,
        isAvailable: { ModelStore().holds(pipeline.name) }
      ) { (making) throws(AnalysisError) in
        _ = try making.configured(NoSettings.self)
        return try SpacyAnnotator(pipeline, resources: making.resources, store: ModelStore())
      }
    }
  }

  private static func identity(of pipeline: SpacyPipeline) -> Identity { Identity(name: pipeline.name, version: "1") }

  private let pipeline: SpacyPipeline
  private let models: SpacyModels
  private let types: SpacyEntityTypes
  private let segmenters: LanguageCache<SentenceSegmenter>
  private let workspaces = SpacyWorkspaces()

  /// Makes the annotator over the packs of a store.
  ///
  /// - Throws: `R101` and `P101`…`P103` when the tables of the program are broken. A broken model shows at its first use.
  public init(
    _ pipeline: SpacyPipeline, resources: any ResourceProvider, store: ModelStore, kernel: MatrixKernel = .best
  ) throws(AnalysisError) {
    self.pipeline = pipeline
    models = SpacyModels(store: store, pack: pipeline.name, resources: resources, kernel: kernel)
    types = try SpacyEntityTypes(resources: resources)
    segmenters = LanguageCache { (language) throws(AnalysisError) in
      try SentenceSegmenter(language: language, resources: resources)
    }
  }

  /// Name and version.
  public var identity: Identity { Self.identity(of: pipeline) }
  /// Tokens, sentences, names.
  public var provides: [AnyLayer] { Self.provided }
  /// Nothing but the language.
  public var requirements: Requirements { Requirements(languages: [pipeline.language]) }

  /// Makes the layers that are wanted, tokens and sentences always.
  public func annotate(
    _ document: DocumentView, wanting layers: Set<LayerID>
  ) async throws(AnalysisError) -> Layers {
    let language = pipeline.language
    let text = try models.tokenizer.value(for: language).tokens(of: document.text)
    let words = SpacyWords(text)
    var made = Layers()
    made[Tokens.layer] = words.tokens
    made[Sentences.layer] = try words.sentences(of: document.text, by: segmenters.value(for: language))
    if layers.contains(Mentions.fromModel.id) {
      let model = try models.names.value(for: language)
      let names = workspaces.with { model.names(in: text, $0) }
      made[Mentions.fromModel] = names.compactMap { name in
        guard let type = types[model.labels[name.label]] else { return nil }
        return words.mention(name.tokens, type: type, rule: identity.name)
      }
    }
    return made
  }
}
