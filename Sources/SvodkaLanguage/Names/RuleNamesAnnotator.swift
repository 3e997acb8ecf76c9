public import SvodkaKit
import SvodkaResources

/// Makes the layer `mentions`: by capitals, tables of known names, titles, what stands round a name, and a model where one is installed.
public struct RuleNamesAnnotator: Annotator {
  /// Name and version.
  public static let identity = Identity(name: "rule-names", version: "1")
  /// The languages for which there are tables.
  public static let languages = ["ru", "en"]

  /// The packs of models on whose readings there is something learned.
  private static let learnedPacks = ["en-spacy-md", "ru-names"]

  /// How a registry knows it.
  public static var descriptor: StepDescriptor {
    StepDescriptor(
      annotator: identity, summary: "names of people, places and bodies, by tables and rules",
      provides: [AnyLayer(Mentions.layer)], languages: languages
    ) { (making) throws(AnalysisError) in
      _ = try making.configured(NoSettings.self)
      return RuleNamesAnnotator(resources: making.resources)
    }
  }

  private let tables: LanguageCache<NameGrammar>
  /// By pack of a model, what was learned on its readings; nil where nothing was.
  private let weights: LanguageCache<MentionWeights?>

  /// Makes the annotator; tables are read when a document first needs them.
  public init(resources: any ResourceProvider) {
    tables = LanguageCache { (language) throws(AnalysisError) in
      try NameGrammar.shared(language: language, resources: resources)
    }
    weights = LanguageCache { (pack) throws(AnalysisError) in
      guard Self.learnedPacks.contains(pack) else { return nil }
      let (bytes, file) = try resources.read("Tables/mentions.\(pack).tsv", of: "SvodkaLanguage")
      return try MentionWeights(bytes, file: file)
    }
  }

  /// Name and version.
  public var identity: Identity { Self.identity }
  /// Mentions.
  public var provides: [AnyLayer] { [AnyLayer(Mentions.layer)] }
  /// Tokens and sentences, and what a model found where there is one, of a text in a language that has tables.
  public var requirements: Requirements {
    Requirements(
      layers: [AnyLayer(Tokens.layer), AnyLayer(Sentences.layer)],
      optional: [AnyLayer(Reading.layer), AnyLayer(Mentions.fromModel), AnyLayer(ModelReadings.layer)],
      languages: Self.languages)
  }

  /// Finds the names.
  public func annotate(
    _ document: DocumentView, wanting layers: Set<LayerID>
  ) async throws(AnalysisError) -> Layers {
    let tagger = try tagger(for: document)
    let model = try document.optional(Mentions.fromModel)
    var made = Layers()
    if let model, let readings = try document.optional(ModelReadings.layer),
      let weights = try weights.value(for: readings.pack)
    {
      made[Mentions.layer] = tagger.mentions(
        model: model, readings: readings, weights: weights)
    } else {
      made[Mentions.layer] = tagger.mentions(model: model)
    }
    return made
  }

  private func tagger(for document: DocumentView) throws(AnalysisError) -> NameTagger {
    let tables = try tables.value(for: document.language)
    return NameTagger(
      text: try document.reading(), tokens: try document(Tokens.layer), sentences: try document(Sentences.layer),
      lexicon: tables.lexicon, gazetteer: tables.gazetteer)
  }

  /// What a training program learns from: the traits of a document's tokens, and the names without anything learned. Nil without a model.
  package func lesson(_ document: DocumentView) throws(AnalysisError) -> (traits: TokenTraits, names: [Mention])? {
    guard let model = try document.optional(Mentions.fromModel),
      let readings = try document.optional(ModelReadings.layer)
    else { return nil }
    let tagger = try tagger(for: document)
    let (rules, fused) = tagger.candidates(model: model)
    let traits = TokenTraits(
      tagger, rules: rules, fused: fused, readings: readings,
      keepsTexts: true)
    return (traits, tagger.mentions(model: model))
  }
}
