/// The quotations of a text, as runs of tokens from mark to mark.
public struct Quotations: Sendable {
  /// In text order, none inside another.
  public let ranges: [Range<Int>]

  /// Finds them paragraph by paragraph: a mark that is not closed in its paragraph opens none.
  public init(words: ClauseWords, sentences: [Sentence]) {
    var ranges: [Range<Int>] = []
    var first = 0
    while first < sentences.count {
      var last = first
      while last + 1 < sentences.count, sentences[last + 1].paragraph == sentences[first].paragraph { last += 1 }
      ranges += Self.ranges(words, sentences[first].tokens.lowerBound..<sentences[last].tokens.upperBound)
      first = last + 1
    }
    self.ranges = ranges
  }

  private static func ranges(_ words: ClauseWords, _ paragraph: Range<Int>) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var open: Int?
    var depth = 0
    for i in paragraph where words.tokens[i].kind == .mark {
      switch words.tokens[i].key {
      case "«", "„":
        if open == nil { open = i }
        depth += 1
      case "“" where open == nil:
        (open, depth) = (i, 1)
      case "»", "”", "“", "‟":
        guard let start = open else { continue }
        depth -= 1
        if depth > 0 { continue }
        found.append(start..<i + 1)
        (open, depth) = (nil, 0)
      case "\"":
        if let start = open {
          if words.tokens[start].key != "\"" { continue }
          found.append(start..<i + 1)
          (open, depth) = (nil, 0)
        } else {
          (open, depth) = (i, 1)
        }
      default: continue
      }
    }
    return found
  }

  /// The quotation that holds a token or one of its marks is.
  public func range(at token: Int) -> Range<Int>? {
    var (low, high) = (0, ranges.count)
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].upperBound <= token { low = middle + 1 } else { high = middle }
    }
    return low < ranges.count && ranges[low].contains(token) ? ranges[low] : nil
  }

  /// True for a quotation that says something: not a name, a title or a word held up with tongs.
  public func isSpeech(_ range: Range<Int>, in words: ClauseWords) -> Bool {
    let inner = range.dropFirst().dropLast()
    if inner.count < 3 { return inner.last.map { words.isStop($0) || words.isComma($0) } ?? false }
    return !(inner.allSatisfy { words.mentionAt[$0] >= 0 })
  }
}
