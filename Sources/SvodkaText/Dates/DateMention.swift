public import SvodkaKit

/// A date or period in a text.
public struct DateMention: Sendable, Hashable {
  /// Whether a day is named or how far a stretch of time reaches.
  public enum Kind: String, Sendable {
    /// A day, month or year as a whole.
    case date
    /// From one date to another, both included.
    case period
    /// From a date on; the end is open.
    case since
    /// Up to a date; the beginning is open.
    case until
  }

  /// The expression, in UTF-8 bytes: «с начала года», "Wednesday".
  public var span: TextSpan
  /// What it is.
  public var kind: Kind
  /// The first date; nil where the text and the given day leave it open.
  public var start: PartialDate?
  /// The last date, the same as `start` for one date; nil where it is left open.
  public var end: PartialDate?
  /// The weekday where one is named, 1 for Monday to 7 for Sunday.
  public var weekday: Int?

  /// Puts the parts together.
  public init(span: TextSpan, kind: Kind, start: PartialDate?, end: PartialDate?, weekday: Int? = nil) {
    self.span = span
    self.kind = kind
    self.start = start
    self.end = end
    self.weekday = weekday
  }

  /// The date or period in ISO form: `2015-01-21`, `2015-01-12/2015-01-18`, `2011-03/..`, `../2020`, `XXXX-01-21`. Nil where
  /// nothing is known, as of "Wednesday" without a given day.
  public var iso: String? {
    switch kind {
    case .date: return start?.iso
    case .period:
      if start == nil, end == nil { return nil }
      return (start?.iso ?? "..") + "/" + (end?.iso ?? "..")
    case .since: return start.map { $0.iso + "/.." }
    case .until: return end.map { "../" + $0.iso }
    }
  }
}
