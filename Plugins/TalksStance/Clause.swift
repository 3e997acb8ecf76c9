import SvodkaLanguage

/// A stretch of a sentence with at most one subject and its verbs.
struct Clause {
  enum Opening { case main, relative, condition, content, participle, coordinate }
  var tokens: Range<Int>
  var sentence: Int
  var opening: Opening
  /// The word that opens it, when it opens a condition.
  var opener: Range<Int>?
  /// True when an earlier stance is told.
  var isFormer: Bool
}
