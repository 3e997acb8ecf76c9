public import SvodkaKit

/// Makes the layer `attributions` by rules over clauses: verbs and nouns of saying, quotations, headlines with a colon.
public struct AttributionAnnotator: Annotator {
  /// Name and version.
  public static let identity = Identity(name: "attribution", version: "1")
  /// The languages for which there are tables.
  public static let languages = ["ru", "en"]

  /// How a registry knows it.
  public static var descriptor: StepDescriptor {
    StepDescriptor(
      annotator: identity, summary: "who says what: sources with the stretch of text that each vouches for",
      provides: [AnyLayer(Attributions.layer)], languages: languages
    ) { (making) throws(AnalysisError) in
      _ = try making.configured(NoSettings.self)
      return AttributionAnnotator(resources: making.resources)
    }
  }

  private let lexicons: LanguageCache<AttributionLexicon>

  /// Makes the annotator; tables are read when a document first needs them.
  public init(resources: any ResourceProvider) {
    lexicons = LanguageCache { (language) throws(AnalysisError) in
      try AttributionLexicon(language: language, resources: resources)
    }
  }

  /// Name and version.
  public var identity: Identity { Self.identity }
  /// Attributions.
  public var provides: [AnyLayer] { [AnyLayer(Attributions.layer)] }
  /// Tokens, sentences and mentions, of a text in a language that has tables.
  public var requirements: Requirements {
    Requirements(
      layers: [AnyLayer(Tokens.layer), AnyLayer(Sentences.layer), AnyLayer(Mentions.layer)], languages: Self.languages)
  }

  /// Finds who says what.
  public func annotate(
    _ document: DocumentView, wanting layers: Set<LayerID>
  ) async throws(AnalysisError) -> Layers {
    let finder = AttributionFinder(
      tokens: try document(Tokens.layer), sentences: try document(Sentences.layer),
      mentions: try document(Mentions.layer), lexicon: try lexicons.value(for: document.language))
    var made = Layers()
    made[Attributions.layer] = finder.all()
    return made
  }
}
