public import SvodkaKit

/// Who and what is named in many documents: mentions by entity and document, the names they go by, and some of the sentences.
public struct EntitySummary: Mergeable, Codable, Hashable {
  /// The mentions of an entity in a document.
  public struct Atom: Codable, Sendable, Hashable, Comparable {
    /// The document's id.
    public var document: String
    /// How often it names the entity.
    public var count: Int

    /// By document; of one document the greater count last.
    public static func < (a: Atom, b: Atom) -> Bool { (a.document, a.count) < (b.document, b.count) }
  }

  /// A name by which documents in a language know an entity.
  public struct Spelling: Codable, Sendable, Hashable, Comparable {
    /// An ISO 639 code; empty for the form that stands in the document.
    public var language: String
    /// The name.
    public var name: String
    /// How many documents have it.
    public var documents: Int
    /// In how many of them somebody else may be meant.
    public var ambiguous: Int

    /// By language and name.
    public static func < (a: Spelling, b: Spelling) -> Bool { (a.language, a.name) < (b.language, b.name) }
    func merged(_ other: Spelling) -> Spelling? {
      guard language == other.language, name == other.name else { return nil }
      return Spelling(
        language: language, name: name, documents: documents + other.documents, ambiguous: ambiguous + other.ambiguous)
    }
  }

  /// One entity.
  public struct Cell: Codable, Sendable, Hashable, Comparable {
    /// The entity's id.
    public var id: String
    /// `PER`, `LOC`, `ORG`.
    public var type: String
    /// Its mentions, by document.
    public var atoms: [Atom]
    /// Its names, by language.
    public var spellings: [Spelling]
    /// Sentences, by hash; at most ``KeptEvidence/most``.
    public var evidence: [KeptEvidence]

    /// By id.
    public static func < (a: Cell, b: Cell) -> Bool { (a.id, a.type) < (b.id, b.type) }

    init(_ finding: EntityFinding, evidence: [ReportEvidence], document: String) {
      (id, type) = (finding.id, finding.type)
      atoms = [Atom(document: document, count: finding.count)]
      let ambiguous = finding.ambiguousWith.isEmpty ? 0 : 1
      let own = Spelling(language: "", name: finding.name, documents: 1, ambiguous: ambiguous)
      spellings =
        ([own]
        + finding.names.entries.map {
          Spelling(language: $0.language, name: $0.name, documents: 1, ambiguous: ambiguous)
        }).sorted()
      self.evidence = Array(evidence.map { KeptEvidence($0) }.sorted().prefix(KeptEvidence.most))
    }

    /// Both, where they are of one entity.
    func merged(_ other: Cell) -> Cell? {
      guard id == other.id, type == other.type else { return nil }
      var both = self
      both.atoms = SortedUnion.of(atoms, other.atoms) { $0.document == $1.document ? max($0, $1) : nil }
      both.spellings = SortedUnion.of(spellings, other.spellings) { $0.merged($1) }
      both.evidence = Array(SortedUnion.of(evidence, other.evidence).prefix(KeptEvidence.most))
      return both
    }

    /// Mentions in all documents.
    public var mentions: Int { atoms.reduce(0) { $0 + $1.count } }
    /// Documents that name it.
    public var documents: Int { atoms.count }
  }

  /// By id and type.
  public private(set) var cells: [Cell] = []
  /// Who is named together; nil where that was not asked for.
  public private(set) var pairs: [EntityPair]?

  /// Nothing.
  public init() {}

  /// Takes one document's entities.
  init(_ cells: [Cell], pairs: [EntityPair]? = nil) {
    self.pairs = pairs
    self.cells = cells.sorted().reduce(into: []) { joined, cell in
      if let both = joined.last?.merged(cell) { joined[joined.count - 1] = both } else { joined.append(cell) }
    }
  }

  /// The union of mentions: a document that both have counts once.
  public mutating func merge(_ other: EntitySummary) {
    cells = SortedUnion.of(cells, other.cells) { $0.merged($1) }
    pairs = EntityPair.union(pairs, other.pairs)
  }
}

extension EntitySummary: PackedCodable {
  /// See ``PackedCodable/form``.
  package static var form: Int { 1 }
}

extension EntitySummary: DocumentKeyed {
  /// Leaves the mentions in documents for which `keeps` holds. Names stay as they are: they only say what the entity is called.
  public mutating func keep(documents keeps: (String) -> Bool) {
    pairs = pairs?.compactMap { $0.keeping(documents: keeps) }
    cells = cells.compactMap { cell in
      var cell = cell
      cell.atoms.removeAll { !keeps($0.document) }
      cell.evidence.removeAll { !keeps($0.quote.document) }
      return cell.atoms.isEmpty ? nil : cell
    }
  }
}
