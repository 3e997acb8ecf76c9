public import SvodkaKit

/// Mentions, documents and evidence by entity, over any number of documents.
public struct EntitySummary: Mergeable, Codable, Hashable {
  /// At most this many sentences are kept for an entity: those with the smallest hash.
  static let evidenceKept = 50

  /// One entity.
  public struct Cell: Codable, Sendable, Hashable {
    /// The entity's id.
    public var id: String
    /// `PER`, `LOC`, `ORG`.
    public var type: String
    /// The longest of the names by which documents know it.
    public var name: String
    /// Mentions in all documents.
    public var mentions: Int
    /// Documents that name it.
    public var documents: Int
    /// Sentences, by hash.
    public var evidence: [Evidence]

    init(_ finding: EntityFinding, evidence: [Evidence], document: String) {
      (id, type, name) = (finding.id, finding.type, finding.name)
      (mentions, documents) = (finding.count, 1)
      self.evidence = Array(evidence.sorted().prefix(EntitySummary.evidenceKept))
    }

    mutating func merge(_ other: Cell) {
      if (other.name.utf8.count, other.name) > (name.utf8.count, name) { name = other.name }
      mentions += other.mentions
      documents += other.documents
      evidence = Array((evidence + other.evidence).sorted().prefix(EntitySummary.evidenceKept))
    }
  }

  /// A sentence, ordered by a hash of its place, so that which ones are kept depends on no order of documents.
  public struct Evidence: Codable, Sendable, Hashable, Comparable {
    /// FNV-1a over document id and offset.
    public var hash: UInt32
    /// The sentence.
    public var quote: ReportEvidence

    init(_ quote: ReportEvidence, offset: Int) {
      var hash: UInt32 = 0x811C_9DC5
      for byte in "\(quote.document)\u{0}\(offset)".utf8 { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
      self.hash = hash
      self.quote = quote
    }

    /// By hash, then by quotation.
    public static func < (a: Evidence, b: Evidence) -> Bool {
      a.hash != b.hash ? a.hash < b.hash : a.quote < b.quote
    }
  }

  /// By id.
  public private(set) var cells: [Cell] = []

  /// Nothing.
  public init() {}

  /// Takes one document's entities.
  init(_ cells: [Cell]) { self.cells = Self.joined(cells) }

  /// Adds counts, and keeps the evidence with the smallest hashes.
  public mutating func merge(_ other: EntitySummary) {
    if cells.isEmpty { cells = other.cells } else { cells = Self.joined(cells + other.cells) }
  }

  private static func joined(_ cells: [Cell]) -> [Cell] {
    var joined: [Cell] = []
    joined.reserveCapacity(cells.count)
    for cell in cells.sorted(by: { $0.id < $1.id }) {
      if joined.last?.id == cell.id { joined[joined.count - 1].merge(cell) } else { joined.append(cell) }
    }
    return joined
  }
}
