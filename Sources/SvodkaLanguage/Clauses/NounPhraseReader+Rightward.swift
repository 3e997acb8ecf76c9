import SvodkaKit

/// Phrases that start at a place: subjects behind their verb, agents, speakers behind their cue.
extension NounPhraseReader {
  func skippingRight(from start: Int, to upper: Int) -> Int {
    var i = start
    while i < upper {
      if words.has(i, [.addressee, .venue]) { i += 1; continue }
      if words.mentionAt[i] >= 0 { break }
      if words.has(i, .adverb), !words.has(i, [.actor, .pronoun, .determiner]) { i += 1; continue }
      if words.isQuote(i), i + 2 < upper, words.has(i + 1, .addressee), words.isQuote(i + 2) { i += 3; continue }
      if words.has(i, .preposition) {
        var j = i + 1
        while j < upper, words.has(j, [.time, .determiner, .adverb]) || words.tokens[j].kind == .number { j += 1 }
        if j > i + 1, (i + 1..<j).contains(where: { words.has($0, .time) }) { i = j; continue }
        break
      }
      if words.has(i, .time), !words.has(i, .that) { i += 1; continue }
      break
    }
    return i
  }

  func end(ofPhraseAt start: Int, to upper: Int) -> Int? {
    guard start < upper else { return nil }
    if words.mentionAt[start] < 0, words.has(start, .pronoun) {
      return words.has(start, [.possessive]) && start + 1 < upper && words.tokens[start + 1].kind == .word
        && !words.has(start + 1, [.verb, .preposition, .that]) ? nounEnd(start + 1, upper) : start + 1
    }
    let end = nounEnd(start, upper)
    return end > start ? end : nil
  }

  private func nounEnd(_ start: Int, _ upper: Int) -> Int {
    var i = start
    while i < upper {
      if let mention = words.mention(at: i) { i = mention.tokens.upperBound; continue }
      if words.tokens[i].kind == .mark {
        if words.isMark(i, ["'s", "’s", "'"]) { i += 1; continue }
        if words.isQuote(i), i > start, words.tokens[i].key != "»",
          let close = (i + 1..<min(upper, i + 7)).first(where: { words.isQuote($0) }), close > i + 1
        {
          i = close + 1; continue
        }
        if words.isComma(i), i > start, joinsNames(at: i, start) { i += 1; continue }
        break
      }
      if words.has(i, .joiner), i > start, i + 1 < upper {
        if words.mentionAt[i + 1] >= 0, words.mentionAt[i - 1] >= 0 { i += 1; continue }
        break
      }
      if words.has(i, [.verb, .that, .conjunction, .relative]), !words.has(i, [.people, .body, .determiner]) { break }
      if words.has(i, .time), !words.has(i, .actor), words.tokens[i].kind == .word { break }
      // Another phrase opens: "for the hawks *any* truce".
      if i > start, words.has(i, .determiner), !words.has(i - 1, [.determiner, .preposition, .joiner]) { break }
      if words.has(i, .preposition) {
        guard words.has(i, .link), i > start, words.mentionAt[i - 1] < 0, i + 1 < upper,
          words.mentionAt[i + 1] >= 0 || words.has(i + 1, [.determiner, .actor]) || words.tokens[i + 1].kind == .word,
          !words.has(i + 1, [.time, .adverb])
        else { break }
      } else if words.has(i, .subordinator), !words.has(i, .determiner) {
        break
      } else if words.has(i, .adverb), !words.has(i, [.actor, .determiner]) {
        break
      }
      i += 1
    }
    return i
  }
}
