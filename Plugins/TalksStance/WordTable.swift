import SvodkaLanguage

/// Phrases with what they mean, compiled for one pass over tokens.
struct WordTable<Value: Sendable>: Sendable {
  private let matcher: PhraseMatcher
  private let values: [Value]

  /// Takes lists of phrases divided by commas; a word of `interposed` may stand behind the first word of any phrase of several.
  init(_ lists: [(Value, String)], interposed: String = "") {
    var phrases: [String] = []
    var values: [Value] = []
    for (value, list) in lists {
      for phrase in list.split(separator: ",") {
        let words = phrase.split { $0 == " " || $0 == "\n" }
        guard !words.isEmpty else { continue }
        phrases.append(words.joined(separator: " "))
        values.append(value)
        guard !interposed.isEmpty, words.count > 1, words.count < 4 else { continue }
        phrases.append("\(words[0]) on? \(interposed) \(words.dropFirst().joined(separator: " "))")
        values.append(value)
      }
    }
    matcher = PhraseMatcher(phrases)
    self.values = values
  }

  /// The longest phrase at each place.
  func longest(in tokens: [Token], within range: Range<Int>) -> [(tokens: Range<Int>, value: Value)] {
    matcher.longestMatches(in: tokens, within: range).map { ($0.tokens, values[$0.phrase]) }
  }

  /// Every phrase, longest first at each place.
  func all(in tokens: [Token], within range: Range<Int>) -> [(tokens: Range<Int>, value: Value)] {
    matcher.matches(in: tokens, within: range).map { ($0.tokens, values[$0.phrase]) }
  }
}
