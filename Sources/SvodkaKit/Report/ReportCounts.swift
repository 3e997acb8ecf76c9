/// How often each of many things occurs in each group: what an analyzer has to say for the report to work out rates with their
/// intervals, what is over- and under-represented where, and what occurs in one group only.
public struct ReportCounts: Sendable, Hashable, Codable {
  /// What it is called in files and links: `names`.
  public var id: String
  /// What is counted, as a heading: `Who and what is named`.
  public var caption: String
  /// What one row is, as the heading of the first column: `name`.
  public var subject: String
  /// What a count counts: `mentions`.
  public var unit: String
  /// What a count is measured against.
  public var base: Base
  /// The things, each with an id of its own; the report puts them in order.
  public var rows: [Row]

  /// What a count is measured against.
  public enum Base: String, Sendable, Hashable, Codable {
    /// The words of the group: a rate per 10,000.
    case words
    /// The documents of the group, of which each holds a thing or not: a share.
    case documents
  }

  /// How often a thing occurs in a document.
  public struct Occurrence: Sendable, Hashable, Codable {
    /// The document's id.
    public var document: String
    /// How often.
    public var count: Int
    /// Counts a thing in a document.
    public init(document: String, count: Int) {
      self.document = document
      self.count = count
    }
  }

  /// A thing that is counted.
  public struct Row: Sendable, Hashable, Codable {
    /// By what the row is known in other runs; an entity's id.
    public var id: String
    /// Its name.
    public var name: ReportName
    /// Of what kind it is, such as `PER`; may be empty.
    public var kind: String
    /// Where it occurs, for each group of the context in their order: each document once.
    public var occurrences: [[Occurrence]]
    /// The sentences, for each group; the report cites those of rows that it shows.
    public var evidence: [[ReportEvidence]]

    /// Makes a row.
    public init(
      id: String, name: ReportName, kind: String = "", occurrences: [[Occurrence]], evidence: [[ReportEvidence]]
    ) {
      self.id = id
      self.name = name
      self.kind = kind
      self.occurrences = occurrences
      self.evidence = evidence
    }

    /// The counts, one a group.
    public var counts: [Int] { occurrences.map { $0.reduce(0) { $0 + $1.count } } }
  }

  /// Makes counts.
  public init(
    id: String, caption: String, subject: String, unit: String, base: Base = .words, rows: [Row]
  ) {
    self.id = id
    self.caption = caption
    self.subject = subject
    self.unit = unit
    self.base = base
    self.rows = rows
  }
}
