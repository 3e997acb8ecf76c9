public import SvodkaKit

/// Makes tokens, sentences, names, morphology, lemmas and dependencies of Russian by Slovnet's published models.
///
/// Only what is asked for is computed, and a model is opened when it is first needed. Any number of tasks may use one annotator.
public struct SlovnetAnnotator: Annotator {
  /// Name and version.
  public static let identity = Identity(name: "slovnet", version: "1")
  /// The languages that have such models.
  public static let languages = ["ru"]

  private static let provided = [
    AnyLayer(Tokens.layer), AnyLayer(Sentences.layer), AnyLayer(Mentions.fromModel), AnyLayer(ModelReadings.layer),
    AnyLayer(Morphology.layer), AnyLayer(Lemmas.layer), AnyLayer(Dependencies.layer),
  ]

  /// How a registry knows it.
  public static var descriptor: StepDescriptor {
    StepDescriptor(
      annotator: identity, summary: "tokens, sentences, names, morphology, lemmas and syntax by Slovnet's models",
      provides: provided, languages: languages, profile: .fast, isAvailable: { isInstalled(in: ModelStore()) }
    ) { (making) throws(AnalysisError) in
      _ = try making.configured(NoSettings.self)
      return try SlovnetAnnotator(resources: making.resources, store: ModelStore())
    }
  }

  /// True when all models of Russian are there.
  public static func isInstalled(in store: ModelStore) -> Bool {
    languages.allSatisfy { SlovnetModels.packs(for: $0).allSatisfy(store.holds) }
  }

  private let segmenter: RazdelSegmenter
  private let models: SlovnetModels
  /// The packs of all languages.
  public let modelVersions: [Identity]
  private let workspaces = WorkspacePool { SlovnetWorkspace() }

  /// Makes the annotator over the models of a store.
  ///
  /// - Throws: `R101` and `P101`…`P103` when the tables of the program are broken. A broken model shows at its first use.
  public init(
    resources: any ResourceProvider, store: ModelStore, kernel: MatrixKernel = .best
  ) throws(AnalysisError) {
    segmenter = try RazdelSegmenter(resources: resources)
    models = SlovnetModels(store: store, resources: resources, kernel: kernel)
    modelVersions = store.identities(of: Self.languages.flatMap(SlovnetModels.packs))
  }

  /// Name and version.
  public var identity: Identity { Self.identity }
  /// All of its layers.
  public var provides: [AnyLayer] { Self.provided }
  /// The text as it is read, in a language that has models.
  public var requirements: Requirements {
    Requirements(optional: [AnyLayer(Reading.layer)], languages: Self.languages)
  }

  /// Makes the layers that are wanted, tokens and sentences always.
  public func annotate(
    _ document: DocumentView, wanting layers: Set<LayerID>
  ) async throws(AnalysisError) -> Layers {
    let language = document.language
    let reading = try document.reading()
    let (tokens, sentences) = segmenter.segment(reading)
    var made = Layers()
    made[Tokens.layer] = tokens
    made[Sentences.layer] = sentences
    var text = SlovnetText(
      text: reading, language: language, tokens: tokens, sentences: sentences, classes: segmenter.classes)
    if layers.contains(Mentions.fromModel.id) || layers.contains(ModelReadings.layer.id) {
      let model = try models.names.value(for: language)
      let forms = try text.forms(model.shapes, models)
      var readings = layers.contains(ModelReadings.layer.id) ? model.readings(tokens: tokens.count) : nil
      made[Mentions.fromModel] = workspaces.with { workspace in
        model.names(in: forms, workspace, readings: &readings).map { name in
          Mention(
            span: tokens.span(of: name.tokens), tokens: name.tokens, type: name.type, confidence: name.confidence,
            rule: Self.identity.name)
        }
      }
      made[ModelReadings.layer] = readings
    }
    if layers.contains(Morphology.layer.id) || layers.contains(Lemmas.layer.id) {
      let model = try models.morphology.value(for: language)
      let sequence = try text.sequence(model.shapes, models)
      let labels = workspaces.with { model.tag(sequence.forms, $0) }
      made[Morphology.layer] = sequence.places.map { model.labels[Int(labels[$0])] }
      if layers.contains(Lemmas.layer.id) {
        let lemmatizer = try models.lemmas.value(for: language)
        made[Lemmas.layer] = lemmatizer.lemmas(
          of: tokens, forms: sequence.places.map { sequence.forms[$0].word }, labels: sequence.places.map { labels[$0] }
        )
      }
    }
    if layers.contains(Dependencies.layer.id) {
      let model = try models.syntax.value(for: language)
      let sequence = try text.sequence(model.shapes, models)
      let arcs = workspaces.with { model.parse(sequence.forms, sentences: sequence.sentences, $0) }
      made[Dependencies.layer] = sequence.dependencies(arcs, labels: model.labels)
    }
    return made
  }
}

extension [Token] {
  /// From the first of some tokens to the last; the range may not be empty.
  fileprivate func span(of range: Range<Int>) -> TextSpan {
    TextSpan(self[range.lowerBound].span.start, self[range.upperBound - 1].span.end)
  }
}
