import SvodkaKit

/// Dates of publication as the input may give them: ISO 8601, a day or a time with its offset.
enum PublicationDate {
  /// True for `2016-01-30`, `2016-01-30T09:05Z`, `2016-01-30T09:05:59.5+03:00`, `…+0300`, `…+03`.
  static func isValid(_ text: String) -> Bool {
    guard CivilDate(iso: text) != nil else { return false }
    var rest = text.utf8.dropFirst(10)
    if rest.isEmpty { return true }
    guard rest.popFirst() == UInt8(ascii: "T"), number(&rest, below: 24), colon(&rest), number(&rest, below: 60) else {
      return false
    }
    if rest.first == UInt8(ascii: ":") {
      rest.removeFirst()
      guard number(&rest, below: 61) else { return false }
      if rest.first == UInt8(ascii: ".") || rest.first == UInt8(ascii: ",") {
        let digits = rest.dropFirst().prefix { (0x30...0x39).contains($0) }
        if digits.isEmpty { return false }
        rest = rest.dropFirst(1 + digits.count)
      }
    }
    switch rest.popFirst() {
    case UInt8(ascii: "Z"): return rest.isEmpty
    case UInt8(ascii: "+"), UInt8(ascii: "-"):
      guard number(&rest, below: 24) else { return false }
      if rest.isEmpty { return true }
      _ = colon(&rest)
      return number(&rest, below: 60) && rest.isEmpty
    default: return false
    }
  }

  /// The warning for a date that is kept as `meta.date_raw` only.
  static func warning(_ text: String, location: SourceLocation?, document: String? = nil) -> AnalysisError {
    AnalysisError(
      .badDate, "'\(text.prefix(40))' is no date: write a day such as 2016-01-30, or a time with its offset",
      document: document, location: location)
  }

  private typealias Bytes = Substring.UTF8View

  private static func number(_ rest: inout Bytes, below limit: Int) -> Bool {
    let digits = rest.prefix(2)
    guard digits.count == 2, digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return false }
    rest = rest.dropFirst(2)
    return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) } < limit
  }

  private static func colon(_ rest: inout Bytes) -> Bool {
    guard rest.first == UInt8(ascii: ":") else { return false }
    rest.removeFirst()
    return true
  }
}
