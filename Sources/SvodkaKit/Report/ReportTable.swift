/// A table of a report.
public struct ReportTable: Sendable, Hashable, Codable {
  /// What the table is called in files: `who-is-named`; CSV has a file of this name.
  public var id: String
  /// What the table shows; may be empty.
  public var caption: String
  /// What a reader has to know to read it; may be empty.
  public var note: String
  /// The headings.
  public var columns: [Column]
  /// The rows, each as long as `columns`.
  public var rows: [Row]
  /// How many rows were left out.
  public var omitted: Int

  /// A column of a table.
  public struct Column: Sendable, Hashable, Codable {
    /// What it is called in files: `g2`.
    public var id: String
    /// The heading, in the language of the report.
    public var title: String
    /// Numbers stand to the right.
    public var isNumber: Bool
    /// A table may be sorted by it.
    public var isSortable: Bool
    /// What the heading means, for those who ask; may be empty.
    public var note: String

    /// Makes a column; without an id the heading is its id.
    public init(_ title: String, id: String? = nil, isNumber: Bool = false, isSortable: Bool = true, note: String = "")
    {
      self.id = id ?? title
      self.title = title
      self.isNumber = isNumber
      self.isSortable = isSortable
      self.note = note
    }
  }

  /// A row of a table.
  public struct Row: Sendable, Hashable, Codable {
    /// One cell a column.
    public var cells: [ReportCell]
    /// What has to be said about the row.
    public var marks: [ReportMark]
    /// The sentences on which the row rests.
    public var evidence: [ReportEvidence.ID]

    /// Makes a row.
    public init(_ cells: [ReportCell], marks: [ReportMark] = [], evidence: [ReportEvidence.ID] = []) {
      self.cells = cells
      self.marks = marks
      self.evidence = evidence
    }

    /// Makes a row of texts.
    public init(_ texts: [String], marks: [ReportMark] = [], evidence: [ReportEvidence.ID] = []) {
      self.init(texts.map { .text($0) }, marks: marks, evidence: evidence)
    }
  }

  /// Makes a table.
  public init(
    id: String = "", caption: String, note: String = "", columns: [Column], rows: [Row], omitted: Int = 0
  ) {
    self.id = id
    self.caption = caption
    self.note = note
    self.columns = columns
    self.rows = rows
    self.omitted = omitted
  }
}

/// A cell of a table: a value, the same without near-duplicates where that is another, and what has to be said about it.
public struct ReportCell: Sendable, Hashable, Codable, ExpressibleByStringLiteral, ExpressibleByIntegerLiteral {
  /// What it says.
  public var value: ReportValue
  /// What it says when of near-duplicates one document is kept; nil where that is the same, or where the value says both.
  public var without: ReportValue?
  /// What has to be said about it.
  public var marks: [ReportMark]
  /// The sentences on which it rests.
  public var evidence: [ReportEvidence.ID]

  /// Makes a cell; what `without` says is left out where it is the same.
  public init(
    _ value: ReportValue, without: ReportValue? = nil, marks: [ReportMark] = [], evidence: [ReportEvidence.ID] = []
  ) {
    self.value = value
    self.without = without == value ? nil : without
    self.marks = marks
    self.evidence = evidence
  }

  /// A text.
  public init(stringLiteral value: String) { self.init(.text(value)) }
  /// A whole number.
  public init(integerLiteral value: Int) { self.init(.integer(value)) }
  /// A text.
  public static func text(_ text: String) -> ReportCell { ReportCell(.text(text)) }
  /// A whole number.
  public static func integer(_ number: Int) -> ReportCell { ReportCell(.integer(number)) }
  /// Nothing.
  public static let empty = ReportCell(.empty)
}
