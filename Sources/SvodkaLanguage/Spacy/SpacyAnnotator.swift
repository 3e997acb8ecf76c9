public import SvodkaKit
import SvodkaText

/// Makes names, morphology, lemmas and dependencies by a pipeline of spaCy 3, and tokens and sentences where that is asked for.
///
/// A pipeline cuts words at hyphens and apostrophes, and the house's rules do not. So it works on tokens of its own, and what it finds is
/// said of the tokens that the document has, by where they stand. Only what is asked for is computed, and a part of the pipeline
/// is opened when it is first needed. Any number of tasks may use one annotator.
public struct SpacyAnnotator: Annotator {
  /// Settings of the step.
  public struct Settings: StepConfiguration {
    /// Whether the layers of tokens and sentences are the pipeline's own.
    public var own_tokens = false
    /// Those of the rules.
    public init() {}
  }

  private static let words = [
    AnyLayer(Morphology.layer), AnyLayer(Lemmas.layer), AnyLayer(Dependencies.layer),
  ]
  private static let text = [AnyLayer(Tokens.layer), AnyLayer(Sentences.layer)]

  /// How a registry knows the steps of all pipelines.
  public static var descriptors: [StepDescriptor] {
    SpacyPipeline.all.map { pipeline in
      StepDescriptor(
        annotator: pipeline.identity, summary: "names, morphology, lemmas and syntax by the model \(pipeline.name)",
        provides: provided(pipeline), languages: [pipeline.language], profile: pipeline.isAccurate ? .accurate : .fast,
        isAvailable: { ModelStore().holds(pipeline.name) }
      ) { (making) throws(AnalysisError) in
        try SpacyAnnotator(
          pipeline, settings: making.configured(Settings.self), resources: making.resources, store: ModelStore())
      }
    }
  }

  /// Where there are no tables of names, a model's names are the names.
  private static func provided(_ pipeline: SpacyPipeline) -> [AnyLayer] {
    [AnyLayer(Mentions.fromModel), AnyLayer(ModelReadings.layer)] + words
      + (RuleNamesAnnotator.languages.contains(pipeline.language) ? [] : [AnyLayer(Mentions.layer)])
  }

  private let pipeline: SpacyPipeline
  private let hasOwnTokens: Bool
  private let models: SpacyModels
  /// The pipeline's pack.
  public let modelVersions: [Identity]
  private let types: SpacyEntityTypes
  private let terms: SpacyTerms
  private let segmenters: LanguageCache<SentenceSegmenter>
  private let workspaces = WorkspacePool { SpacyWorkspace() }

  /// Makes the annotator over the packs of a store.
  ///
  /// - Throws: `R101` and `P101`…`P103` when the tables of the program are broken. A broken model shows at its first use.
  public init(
    _ pipeline: SpacyPipeline, settings: Settings = Settings(), resources: any ResourceProvider, store: ModelStore,
    kernel: MatrixKernel = .best
  ) throws(AnalysisError) {
    self.pipeline = pipeline
    hasOwnTokens = settings.own_tokens
    models = SpacyModels(store: store, pack: pipeline.name, resources: resources, kernel: kernel)
    modelVersions = store.identities(of: [pipeline.name])
    types = try SpacyEntityTypes(resources: resources)
    terms = try SpacyTerms(language: pipeline.language, resources: resources)
    segmenters = LanguageCache { (language) throws(AnalysisError) in
      try SentenceSegmenter(language: language, resources: resources)
    }
  }

  /// Name and version.
  public var identity: Identity { pipeline.identity }
  /// Names and what is said of words; tokens and sentences with `own_tokens`.
  public var provides: [AnyLayer] { Self.provided(pipeline) + (hasOwnTokens ? Self.text : []) }
  /// The text as it is read; tokens and sentences, but with `own_tokens`.
  public var requirements: Requirements {
    Requirements(
      layers: hasOwnTokens ? [] : Self.text, optional: [AnyLayer(Reading.layer)], languages: [pipeline.language])
  }

