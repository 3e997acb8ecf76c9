/// A finding as its output form shows it: the values of its fields, and the sentence in which it stands.
public struct PlainFinding: Sendable, Hashable {
  /// A field with its value.
  public struct Fact: Sendable, Hashable {
    /// The key.
    public var field: String
    /// The value as text.
    public var value: String
  }

  /// What can be counted.
  public var facts: [Fact]
  /// The sentence with the finding's place; nil for a finding without a place.
  public var sentence: ReportEvidence?

  private static let unconsidered: Set<String> = [
    "id", "start", "end", "evidence", "sentence", "rule", "confidence", "mentions", "explanation",
  ]
  private static let longestValue = 80

  /// Reads a finding as `JSONValueEncoder` writes it, offsets in Unicode scalars.
  public init(_ finding: JSONValue, in document: DocumentView, offsets: ScalarOffsets, analyzer: String) {
    facts = (finding.members ?? []).compactMap { member in
      guard !Self.unconsidered.contains(member.key), let value = Self.value(member.value),
        value.utf8.count <= Self.longestValue
      else { return nil }
      return Fact(field: member.key, value: value)
    }
    if facts.isEmpty { facts = [Fact(field: "", value: analyzer)] }
    guard let place = Self.place(finding, offsets) else { return }
    var quoted = document.text.spanned(document.text.surroundings(of: place))
    if let sentence = finding["sentence"], let span = Self.span(sentence, offsets), span.contains(place) {
      quoted = document.text.spanned(span)
    }
    let label = facts.first.map { $0.field.isEmpty ? "" : $0.value } ?? ""
    sentence = ReportEvidence(
      document: document.id, sentence: quoted, finding: place, label: label, analyzer: analyzer,
      id: finding["id"]?.string ?? "")
  }

  private static func value(_ value: JSONValue) -> String? {
    switch value {
    case .string(let text): text.isEmpty ? nil : text
    case .bool(let flag): flag ? "true" : "false"
    case .object: value["canonical"]?.string ?? value["text"]?.string
    case .null, .int, .double, .array: nil
    }
  }

  private static func place(_ finding: JSONValue, _ offsets: ScalarOffsets) -> TextSpan? {
    span(finding, offsets) ?? finding["mentions"]?.array?.first.flatMap { span($0, offsets) }
  }

  private static func span(_ value: JSONValue, _ offsets: ScalarOffsets) -> TextSpan? {
    guard let start = value["start"]?.int, let end = value["end"]?.int, 0 <= start, start <= end, end <= offsets.count
    else { return nil }
    return TextSpan(offsets.byte(atScalar: start), offsets.byte(atScalar: end))
  }
}
