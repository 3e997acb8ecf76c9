/// A chart of bars with intervals: for each category a bar a group.
public struct ReportBars: Sendable, Hashable, Codable {
  /// What it is called in files and links.
  public var id: String
  /// What it shows.
  public var title: String
  /// What a bar's length means: `mentions per 10,000 words`.
  public var unit: String
  /// The names of the groups.
  public var groups: [String]
  /// The categories, from top to bottom.
  public var categories: [Category]
  /// The same in words, for those who cannot see it.
  public var alternative: String

  /// What a row of bars is about.
  public struct Category: Sendable, Hashable, Codable {
    /// Its name.
    public var name: ReportName
    /// One bar a group, in the order of the groups.
    public var bars: [Bar]

    /// Makes a category.
    public init(_ name: ReportName, bars: [Bar]) {
      self.name = name
      self.bars = bars
    }
  }

  /// A bar.
  public struct Bar: Sendable, Hashable, Codable {
    /// Its length, with the interval.
    public var estimate: ReportEstimate
    /// The same when of near-duplicates one document is kept; nil where it is the same.
    public var without: ReportEstimate?
    /// The cases that it rests on.
    public var count: Int
    /// What has to be said about it.
    public var marks: [ReportMark]
    /// The sentences on which it rests.
    public var evidence: [ReportEvidence.ID]

    /// Makes a bar.
    public init(
      _ estimate: ReportEstimate, without: ReportEstimate? = nil, count: Int, marks: [ReportMark] = [],
      evidence: [ReportEvidence.ID] = []
    ) {
      self.estimate = estimate
      self.without = without == estimate ? nil : without
      self.count = count
      self.marks = marks
      self.evidence = evidence
    }
  }

  /// Makes a chart.
  public init(id: String, title: String, unit: String, groups: [String], categories: [Category], alternative: String) {
    self.id = id
    self.title = title
    self.unit = unit
    self.groups = groups
    self.categories = categories
    self.alternative = alternative
  }
}

/// Points and ranges over time, such as claims of a toll.
public struct ReportTimeline: Sendable, Hashable, Codable {
  /// What it is called in files and links.
  public var id: String
  /// What it shows.
  public var title: String
  /// What the height means: `killed`.
  public var unit: String
  /// The series that points belong to, such as sources; each has a colour or a sign.
  public var series: [String]
  /// The points by day, then as they stand in their series.
  public var points: [Point]
  /// The same in words, for those who cannot see it.
  public var alternative: String

  /// A point, or a range where low and high differ.
  public struct Point: Sendable, Hashable, Codable {
    /// The day, month or year in the form of ISO 8601.
    public var date: String
    /// The number of its series.
    public var series: Int
    /// The lower end.
    public var low: Int
    /// The upper end; nil where it is open.
    public var high: Int?
    /// What stands beside it: `at least 14 · Lavrov`.
    public var label: String
    /// What has to be said about it.
    public var marks: [ReportMark]
    /// The sentences on which it rests.
    public var evidence: [ReportEvidence.ID]

    /// Makes a point.
    public init(
      date: String, series: Int, low: Int, high: Int?, label: String, marks: [ReportMark] = [],
      evidence: [ReportEvidence.ID] = []
    ) {
      self.date = date
      self.series = series
      self.low = low
      self.high = high
      self.label = label
      self.marks = marks
      self.evidence = evidence
    }
  }

  /// Makes a chart.
  public init(id: String, title: String, unit: String, series: [String], points: [Point], alternative: String) {
    self.id = id
    self.title = title
    self.unit = unit
    self.series = series
    self.points = points
    self.alternative = alternative
  }
}

/// A matrix, such as who stands where in which group.
public struct ReportMatrix: Sendable, Hashable, Codable {
  /// What it is called in files and links.
  public var id: String
  /// What it shows.
  public var title: String
  /// The headings of the columns.
  public var columns: [String]
  /// The rows.
  public var rows: [Row]
  /// The same in words, for those who cannot see it.
  public var alternative: String
  /// How many rows were left out.
  public var omitted: Int

  /// A row.
  public struct Row: Sendable, Hashable, Codable {
    /// What it is about.
    public var name: ReportName
    /// One cell a column; each may hold several entries, or none.
    public var cells: [[Entry]]
    /// What has to be said about the row, such as that sources disagree.
    public var marks: [ReportMark]

    /// Makes a row.
    public init(_ name: ReportName, cells: [[Entry]], marks: [ReportMark] = []) {
      self.name = name
      self.cells = cells
      self.marks = marks
    }
  }

  /// What stands in a cell: a label with its count.
  public struct Entry: Sendable, Hashable, Codable {
    /// What it is, for style and for programs: `conditional`.
    public var id: String
    /// What it is, in the language of the report.
    public var label: String
    /// How often.
    public var count: Int
    /// How often when of near-duplicates one document is kept.
    public var distinct: Int
    /// What has to be said about it.
    public var marks: [ReportMark]
    /// The sentences on which it rests.
    public var evidence: [ReportEvidence.ID]

    /// Makes an entry.
    public init(
      id: String, label: String, count: Int, distinct: Int? = nil, marks: [ReportMark] = [],
      evidence: [ReportEvidence.ID] = []
    ) {
      self.id = id
      self.label = label
      self.count = count
      self.distinct = distinct ?? count
      self.marks = marks
      self.evidence = evidence
    }
  }

  /// Makes a matrix.
  public init(
    id: String, title: String, columns: [String], rows: [Row], alternative: String, omitted: Int = 0
  ) {
    self.id = id
    self.title = title
    self.columns = columns
    self.rows = rows
    self.alternative = alternative
    self.omitted = omitted
  }
}
