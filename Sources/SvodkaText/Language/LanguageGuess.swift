public import SvodkaKit

/// The language of a stretch of text.
public struct LanguageGuess: Sendable, Hashable {
  /// Where, in UTF-8 bytes.
  public var span: TextSpan
  /// The language as an ISO 639 code, `und` where it cannot be told.
  public var language: String
  /// How sure that is, from 0 to 1; 0 for `und`.
  public var confidence: Double

  /// Puts the parts together.
  public init(span: TextSpan, language: String, confidence: Double) {
    self.span = span
    self.language = language
    self.confidence = confidence
  }
}
