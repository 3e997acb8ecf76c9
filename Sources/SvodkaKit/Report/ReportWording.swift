/// The words of a report in the language of its reader, from tables: an analyzer asks for them by key, so that it speaks no language itself.
///
/// An analyzer that has no table may write plain strings instead.
public protocol ReportWording: Sendable {
  /// The language, as an ISO 639 code.
  var language: String { get }
  /// The words under a key of the table `report.LANGUAGE.yaml` among the tables or lexicons of `owner` (a target or plugin), its
  /// `{places}` filled in; the key itself where there are none. With a `count` the form is the one that goes with the number.
  func text(_ key: String, of owner: String, count: Int?, _ places: [String: String]) -> String
  /// A whole number as it is written in the language.
  func number(_ value: Int) -> String
  /// A number with so many digits behind the point, as it is written in the language.
  func number(_ value: Double, digits: Int) -> String
  /// Words in the order of the language.
  func precedes(_ a: String, _ b: String) -> Bool
}

extension ReportWording {
  /// The words under a key.
  public func text(_ key: String, of owner: String, _ places: [String: String] = [:]) -> String {
    text(key, of: owner, count: nil, places)
  }
}

/// Keys for words and plain digits: for tests, and for analyzers that write their own strings.
public struct PlainWording: ReportWording {
  /// Makes it.
  public init() {}
  /// `und`.
  public var language: String { "und" }
  /// The key, with what would fill its places.
  public func text(_ key: String, of owner: String, count: Int?, _ places: [String: String]) -> String {
    ([key] + places.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }).joined(separator: " ")
  }
  /// Plain digits.
  public func number(_ value: Int) -> String { String(value) }
  /// Plain digits.
  public func number(_ value: Double, digits: Int) -> String {
    guard value.isFinite, abs(value) < 1e15 else { return value.description }
    var scale = 1.0
    for _ in 0..<digits { scale *= 10 }
    let scaled = Int((abs(value) * scale).rounded())
    let sign = value < 0 && scaled > 0 ? "-" : ""
    guard digits > 0 else { return sign + String(scaled) }
    let text = String(scaled)
    let padded = String(repeating: "0", count: max(0, digits + 1 - text.utf8.count)) + text
    return sign + padded.dropLast(digits) + "." + padded.suffix(digits)
  }
  /// By code points.
  public func precedes(_ a: String, _ b: String) -> Bool { a < b }
}
