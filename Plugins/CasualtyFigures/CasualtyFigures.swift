public import SvodkaKit
import SvodkaLanguage
import SvodkaNames

/// Finds how many people were killed, wounded, missing, displaced, captured or affected, and who says so.
public struct CasualtyFigures: Analyzer {
  /// Name and version.
  public static let identity = Identity(name: "casualty-figures", version: "1")

  /// How a registry knows it.
  public static var descriptor: StepDescriptor {
    StepDescriptor(
      analyzer: identity,
      summary: "how many were killed, wounded, missing, displaced, captured or affected, by whose account"
    ) { (making) throws(AnalysisError) in
      _ = try making.configured(NoSettings.self)
      return CasualtyFigures(resources: making.resources)
    }
  }

  private let lexicons: LanguageCache<CasualtyLexicon>

  /// Makes the analyzer.
  public init(resources: any ResourceProvider) {
    lexicons = LanguageCache { (language) throws(AnalysisError) in
      try CasualtyLexicon(language: language, resources: resources)
    }
  }

  /// Name and version.
  public var identity: Identity { Self.identity }

  /// Tokens, sentences, names and who says what, in Russian and English.
  public var requirements: Requirements {
    Requirements(
      layers: [
        AnyLayer(Tokens.layer), AnyLayer(Sentences.layer), AnyLayer(Mentions.layer), AnyLayer(Entities.layer),
        AnyLayer(Attributions.layer),
      ], optional: [AnyLayer(ActorMentions.layer)], languages: ["ru", "en"])
  }

  /// The figures of a document, in text order.
  public func analyze(_ document: DocumentView) async throws(AnalysisError) -> [CasualtyFigure] {
    let lexicon = try lexicons.value(for: document.language)
    let (mentions, entities) = (try document(Mentions.layer), try document(Entities.layer))
    let names = NamedEntities(mentions: mentions, entities: entities)
    let sentences = try document(Sentences.layer)
    let tokens = try document(Tokens.layer)
    let actors = try document.optional(ActorMentions.layer) ?? ActorMentions()
    let claims = ClaimedContent(
      text: document.text, tokens: tokens, sentences: sentences, attributions: try document(Attributions.layer),
      names: names, actors: actors)
    return FigureFinder(
      text: document.text, tokens: tokens, sentences: sentences, lexicon: lexicon, names: names, claims: claims,
      actors: actors, day: document.metadata.day
    ).all()
  }
}
