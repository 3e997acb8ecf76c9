public import SvodkaKit

/// A report that sets groups of documents side by side, as values that every writer shows in its own way.
public struct Report: Sendable, Hashable, Codable {
  /// `svodka.report/1`.
  public var schema = "svodka.report/1"
  /// The language of its words, as an ISO 639 code.
  public var language: String
  /// The heading.
  public var title: String
  /// What is compared.
  public var overview: ReportOverview
  /// What a reader has to know first: the headlines of the sections, in their order.
  public var headlines: [ReportStatement]
  /// A section an analyzer, in the order of the pipeline. No block is `.counts`: the report has worked them out.
  public var sections: [ReportSection]
  /// The documents that are quoted, by id.
  public var documents: [ReportDocument]

  /// Puts a report together.
  public init(
    language: String, title: String, overview: ReportOverview, headlines: [ReportStatement],
    sections: [ReportSection], documents: [ReportDocument]
  ) {
    self.language = language
    self.title = title
    self.overview = overview
    self.headlines = headlines
    self.sections = sections
    self.documents = documents
  }
}

/// The first page of a report: what is compared, and how far it can be trusted.
public struct ReportOverview: Sendable, Hashable, Codable {
  /// The fields by which documents are grouped: `source`, `date:week`.
  public var by: [String]
  /// The groups, in the order of their columns and bars.
  public var groups: [ReportGroup]
  /// Documents that are nearly the same, two or more each.
  public var copies: [Copies]
  /// Documents that could not be analysed, or not by every analyzer.
  public var failures: [Failure]
  /// What people have corrected.
  public var corrections: [ReportTally]
  /// Names that documents alone do not tell to be one's, and that stand in one row.
  public var joins: [Join]
  /// What made the report: programs, models, lexicons, with their versions.
  public var provenance: [Fact]
  /// What has to be said of the whole, such as that a group is too small to compare.
  public var notes: [ReportStatement]

  /// Documents that are nearly the same.
  public struct Copies: Sendable, Hashable, Codable {
    /// The one that counts where copies are left out.
    public var kept: String
    /// The others.
    public var others: [String]
    /// Makes a cluster.
    public init(kept: String, others: [String]) {
      self.kept = kept
      self.others = others
    }
  }

  /// A document that could not be analysed.
  public struct Failure: Sendable, Hashable, Codable {
    /// Its id; nil where not even that could be read.
    public var document: String?
    /// The file, and the line where it has rows; nil where it is not known.
    public var place: String?
    /// The analyzer that failed; nil where the document could not be read.
    public var analyzer: String?
    /// The code, such as `I106`.
    public var code: String
    /// What went wrong.
    public var message: String
    /// Makes a failure.
    public init(document: String?, place: String?, analyzer: String?, code: String, message: String) {
      self.document = document
      self.place = place
      self.analyzer = analyzer
      self.code = code
      self.message = message
    }
  }

  /// A name that stands for another over the whole run.
  public struct Join: Sendable, Hashable, Codable {
    /// The name as some documents have it.
    public var name: ReportName
    /// The name under which it stands.
    public var under: ReportName
    /// Why: `surname`, `spelling`, in the language of the report.
    public var reason: String
    /// Makes a join.
    public init(name: ReportName, under: ReportName, reason: String) {
      self.name = name
      self.under = under
      self.reason = reason
    }
  }

  /// A label with its value.
  public struct Fact: Sendable, Hashable, Codable {
    /// What it is.
    public var label: String
    /// What it says.
    public var value: String
    /// Makes a fact.
    public init(_ label: String, _ value: String) {
      self.label = label
      self.value = value
    }
  }

  /// Makes a first page.
  public init(
    by: [String], groups: [ReportGroup], copies: [Copies] = [], failures: [Failure] = [],
    corrections: [ReportTally] = [], joins: [Join] = [], provenance: [Fact] = [], notes: [ReportStatement] = []
  ) {
    self.by = by
    self.groups = groups
    self.copies = copies
    self.failures = failures
    self.corrections = corrections
    self.joins = joins
    self.provenance = provenance
    self.notes = notes
  }
}

/// A document as a report refers to it.
public struct ReportDocument: Sendable, Hashable, Codable {
  /// Its id.
  public var id: String
  /// The headline.
  public var title: String?
  /// The outlet.
  public var source: String?
  /// Publication as ISO 8601.
  public var date: String?
  /// The language as an ISO 639 code.
  public var language: String
  /// The address.
  public var url: String?
  /// The file it was read from.
  public var path: String?
  /// The number of its group.
  public var group: Int?
  /// The document that it is nearly a copy of.
  public var copyOf: String?

  /// Describes a document.
  public init(
    id: String, title: String? = nil, source: String? = nil, date: String? = nil, language: String, url: String? = nil,
    path: String? = nil, group: Int? = nil, copyOf: String? = nil
  ) {
    self.id = id
    self.title = title
    self.source = source
    self.date = date
    self.language = language
    self.url = url
    self.path = path
    self.group = group
    self.copyOf = copyOf
  }
}
