/// A stretch of the text together with what it says: the form in which findings carry their evidence.
///
/// Offsets are UTF-8 bytes inside the program; `FindingEncoder` writes them as Unicode scalars.
public struct SpannedText: Hashable, Codable, Sendable {
  /// The covered text.
  public var text: String
  /// Where it stands.
  public var span: TextSpan

  /// Pairs a text with its place.
  public init(text: String, span: TextSpan) {
    self.text = text
    self.span = span
  }
}