  /// Makes the layers that are wanted.
  public func annotate(
    _ document: DocumentView, wanting layers: Set<LayerID>
  ) async throws(AnalysisError) -> Layers {
    let language = pipeline.language
    let read = try document.reading()
    let text = try models.tokenizer.value(for: language).tokens(of: read)
    let tokens = hasOwnTokens ? text.layer : try document(Tokens.layer)
    let projection = SpacyProjection(text, onto: tokens)
    var made = Layers()
    if hasOwnTokens { made[Tokens.layer] = tokens }
    if [Mentions.fromModel.id, ModelReadings.layer.id, Mentions.layer.id].contains(where: layers.contains) {
      let model = try models.names.value(for: language)
      var readings =
        layers.contains(ModelReadings.layer.id)
        ? SpacyReadings(of: model, types: types, projection: projection, tokens: tokens.count) : nil
      let names = workspaces.with { workspace in
        readings == nil
          ? model.names(in: text, workspace)
          : model.names(in: text, workspace) { readings?.keep($0, features: $1, scores: $2) }
      }
      for name in names { readings?.tag(name.tokens, model.labels[name.label]) }
      made[ModelReadings.layer] = readings?.kept
      let mentions = names.compactMap { name in
        types[model.labels[name.label]].flatMap { projection.mention(name.tokens, type: $0, rule: identity.name) }
      }
      if layers.contains(Mentions.fromModel.id) { made[Mentions.fromModel] = mentions }
      if layers.contains(Mentions.layer.id) { made[Mentions.layer] = mentions }
    }
    guard Self.words.contains(where: { layers.contains($0.id) }) else {
      if hasOwnTokens, layers.contains(Sentences.layer.id) {
        made[Sentences.layer] = try SpacySentences.byRules(
          tokens, of: read, segmenters.value(for: language))
      }
      return made
    }
    let words = try models.words.value(for: language)
    let rules = try models.rules.value(for: language)
    var reading = workspaces.with { words.read(text, $0) }
    rules.ruler?.apply(to: &reading.analyses, of: text)
    let starts = text.tokens.indices.filter { reading.parse.startsSentence[$0] }.map { text.tokens[$0].span.start }
    let sentences =
      hasOwnTokens
      ? SpacySentences.parsed(tokens, of: read, starts: starts) : try document(Sentences.layer)
    if hasOwnTokens { made[Sentences.layer] = sentences }
    let speakers = projection.speakers(reading.parse.heads)
    if layers.contains(Morphology.layer.id) {
      made[Morphology.layer] = speakers.map { $0 < 0 ? Morph(tag: "X") : terms.morph(reading.analyses[$0]) }
    }
    if layers.contains(Lemmas.layer.id) {
      let lemmas = rules.lemmatizer?.lemmas(of: text, reading.analyses)
      made[Lemmas.layer] = projection.lemmas(lemmas ?? text.tokens.map { text.forms[$0.form].text }, of: text)
    }
    if layers.contains(Dependencies.layer.id) {
      made[Dependencies.layer] = dependencies(reading, speakers, projection, sentences)
    }
    return made
  }

  private func dependencies(
    _ reading: SpacyReading, _ speakers: [Int], _ projection: SpacyProjection, _ sentences: [Sentence]
  ) -> [Dependency] {
    var found: [Dependency] = []
    found.reserveCapacity(speakers.count)
    for sentence in sentences {
      for i in sentence.tokens {
        guard speakers[i] >= 0 else {
          found.append(Dependency(head: -1, relation: "root"))
          continue
        }
        let head = projection.head(of: speakers[i], reading.parse.heads, within: sentence.tokens)
        let native = reading.analyses[speakers[i]].relation
        let relation =
          head < 0 ? "root" : terms.relation(of: speakers[i], heads: reading.parse.heads, reading.analyses)
        found.append(Dependency(head: head, relation: relation, native: native == relation ? nil : native))
      }
    }
    return found
  }
}
