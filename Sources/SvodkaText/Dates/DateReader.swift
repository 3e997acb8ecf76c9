public import SvodkaKit

/// Finds dates and periods in running text, absolute and relative, and resolves them against a given day.
///
/// What expressions a language has stands in `Tables/dates.LANGUAGE.yaml`. Times of day are not read. What a text leaves
/// open stays open: without a given day «21 января» is `XXXX-01-21`, and "Wednesday" has no date at all.
public struct DateReader: Sendable {
  private let vocabulary: DateVocabulary

  /// Opens the reader of a language, as an ISO 639 code.
  ///
  /// - Throws: `R101` when there is no table for it, `P101`…`P103` when it is broken.
  public init(language: String, resources: any ResourceProvider) throws(AnalysisError) {
    vocabulary = try DateVocabulary(language: language, resources: resources)
  }

  /// The dates and periods of a text, in its order; none overlaps another.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - span: Where to look; nil for all of it.
  ///   - day: The day that the text speaks from, as its readers' zone has it. "Wednesday" is then the last Wednesday, that
  ///     day included; «21 января» is in the year that lies nearest, "since March" is the last March.
  /// - Returns: What was found.
  public func dates(in text: DocumentText, within span: TextSpan? = nil, on day: CivilDate? = nil) -> [DateMention] {
    let tokens = DateScanner(text, within: span ?? text.span, vocabulary).tokens()
    let resolution = DateResolution(day: day)
    var found: [DateMention] = []
    var i = 0
    while i < tokens.count {
      guard let best = longest(tokens, at: i), let first = best.match.first, let last = best.match.last,
        let mention = resolution.mention(
          best.match, best.meaning, TextSpan(tokens[first].span.start, tokens[last].span.end))
      else {
        i += 1
        continue
      }
      found.append(mention)
      i = best.match.end
    }
    return found
  }

  /// The longest expression that begins at a token, its context before it counted in. A longer one that begins behind
  /// the context alone is better: in «в марте 2011 года», «в» is context of «марте».
  private func longest(_ tokens: [DateToken], at start: Int) -> (match: DateMatch, meaning: DatePattern.Meaning)? {
    var best: (match: DateMatch, meaning: DatePattern.Meaning)?
    for index in vocabulary.patterns(beginningWith: tokens[start]) {
      let pattern = vocabulary.patterns[index]
      guard let match = DateMatch.match(pattern, tokens, at: start, vocabulary) else { continue }
      if match.end > best?.match.end ?? start { best = (match, pattern.meaning) }
    }
    if let first = best?.match.first, first > start, let inner = longest(tokens, at: first),
      inner.match.end > best?.match.end ?? start
    {
      return inner
    }
    return best
  }
}
