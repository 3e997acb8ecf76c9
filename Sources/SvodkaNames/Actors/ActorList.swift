public import SvodkaKit
public import SvodkaLanguage

/// The user's list of actors as its file says it; see `ActorListReader`.
public struct ActorList: Sendable {
  /// An actor of the list.
  public struct Entry: Sendable {
    /// Its key.
    public var key: String
    /// Its names by language, in the order of the file.
    public var names: [Entity.LocalName]
    /// The side that it is on.
    public var side: String?
    /// The key of the actor that it is a part of.
    public var parent: String?
    /// The names by which texts call it, its own among them.
    public var aliases: [Alias]
    /// Phrases that name it without being names, as `PhraseMatcher` writes them: `government troop*`.
    public var phrases: [Phrase]
    /// Where it stands.
    public var location: SourceLocation?
  }

  /// The days on which something holds.
  public struct Period: Sendable, Hashable {
    /// The first day; nil for ever before.
    public var from: CivilDate?
    /// The last day; nil for ever after.
    public var until: CivilDate?

    /// True when both hold on some day.
    public func overlaps(_ other: Period) -> Bool {
      (from.map { first in other.until.map { first <= $0 } ?? true } ?? true)
        && (other.from.map { first in until.map { first <= $0 } ?? true } ?? true)
    }

    /// True of a day inside; nil of a text without a date, where there are limits.
    public func holds(on day: CivilDate?) -> Bool? {
      if from == nil, until == nil { return true }
      guard let day else { return nil }
      return (from.map { $0 <= day } ?? true) && (until.map { day <= $0 } ?? true)
    }
  }

  /// A name by which texts call an actor.
  public struct Alias: Sendable {
    /// The name, in any script, in the nominative.
    public var name: String
    /// When it means the actor.
    public var period: Period
    /// What is so called; nil for a person, a place or a body alike.
    public var type: EntityType?
    /// Where it stands.
    public var location: SourceLocation?
  }

  /// A phrase that names an actor.
  public struct Phrase: Sendable {
    /// As `PhraseMatcher` writes them.
    public var pattern: String
    /// When it means the actor.
    public var period: Period
    /// Where it stands.
    public var location: SourceLocation?
  }

  /// The actors, in the order of the file.
  public var entries: [Entry]

  /// The actor that an entry stands for: the topmost of its parents, and on whose side the nearest of them is.
  public func actor(of entry: Entry) -> Actor {
    var top = entry
    var side = entry.side
    for _ in entries {
      guard let parent = top.parent, let found = entries.first(where: { $0.key == parent }) else { break }
      top = found
      side = side ?? top.side
    }
    return Actor(
      key: top.key, name: top.names.first?.name ?? top.key, side: side, part: top.key == entry.key ? nil : entry.key)
  }
}
