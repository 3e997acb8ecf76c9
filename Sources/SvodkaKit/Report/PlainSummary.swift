/// What an analyzer that says nothing of its own sums: how often each of its fields has each value, with sentences.
///
/// A field's value is a text, a truth value, or the `canonical` or `text` of an object. Fields that only place or quote a finding
/// (`id`, `start`, `end`, `evidence`, `sentence`, `rule`) are not counted, and neither are numbers and texts beyond 80 bytes.
public struct PlainSummary: Mergeable, Codable, Hashable {
  /// How often a field of a document's findings has a value.
  public struct Cell: Codable, Sendable, Hashable, Comparable {
    /// The field's key.
    public var field: String
    /// The value.
    public var value: String
    /// The document's id.
    public var document: String
    /// How many of its findings have the value.
    public var count: Int

    /// By field, value and document.
    public static func < (a: Cell, b: Cell) -> Bool {
      (a.field, a.value, a.document) < (b.field, b.value, b.document)
    }
    func isAt(_ other: Cell) -> Bool {
      field == other.field && value == other.value && document == other.document
    }
  }

  /// A sentence with the field and value that it shows.
  public struct Quote: Codable, Sendable, Hashable, Comparable {
    /// The field's key.
    public var field: String
    /// The value.
    public var value: String
    /// The sentence.
    public var kept: KeptEvidence

    /// By field and value, then by hash.
    public static func < (a: Quote, b: Quote) -> Bool {
      (a.field, a.value) != (b.field, b.value) ? (a.field, a.value) < (b.field, b.value) : a.kept < b.kept
    }
  }

  /// Counts by field, value and document.
  public private(set) var cells: [Cell] = []
  /// Sentences: of each field and value those with the smallest hash.
  public private(set) var quotes: [Quote] = []

  /// Nothing.
  public init() {}

  /// The sum over one document.
  public init(_ findings: [PlainFinding], of document: String) {
    var cells: [Cell] = []
    var quotes: [Quote] = []
    for finding in findings {
      for fact in finding.facts {
        cells.append(Cell(field: fact.field, value: fact.value, document: document, count: 1))
        guard let sentence = finding.sentence else { continue }
        quotes.append(Quote(field: fact.field, value: fact.value, kept: KeptEvidence(sentence)))
      }
    }
    var counted: [Cell] = []
    for cell in cells.sorted() {
      if let last = counted.last, last.isAt(cell) {
        counted[counted.count - 1].count += cell.count
      } else {
        counted.append(cell)
      }
    }
    self.cells = counted
    self.quotes = Self.kept(quotes.sorted())
  }

  /// The union: a document that both have counts once.
  public mutating func merge(_ other: PlainSummary) {
    cells = SortedUnion.of(cells, other.cells) { $0.isAt($1) ? Swift.max($0, $1) : nil }
    quotes = Self.kept(SortedUnion.of(quotes, other.quotes))
  }

  private static func kept(_ quotes: [Quote]) -> [Quote] {
    var kept: [Quote] = []
    var run = 0
    for quote in quotes {
      let isSame = kept.last.map { $0.field == quote.field && $0.value == quote.value } ?? false
      run = isSame ? run + 1 : 0
      if run < KeptEvidence.most { kept.append(quote) }
    }
    return kept
  }
}

extension PlainSummary: PackedCodable {
  /// See ``PackedCodable/form``.
  package static var form: Int { 1 }
}

extension PlainSummary: DocumentKeyed {
  /// Leaves the documents for which `keeps` holds.
  public mutating func keep(documents keeps: (String) -> Bool) {
    cells.removeAll { !keeps($0.document) }
    quotes.removeAll { !keeps($0.kept.quote.document) }
  }
}
