import SvodkaLanguage

/// Phrases with what they mean, compiled for one pass over tokens.
struct WordTable<Value: Sendable>: Sendable {
  /// A place where a phrase stands.
  typealias Match = (tokens: Range<Int>, value: Value)

  private let matcher: PhraseMatcher
  private let values: [Value]

  /// Takes lists of phrases divided by commas; a word of `interposed` may stand behind the first word of any phrase of several,
  /// except of those in `fixed`.
  init(_ lists: [(Value, String)], interposed: String = "", fixed: [(Value, String)] = []) {
    var phrases: [String] = []
    var values: [Value] = []
    for (number, (value, list)) in (lists + fixed).enumerated() {
      for words in PhraseMatcher.phrases(in: list) {
        phrases.append(words.joined(separator: " "))
        values.append(value)
        guard number < lists.count, !interposed.isEmpty, words.count > 1, words.count < 4 else { continue }
        phrases.append("\(words[0]) on? \(interposed) \(words.dropFirst().joined(separator: " "))")
        values.append(value)
      }
    }
    matcher = PhraseMatcher(phrases)
    self.values = values
  }

  /// Every phrase, longest first at each place.
  func all(in tokens: [Token], within range: Range<Int>) -> [Match] {
    matcher.matches(in: tokens, within: range).map { ($0.tokens, values[$0.phrase]) }
  }

  /// Of matches, longest first at each place, those that do not overlap one chosen before.
  static func longest(_ matches: [Match]) -> [Match] {
    var chosen: [Match] = []
    for match in matches where match.tokens.lowerBound >= chosen.last?.tokens.upperBound ?? 0 { chosen.append(match) }
    return chosen
  }
}
