public import SvodkaKit

/// The stances of many documents: each kept whole, since they are few.
public struct StanceSummary: DocumentKeyed, PackedCodable, Hashable {
  /// A stance of a document.
  public struct Position: Codable, Sendable, Hashable, Comparable {
    /// The document's id.
    public var document: String
    /// Its day of publication as ISO 8601; empty where it is not known.
    public var date: String
    private let shared: Shared<Stance>

    private enum CodingKeys: String, CodingKey {
      case document, date
      case shared = "stance"
    }

    /// Takes a stance.
    public init(document: String, date: String, stance: Stance) {
      (self.document, self.date) = (document, date)
      shared = Shared(stance)
    }

    /// The stance.
    public var stance: Stance { shared.value }

    /// By document and place in it.
    public static func < (a: Position, b: Position) -> Bool {
      (a.document, a.stance.evidence.span, a.stance.id) < (b.document, b.stance.evidence.span, b.stance.id)
    }
  }

  /// See ``PackedCodable/form``.
  package static var form: Int { 1 }

  /// The stances, by document and place.
  public private(set) var positions: [Position] = []

  /// No stances.
  public init() {}

  /// The stances of one document.
  public init(_ stances: [Stance], of document: String, date: String = "") {
    positions = stances.map { Position(document: document, date: date, stance: $0) }.sorted()
  }

  /// The union: a stance that both have stands once.
  public mutating func merge(_ other: StanceSummary) {
    positions = SortedUnion.of(positions, other.positions)
  }

  /// Leaves the stances in documents for which `keeps` holds.
  public mutating func keep(documents keeps: (String) -> Bool) { positions.removeAll { !keeps($0.document) } }

  /// A holder with all its stances.
  public struct Holder: Sendable, Hashable {
    /// By what its stances were joined.
    public var key: String
    /// The name it most often goes by; of equally frequent ones the first in the order of letters.
    public var name: String
    /// Its stances, by date, document and place.
    public var positions: [Position]

    /// How many of its stances have a label.
    public func count(_ label: StanceLabel) -> Int { positions.count { $0.stance.label == label } }

    /// Two positions in a row that differ: from one document to the next, or within one.
    public var changes: [(from: Position, to: Position)] {
      zip(positions, positions.dropFirst()).filter { $0.stance.label != $1.stance.label }
    }
  }

  /// The holders, those with most stances first.
  public var holders: [Holder] {
    var groups: [String: [Position]] = [:]
    for position in positions { groups[position.stance.holder.key, default: []].append(position) }
    return groups.map { key, all in
      var names: [String: Int] = [:]
      for position in all { names[position.stance.holder.canonical, default: 0] += 1 }
      let name = names.min { ($1.value, $0.key) < ($0.value, $1.key) }?.key ?? key
      return Holder(key: key, name: name, positions: all.sorted { ($0.date, $0) < ($1.date, $1) })
    }.sorted { ($1.positions.count, $0.key) < ($0.positions.count, $1.key) }
  }
}
