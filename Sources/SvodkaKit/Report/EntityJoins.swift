/// Which entities are one over a whole run: joins that `resolve` found or a person made, and splits that a person made.
public struct EntityJoins: Sendable, Hashable {
  /// The mentions of an entity in some documents, which are another's.
  public struct Split: Sendable, Hashable {
    /// The entity that documents give.
    public var entity: String
    /// In these documents.
    public var documents: [String]
    /// The entity that is meant.
    public var into: String
    /// Makes a split.
    public init(entity: String, documents: [String], into: String) {
      self.entity = entity
      self.documents = documents
      self.into = into
    }
  }

  private var joined: [String: String] = [:]
  private var split: [String: [String: String]] = [:]

  /// No joins.
  public init() {}

  /// Takes joins, each from an entity to another, and splits, which come first. Joins are followed to their end.
  public init(joins: [(from: String, to: String)], splits: [Split] = []) {
    var parents: [String: String] = [:]
    func root(_ entity: String) -> String {
      var entity = entity
      while let next = parents[entity] { entity = next }
      return entity
    }
    // In order, so that the rows' order does not matter for who is joined; the end of a chain stands for all.
    for join in joins.sorted(by: { ($0.from, $0.to) < ($1.from, $1.to) }) {
      let (from, to) = (root(join.from), root(join.to))
      if from != to { parents[from] = to }
    }
    for entity in parents.keys { joined[entity] = root(entity) }
    for part in splits {
      for document in part.documents { split[part.entity, default: [:]][document] = part.into }
    }
  }

  /// True when nothing is joined or split.
  public var isEmpty: Bool { joined.isEmpty && split.isEmpty }

  /// The entity that is meant wherever a document names one; nil where somebody has split it.
  public func identity(ofUnsplit entity: String) -> String? {
    split[entity] == nil ? joined[entity] ?? entity : nil
  }

  /// The entity that is meant where a document names one.
  public func identity(of entity: String, in document: String) -> String {
    let meant = split.isEmpty ? entity : split[entity]?[document] ?? entity
    return joined[meant] ?? meant
  }
}
