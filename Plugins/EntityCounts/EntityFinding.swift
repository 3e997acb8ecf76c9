public import SvodkaKit
public import SvodkaNames

/// Someone or something that a document names, with every mention.
public struct EntityFinding: Codable, Sendable, Hashable {
  /// A function of the document and the shipped tables alone; the same for one name in Russian and in English.
  public var id: String
  /// The fullest form in the document, in Russian in the nominative.
  public var name: String
  /// The name by language.
  public var names: LocalNames
  /// `PER`, `LOC`, `ORG`.
  public var type: String
  /// The number of mentions; pronouns are not counted.
  public var count: Int
  /// The mentions, in text order.
  public var mentions: [SpannedText]
  /// Ids of other entities of the document that may be meant.
  public var ambiguousWith: [String]
  /// Who it is by the user's list of actors; nil where there is none.
  public var actor: Actor?
  /// For each of `mentions`, why it stands with the others: `surname`, `table`, `spelling`, …; nil for the one that was there first.
  public var joinedBy: [String?]?

  enum CodingKeys: String, CodingKey {
    case id, name, names, type, count, mentions, actor
    case ambiguousWith = "ambiguous_with"
    case joinedBy = "joined_by"
  }
}

/// A name by language, written as `{"ru": …, "en": …}` in the order given.
public struct LocalNames: Codable, Sendable, Hashable {
  /// A name in one language.
  public struct Entry: Sendable, Hashable {
    /// An ISO 639 code.
    public var language: String
    /// The name.
    public var name: String
  }

  private struct Key: CodingKey {
    var stringValue: String
    var intValue: Int? { nil }
    init?(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  /// The names.
  public var entries: [Entry]

  /// Takes names in their order.
  public init(_ entries: [Entry]) { self.entries = entries }

  /// Reads an object whose keys are languages.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    entries = try container.allKeys.map {
      Entry(language: $0.stringValue, name: try container.decode(String.self, forKey: $0))
    }
  }

  /// Writes an object whose keys are languages.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    for entry in entries {
      guard let key = Key(stringValue: entry.language) else { continue }
      try container.encode(entry.name, forKey: key)
    }
  }
}
