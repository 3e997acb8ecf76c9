import SvodkaKit

/// A word or phrase of a lexicon.
struct LexiconEntry: Sendable {
  /// As its file writes it.
  var text: String
  /// The category; `trade/goods` where categories lie in each other.
  var category: String
  var match: WordMatch
  /// The languages for whose texts it is; nil for all that the lexicon is for.
  var languages: [String]?
  var confidence: Double?
  var location: SourceLocation?
}
