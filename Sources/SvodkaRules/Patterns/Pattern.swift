import SvodkaKit

/// One way to find what a category of a pattern file stands for.
struct Pattern: Sendable {
  enum Body: Sendable {
    case sequence(SequenceMatcher)
    case tree(DependencyPattern)
  }

  var category: String
  var body: Body
  /// Lists of words without one of which there is no match in a sentence; nil where there may be.
  var anchors: [Int32]?
  /// The languages of the texts that it is for; nil for all that the file is for.
  var languages: [String]?
  var confidence: Double?
}
