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
      let settings = try making.configured(Settings.self)
      guard let path = settings.actors else { return EntityAnnotator(resources: making.resources) }
      let (bytes, file) = try making.file(path, setting: "actors")
      let list = try ActorListReader().read(bytes, file: file)
      let hash = String(StableHash.fnv1a(bytes), radix: 16)
      return try EntityAnnotator(resources: making.resources, actors: list, sourceHashes: ["actors fnv1a:" + hash])
    }
  }

  /// What a pipeline can set.
  public struct Settings: StepConfiguration {
    /// The file of the user's list of actors, relative to the pipeline file; see `ActorListReader`. Nil for none.
    public var actors: String?

    /// No list.
    public init() {}
  }

  /// The languages that have tables: those of the rules for names, and those where a model alone finds names.
  public static let languages = RuleNamesAnnotator.languages + ["fr"]

  private static let provided = [AnyLayer(Entities.layer), AnyLayer(ActorMentions.layer)]
  private let naming: LanguageCache<EntityNaming>
  private let actors: ActorIndex?
  /// Of the list of actors.
  public private(set) var sourceHashes: [String]

  /// Makes the annotator; tables are read when a document first needs them.
  public init(resources: any ResourceProvider) {
    self.init(resources: resources, index: nil)
  }

  /// Makes an annotator that knows the actors of a list.
  /// - Throws: `P116` when the list gives one name to two at once.
  public init(
    resources: any ResourceProvider, actors: ActorList, sourceHashes: [String] = []
  ) throws(AnalysisError) {
    self.init(resources: resources, index: try ActorIndex(actors, resources: resources))
    self.sourceHashes = sourceHashes
  }

  private init(resources: any ResourceProvider, index: ActorIndex?) {
    actors = index
    sourceHashes = []
    naming = LanguageCache { (language) throws(AnalysisError) in
      try EntityNaming(language: language, resources: resources)
    }
  }

  /// Name and version.
  public var identity: Identity { Self.identity }
  /// Entities, and where actors are named.
  public var provides: [AnyLayer] { Self.provided }
  /// The text as it is read, tokens, sentences and mentions, of a text in a language that has tables.
  public var requirements: Requirements {
    Requirements(
      layers: [AnyLayer(Tokens.layer), AnyLayer(Sentences.layer), AnyLayer(Mentions.layer)],
      optional: [AnyLayer(Reading.layer)], languages: Self.languages)
  }

  /// Joins the mentions.
  public func annotate(
    _ document: DocumentView, wanting layers: Set<LayerID>
  ) async throws(AnalysisError) -> Layers {
    let naming = try naming.value(for: document.language)
    let mentions = try document(Mentions.layer)
    let tokens = try document(Tokens.layer)
    let text = try document.reading()
    var grouping = MentionGrouping(text: text, tokens: tokens, mentions: mentions, naming: naming)
    let groups = try grouping.grouped()
    var entities = try naming.entities(groups, in: text)
    var made = Layers()
    made[ActorMentions.layer] = try named(&entities, mentions, tokens, in: document)
    made[Entities.layer] = entities
    return made
  }

  /// Tells of each entity which actor it is, and where actors are named.
  private func named(
    _ entities: inout [Entity], _ mentions: [Mention], _ tokens: [Token], in document: DocumentView
  ) throws(AnalysisError) -> ActorMentions {
    guard let actors else { return ActorMentions() }
    let day = document.metadata.day
    var named: [ActorMentions.Mention] = []
    for i in entities.indices {
      var names = [entities[i].name]
      for (mention, reason) in zip(entities[i].mentions, entities[i].reasons)
      where reason == .brackets || reason == .abbreviation {
        names.append(document.text[mentions[mention].span])
      }
      for name in names where entities[i].actor == nil {
        entities[i].actor = try actors.actor(named: name, entities[i].type, on: day)
      }
      guard let actor = entities[i].actor else { continue }
      named += entities[i].mentions.map { .init(tokens: mentions[$0].tokens, actor: actor, isName: true) }
    }
    return ActorMentions(named + actors.phrases(in: tokens, try document(Sentences.layer), on: day))
  }
}
