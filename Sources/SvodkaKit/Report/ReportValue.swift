/// What a cell says, typed, so that a writer can format, align and sort it.
public enum ReportValue: Sendable, Hashable {
  /// Nothing.
  case empty
  /// Words.
  case text(String)
  /// A whole number.
  case integer(Int)
  /// A count over all documents, and the count with near-duplicates left out; they may be equal.
  case count(all: Int, distinct: Int)
  /// A number shown with so many digits behind the point.
  case number(Double, digits: Int)
  /// A number with its interval.
  case estimate(ReportEstimate)
  /// From a number to a number, each open where it is nil.
  case range(low: Int?, high: Int?)
  /// A day, a month or a year in the form of ISO 8601.
  case date(String)
  /// Two days in the form of ISO 8601, both included.
  case period(from: String, to: String)
  /// A name in several scripts.
  case name(ReportName)
  /// A document, by its id.
  case document(String)
}

/// A number with its interval.
public struct ReportEstimate: Sendable, Hashable, Codable {
  /// The number.
  public var value: Double
  /// The lower end of the interval; nil where it is open.
  public var low: Double?
  /// The upper end of the interval; nil where it is open.
  public var high: Double?
  /// So many digits are shown behind the point.
  public var digits: Int

  /// Makes an estimate.
  public init(_ value: Double, low: Double?, high: Double?, digits: Int = 1) {
    self.value = value
    self.low = low
    self.high = high
    self.digits = digits
  }
}

/// A name in several scripts; `shown` is the one that the report was asked for.
public struct ReportName: Sendable, Hashable, Codable {
  /// The name as the report shows it.
  public var shown: String
  /// In Latin letters; nil where it is not known.
  public var latin: String?
  /// In Cyrillic letters; nil where it is not known.
  public var cyrillic: String?
  /// As it most often stands in the documents.
  public var original: String
  /// The id of the entity; nil for a name that is none.
  public var entity: String?

  /// Makes a name.
  public init(
    _ shown: String, latin: String? = nil, cyrillic: String? = nil, original: String? = nil, entity: String? = nil
  ) {
    self.shown = shown
    self.latin = latin
    self.cyrillic = cyrillic
    self.original = original ?? shown
    self.entity = entity
  }
}

/// In which letters names are shown.
public enum ReportScript: String, Sendable, Hashable, Codable, CaseIterable {
  /// In Latin letters where the name is known in them.
  case latin
  /// In Cyrillic letters where the name is known in them.
  case cyrillic
  /// As documents write it most often.
  case original
}
