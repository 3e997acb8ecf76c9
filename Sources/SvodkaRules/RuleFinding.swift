public import SvodkaKit

/// What a rule found: its words, the category under which they stand, and the parts that it names.
public struct RuleFinding: Codable, Sendable, Hashable {
  /// A part of a match that the rule gives a name.
  public struct Capture: Codable, Sendable, Hashable {
    /// The name.
    public var name: String
    /// The words.
    public var text: SpannedText

    /// Names a part of a match.
    public init(name: String, text: SpannedText) {
      self.name = name
      self.text = text
    }
  }

  /// Unique in its document: the analyzer's name and a number, from 1 in text order.
  public var id: String
  /// The words that matched.
  public var evidence: SpannedText
  /// The category of a lexicon, `trade/goods` where categories lie in each other; the name of a pattern.
  public var category: String
  /// The entry of a lexicon as its file writes it; nil for a pattern.
  public var entry: String?
  /// The named parts, in text order.
  public var captures: [Capture]
  /// How sure the rule is, where its author says.
  public var confidence: Double?
  /// The sentence.
  public var sentence: SpannedText

  /// Makes a finding.
  public init(
    id: String, evidence: SpannedText, category: String, entry: String? = nil, captures: [Capture] = [],
    confidence: Double? = nil, sentence: SpannedText
  ) {
    self.id = id
    self.evidence = evidence
    self.category = category
    self.entry = entry
    self.captures = captures
    self.confidence = confidence
    self.sentence = sentence
  }

  /// The first part of a name.
  public subscript(_ capture: String) -> SpannedText? { captures.first { $0.name == capture }?.text }
}
