import SvodkaKit
import SvodkaLanguage

/// What is denied.
extension StanceWords {
  /// "will send *no delegates*", "will meet *no one*".
  func deniesObject(_ next: Int, _ range: Range<Int>) -> Bool {
    guard !lexicon.inversion, range.contains(next), has(next, .noOne) || has(next, .nounNegator) else { return false }
    return !targets(near: next..<next + 4).contains {
      $0.tokens.lowerBound >= next && $0.tokens.lowerBound - next <= 3 && $0.kind != .anaphor
    }
  }

  /// "no talks", «никаких переговоров».
  func isNegated(_ target: Target, in range: Range<Int>) -> Bool {
    var i = target.tokens.lowerBound - 1
    while i >= range.lowerBound, target.tokens.lowerBound - i <= 4 {
      if has(i, .nounNegator) { return true }
      if base.tokens[i].kind == .mark || base.has(i, [.verb, .preposition, .conjunction]) { return false }
      i -= 1
    }
    return false
  }

  /// True when a negator stands before a word with nothing but auxiliaries and adverbs between, or "to".
  func isNegated(before start: Int, _ range: Range<Int>, barred: Set<Int> = []) -> Bool {
    var i = start - 1
    if i > range.lowerBound, base.has(i, .preposition), has(i - 1, .negator) { i -= 1 }
    var negated = false
    while i >= range.lowerBound, start - i <= 4, !barred.contains(i) {
      if has(i, .negator) {
        negated.toggle()
        // Two tokens of one phrase are one negator.
        while i > range.lowerBound, has(i - 1, .negator) { i -= 1 }
      } else if !base.has(i, [.auxiliary, .adverb]) || base.mentionAt[i] >= 0 {
        break
      }
      i -= 1
    }
    return negated
  }
}
