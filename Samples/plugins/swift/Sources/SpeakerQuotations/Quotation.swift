import SvodkaKit

/// One quotation.
public struct Quotation: Codable, Hashable, Sendable {
  /// What is quoted; written as `start`, `end` and `evidence`.
  public var evidence: SpannedText
  /// Who says it, in the words of the text.
  public var speaker: SpannedText
  /// How it is said: `said`, `denied`, …
  public var kind: String
}
