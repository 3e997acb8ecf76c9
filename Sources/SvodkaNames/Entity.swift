public import SvodkaKit
public import SvodkaLanguage

/// Someone or something that a document names, with every place where it does.
public struct Entity: Sendable, Hashable {
  /// A function of the document and the shipped tables alone: the same name in Russian and in English gets the same id.
  public var id: String
  /// The fullest form of the name in the document; in Russian in the nominative.
  public var name: String
  /// The name by language, `ru` and `en`, in that order; from tables, else by transliteration.
  public var names: [LocalName]
  /// What it is.
  public var type: EntityType
  /// Its mentions, as indices into the `mentions` layer, ascending.
  public var mentions: [Int]
  /// For each of `mentions`, why it stands with the others; nil for the one that was there first.
  public var reasons: [JoinReason?]
  /// Ids of entities of this document that some of the mentions may mean as well.
  public var ambiguousWith: [String]
  /// Who it is by the user's list of actors; nil where there is no list, or the list lacks it. The id does not depend on it.
  public var actor: Actor?

  /// A name in one language.
  public struct LocalName: Sendable, Hashable {
    /// An ISO 639 code.
    public var language: String
    /// The name.
    public var name: String
    /// Makes a name.
    public init(language: String, name: String) {
      self.language = language
      self.name = name
    }
  }

  /// Makes an entity.
  public init(
    id: String, name: String, names: [LocalName], type: EntityType, mentions: [Int], reasons: [JoinReason?]? = nil,
    ambiguousWith: [String] = [], actor: Actor? = nil
  ) {
    self.id = id
    self.name = name
    self.names = names
    self.type = type
    self.mentions = mentions
    self.reasons = reasons ?? mentions.map { _ in nil }
    self.ambiguousWith = ambiguousWith
    self.actor = actor
  }
}

/// The layer of entities, ordered by first mention. Every mention belongs to exactly one.
public enum Entities {
  /// Its key.
  public static let layer = Layer<[Entity]>("entities")
}
