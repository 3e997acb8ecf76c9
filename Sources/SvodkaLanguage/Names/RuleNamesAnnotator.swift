public import SvodkaKit
import SvodkaResources

/// Makes the layer `mentions`: by capitals, tables of known names, titles, what stands round a name, and a model where one is installed.
public struct RuleNamesAnnotator: Annotator {
  /// Name and version.
  public static let identity = Identity(name: "rule-names", version: "1")
  /// The languages for which there are tables.
  public static let languages = ["ru", "en"]

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

  /// Makes the annotator; tables are read when a document first needs them.
  public init(resources: any ResourceProvider) {
    tables = LanguageCache { (language) throws(AnalysisError) in
      try NameGrammar.shared(language: language, resources: resources)
    }
  }

  /// Name and version.
  public var identity: Identity { Self.identity }
  /// Mentions.
  public var provides: [AnyLayer] { [AnyLayer(Mentions.layer)] }
  /// Tokens and sentences, and what a model found where there is one, of a text in a language that has tables.
  public var requirements: Requirements {
    Requirements(
      layers: [AnyLayer(Tokens.layer), AnyLayer(Sentences.layer)], optional: [AnyLayer(Mentions.fromModel)],
      languages: Self.languages)
  }

  /// Finds the names.
  public func annotate(
    _ document: DocumentView, wanting layers: Set<LayerID>
  ) async throws(AnalysisError) -> Layers {
    let tables = try tables.value(for: document.language)
    let tagger = NameTagger(
      text: document.text, tokens: try document(Tokens.layer), sentences: try document(Sentences.layer),
      lexicon: tables.lexicon, gazetteer: tables.gazetteer)
    var made = Layers()
    made[Mentions.layer] = tagger.mentions(model: try document.optional(Mentions.fromModel))
    return made
  }
}
