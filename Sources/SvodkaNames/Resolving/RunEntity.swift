public import SvodkaLanguage

/// An entity as the documents of a run name it.
public struct RunEntity: Sendable, Hashable {
  /// The id that documents give it.
  public var id: String
  /// The fullest of its names.
  public var name: String
  /// What it is.
  public var type: EntityType
  /// In how many documents it is named.
  public var documents: Int

  /// Makes one.
  public init(id: String, name: String, type: EntityType, documents: Int = 1) {
    (self.id, self.name, self.type, self.documents) = (id, name, type, documents)
  }
}

/// The entities of a run, by id: what a shard adds depends on no order.
public struct RunEntities: Sendable {
  private var byID: [String: RunEntity] = [:]

  /// None.
  public init() {}

  /// How many there are.
  public var count: Int { byID.count }

  /// Adds one as a document names it.
  public mutating func add(_ entity: RunEntity) {
    guard var known = byID[entity.id] else {
      byID[entity.id] = entity
      return
    }
    known.documents += entity.documents
    if Self.isFuller(entity.name, known.name) { known.name = entity.name }
    byID[entity.id] = known
  }

  /// Of two names the one with more words, then the longer, then the first in the alphabet.
  private static func isFuller(_ a: String, _ b: String) -> Bool {
    let (words, others) = (a.split(separator: " ").count, b.split(separator: " ").count)
    if words != others { return words > others }
    return a.utf8.count != b.utf8.count ? a.utf8.count > b.utf8.count : a < b
  }

  /// The most often named first; among those named as often by id.
  var sorted: [RunEntity] {
    byID.values.sorted { $0.documents != $1.documents ? $0.documents > $1.documents : $0.id < $1.id }
  }
}

/// Says that two ids are one's.
public struct EntityLink: Sendable, Hashable {
  /// The id that is replaced.
  public var from: String
  /// The id that stands for both.
  public var to: String
  /// By what they were joined: `spelling`, `table`, `given name`, `initials`, `surname`.
  public var reason: String
  /// 0.5 to 1.
  public var score: Double
}
