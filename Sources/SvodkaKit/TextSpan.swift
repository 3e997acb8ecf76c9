/// A half-open stretch of a document's text, in UTF-8 byte offsets.
///
/// It is not called `Span`, which would shadow the standard library's type in every plugin.
public struct TextSpan: Hashable, Comparable, Codable, Sendable {
  /// The first byte.
  public var start: Int
  /// One past the last byte.
  public var end: Int

  /// Makes a span; `start` may not lie behind `end`.
  public init(_ start: Int, _ end: Int) {
    precondition(start <= end, "a span ends before it starts")
    self.start = start
    self.end = end
  }

  /// The number of bytes covered.
  public var length: Int { end - start }
  /// True when no byte is covered.
  public var isEmpty: Bool { start == end }

  /// The bytes covered, as a range.
  public var range: Range<Int> { start..<end }

  /// True when `other` lies wholly inside.
  public func contains(_ other: TextSpan) -> Bool { start <= other.start && other.end <= end }

  /// True when `offset` lies inside.
  public func contains(_ offset: Int) -> Bool { start <= offset && offset < end }

  /// True when the two share at least one byte.
  public func overlaps(_ other: TextSpan) -> Bool { max(start, other.start) < min(end, other.end) }

  /// The smallest span that holds both.
  public func union(_ other: TextSpan) -> TextSpan { TextSpan(min(start, other.start), max(end, other.end)) }

  /// Orders by start; of two that start together the longer comes first, so that what holds comes before what is held.
  public static func < (a: TextSpan, b: TextSpan) -> Bool {
    a.start != b.start ? a.start < b.start : a.end > b.end
  }
}
