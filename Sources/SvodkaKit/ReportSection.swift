/// What a report is made for.
public struct ReportContext: Sendable {
  /// The number of documents summed.
  public var documents: Int
  /// At most this many rows are wanted in a table; nil for all.
  public var rows: Int?

  /// Describes a report.
  public init(documents: Int, rows: Int? = nil) {
    self.documents = documents
    self.rows = rows
  }
}

/// An analyzer's part of a report, as values that every writer can show.
public struct ReportSection: Sendable, Hashable {
  /// The heading.
  public var title: String
  /// Tables in their order.
  public var tables: [ReportTable]

  /// Makes a section.
  public init(title: String, tables: [ReportTable]) {
    self.title = title
    self.tables = tables
  }
}

/// A table of a report.
public struct ReportTable: Sendable, Hashable {
  /// What the table shows; may be empty.
  public var caption: String
  /// The headings.
  public var columns: [Column]
  /// The rows, each as long as `columns`.
  public var rows: [Row]
  /// How many rows were left out.
  public var omitted: Int

  /// A column of a table.
  public struct Column: Sendable, Hashable {
    /// The heading.
    public var title: String
    /// Numbers stand to the right.
    public var isNumber: Bool
    /// Makes a column.
    public init(_ title: String, isNumber: Bool = false) {
      self.title = title
      self.isNumber = isNumber
    }
  }

  /// A row of a table.
  public struct Row: Sendable, Hashable {
    /// One text a column.
    public var cells: [String]
    /// The sentences on which the row rests.
    public var evidence: [ReportEvidence]
    /// Makes a row.
    public init(_ cells: [String], evidence: [ReportEvidence] = []) {
      self.cells = cells
      self.evidence = evidence
    }
  }

  /// Makes a table.
  public init(caption: String, columns: [Column], rows: [Row], omitted: Int = 0) {
    self.caption = caption
    self.columns = columns
    self.rows = rows
    self.omitted = omitted
  }
}

/// A sentence on which a row of a report rests.
public struct ReportEvidence: Sendable, Hashable, Comparable, Codable {
  /// The document's id.
  public var document: String
  /// The sentence.
  public var sentence: String
  /// Where the finding stands in the sentence, in UTF-8 bytes of the sentence.
  public var finding: TextSpan

  /// Quotes a sentence.
  public init(document: String, sentence: String, finding: TextSpan) {
    self.document = document
    self.sentence = sentence
    self.finding = finding
  }

  /// Quotes the sentence of a finding; a finding that runs beyond it is marked as far as the sentence goes.
  public init(document: String, sentence: SpannedText, finding: TextSpan) {
    let end = max(0, min(sentence.span.length, finding.end - sentence.span.start))
    let start = min(max(0, finding.start - sentence.span.start), end)
    self.init(document: document, sentence: sentence.text, finding: TextSpan(start, end))
  }

  /// By document, place and sentence.
  public static func < (a: ReportEvidence, b: ReportEvidence) -> Bool {
    (a.document, a.sentence, a.finding) < (b.document, b.sentence, b.finding)
  }
}
