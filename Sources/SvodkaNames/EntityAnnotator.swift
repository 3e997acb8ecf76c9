public import SvodkaKit
import SvodkaLanguage
import SvodkaResources

/// Makes the layer `entities`: which mentions of a document name the same one.
///
/// A mention joins another by a name of the tables, by its surname, by an abbreviation that the text or the tables
/// explain, or by a spelling that sounds alike. Two people of one surname stay two.
public struct EntityAnnotator: Annotator {
  /// Name and version; the version is also the scheme of the ids.
  public static let identity = Identity(name: "entities", version: "1")

  /// How a registry knows it.
  public static var descriptor: StepDescriptor {
    StepDescriptor(
      annotator: identity, summary: "which names of a document are the same one's", provides: provided,
      languages: languages
    ) { (making) throws(AnalysisError) in
      _ = try making.configured(NoSettings.self)
      return EntityAnnotator(resources: making.resources)
    }
  }

  /// The languages that have tables: those of the rules for names, and those where a model alone finds names.
  public static let languages = RuleNamesAnnotator.languages + ["fr"]

  private static let provided = [AnyLayer(Entities.layer)]
  private let naming: LanguageCache<EntityNaming>

  /// Makes the annotator; tables are read when a document first needs them.
  public init(resources: any ResourceProvider) {
    naming = LanguageCache { (language) throws(AnalysisError) in
      try EntityNaming(language: language, resources: resources)
    }
  }

  /// Name and version.
  public var identity: Identity { Self.identity }
  /// Entities.
  public var provides: [AnyLayer] { Self.provided }
  /// Tokens, sentences and mentions, of a text in a language that has tables.
  public var requirements: Requirements {
    Requirements(
      layers: [AnyLayer(Tokens.layer), AnyLayer(Sentences.layer), AnyLayer(Mentions.layer)],
      languages: Self.languages)
  }

  /// Joins the mentions.
  public func annotate(
    _ document: DocumentView, wanting layers: Set<LayerID>
  ) async throws(AnalysisError) -> Layers {
    let naming = try naming.value(for: document.language)
    let mentions = try document(Mentions.layer)
    let tokens = try document(Tokens.layer)
    var grouping = MentionGrouping(text: document.text, tokens: tokens, mentions: mentions, naming: naming)
    let groups = try grouping.grouped()
    var made = Layers()
    made[Entities.layer] = try naming.entities(groups, in: document.text)
    return made
  }
}
