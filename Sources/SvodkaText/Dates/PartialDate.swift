public import SvodkaKit

/// A date as far as a text gives it: a day, a month or a year, with or without the larger units.
public struct PartialDate: Sendable, Hashable {
  /// The year, 1 to 9999, where it is known.
  public var year: Int?
  /// The month, 1 to 12, where one is meant.
  public var month: Int?
  /// The day of the month, from 1, where one is meant.
  public var day: Int?

  /// Puts the parts together.
  public init(year: Int? = nil, month: Int? = nil, day: Int? = nil) {
    self.year = year
    self.month = month
    self.day = day
  }

  /// A whole day.
  public init(_ day: CivilDate) { self.init(year: day.year, month: day.month, day: day.day) }

  /// The first day; nil where the year is open or there is no such day.
  public var first: CivilDate? {
    year.flatMap { CivilDate(year: $0, month: month ?? 1, day: day ?? 1) }
  }

  /// The last day; nil where the year is open or there is no such day.
  public var last: CivilDate? {
    year.flatMap { year in
      let month = month ?? 12
      guard (1...12).contains(month) else { return nil }
      return CivilDate(year: year, month: month, day: day ?? CivilDate.days(in: month, of: year))
    }
  }

  /// `2015-01-21`, `2015-01`, `2015`; an open year is `XXXX`, as in the Extended Date/Time Format (ISO 8601-2).
  public var iso: String {
    func padded(_ n: Int, _ width: Int) -> String {
      String(repeating: "0", count: max(0, width - String(n).utf8.count)) + String(n)
    }
    var text = year.map { padded($0, 4) } ?? "XXXX"
    if let month { text += "-" + padded(month, 2) }
    if let day { text += (month == nil ? "-XX-" : "-") + padded(day, 2) }
    return text
  }
}
