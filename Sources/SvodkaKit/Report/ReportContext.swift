/// What a report is made for.
public struct ReportContext: Sendable {
  /// The number of documents summed.
  public var documents: Int
  /// At most this many rows are wanted in a table; nil for all.
  public var rows: Int?
  /// The groups that are compared, in their order; empty where a report is on all documents together.
  public var groups: [ReportGroup]
  /// In which letters names are shown.
  public var script: ReportScript
  /// Which entities are one.
  public var joins = EntityJoins()
  /// What entities are called, from all analyzers that know names, by id.
  public var names: [String: ReportName] = [:]
  /// What is known of the documents' publication, by id.
  public var publications: [String: Publication] = [:]
  /// The documents that are left out where of near-duplicates one is kept, by id.
  public var copies: Set<String> = []
  /// What people have said of findings: that they are right, or what is in them.
  public var corrected: [CorrectedFinding: CorrectedFinding.Action] = [:]
  /// The words of the report, in its language.
  public var wording: any ReportWording

  /// When and by whom a document was published.
  public struct Publication: Sendable, Hashable {
    /// The outlet.
    public var source: String?
    /// The day in the form of ISO 8601.
    public var day: String?
    /// Describes a publication.
    public init(source: String?, day: String?) {
      self.source = source
      self.day = day
    }
  }

  /// Describes a report.
  public init(
    documents: Int, rows: Int? = nil, groups: [ReportGroup] = [], script: ReportScript = .original,
    wording: any ReportWording = PlainWording()
  ) {
    self.documents = documents
    self.rows = rows
    self.groups = groups
    self.script = script
    self.wording = wording
  }

  /// That a person has confirmed or edited a finding; nil where nobody has.
  public func mark(of finding: String, in document: String, by analyzer: String) -> ReportMark? {
    guard !corrected.isEmpty,
      let action = corrected[CorrectedFinding(document: document, analyzer: analyzer, finding: finding)]
    else { return nil }
    let id = action == .accept ? ReportMark.ID.accepted : ReportMark.ID.edited
    return ReportMark(id: id, text: wording.text("mark.\(id)", of: "SvodkaReport"))
  }

  /// The name of an entity that a document gives, as the report shows it; `fallback` where no analyzer knows the entity, or there is none.
  public func name(of entity: String?, in document: String, fallback: String) -> ReportName {
    guard let entity else { return ReportName(fallback) }
    let identity = joins.identity(of: entity, in: document)
    if let name = names[identity] { return name }
    var name = ReportName(fallback)
    name.entity = identity
    return name
  }
}

/// A finding that a person has looked at.
public struct CorrectedFinding: Sendable, Hashable, Codable {
  /// The document's id.
  public var document: String
  /// The analyzer's name.
  public var analyzer: String
  /// The id of the finding in its document.
  public var finding: String

  /// What the person has said of it.
  public enum Action: String, Sendable, Hashable, Codable {
    /// It is right.
    case accept
    /// Some of its fields have other values.
    case edit
  }

  /// Names a finding.
  public init(document: String, analyzer: String, finding: String) {
    (self.document, self.analyzer, self.finding) = (document, analyzer, finding)
  }
}

/// A group of documents that is compared with others.
public struct ReportGroup: Sendable, Hashable, Codable {
  /// Its name, as columns and bars have it: `kurier`, `kurier · ru`.
  public var name: String
  /// The values of the fields by which documents are grouped, in the order of the fields.
  public var values: [String]
  /// How many documents it has.
  public var documents: Int
  /// How many of them are left when of near-duplicates one is kept.
  public var distinctDocuments: Int
  /// The words of all its documents.
  public var words: Int
  /// The words of the documents that are left when of near-duplicates one is kept.
  public var distinctWords: Int
  /// The first and the last day of publication in the form of ISO 8601; nil where none is known.
  public var period: ReportPeriod?
  /// The languages with their numbers of documents, by code.
  public var languages: [ReportTally]
  /// The sources with their numbers of documents, by name.
  public var sources: [ReportTally]
  /// How many documents could not be analysed.
  public var failed: Int

  /// Makes a group.
  public init(
    name: String, values: [String], documents: Int, distinctDocuments: Int? = nil, words: Int = 0,
    distinctWords: Int? = nil, period: ReportPeriod? = nil, languages: [ReportTally] = [], sources: [ReportTally] = [],
    failed: Int = 0
  ) {
    self.name = name
    self.values = values
    self.documents = documents
    self.distinctDocuments = distinctDocuments ?? documents
    self.words = words
    self.distinctWords = distinctWords ?? words
    self.period = period
    self.languages = languages
    self.sources = sources
    self.failed = failed
  }
}

/// Two days in the form of ISO 8601, both included.
public struct ReportPeriod: Sendable, Hashable, Codable {
  /// The first day.
  public var from: String
  /// The last day.
  public var to: String
  /// Makes a period.
  public init(from: String, to: String) {
    self.from = from
    self.to = to
  }
}

/// A name with a number.
public struct ReportTally: Sendable, Hashable, Codable {
  /// What is counted.
  public var name: String
  /// How often.
  public var count: Int
  /// How often when of near-duplicates one document is kept; nil where that is the same or does not matter.
  public var distinct: Int?
  /// Makes a tally.
  public init(_ name: String, _ count: Int, distinct: Int? = nil) {
    self.name = name
    self.count = count
    self.distinct = distinct == count ? nil : distinct
  }
}
