import SvodkaKit

/// Finds the noun phrase that speaks, beside a verb of saying.
struct SourcePhrase {
  let tokens: [Token]
  let mentions: [Mention]
  let lexicon: AttributionLexicon
  /// The tokens of the sentence.
  let range: Range<Int>
  private let sources: Set<Int>
  private let stops: Set<Int>
  private let auxiliaries: Set<Int>
  /// The mention of the sentence that covers a token.
  private let mentionAt: [Int: Int]

  /// What was found.
  struct Found {
    var tokens: Range<Int>
    var mention: Int?
    var isPronoun = false
  }

  init(
    tokens: [Token], mentions: [Mention], mentionIndices: [Int], lexicon: AttributionLexicon, range: Range<Int>
  ) {
    self.tokens = tokens
    self.mentions = mentions
    self.lexicon = lexicon
    self.range = range
    sources = lexicon.sourceTokens(tokens, within: range)
    stops = lexicon.stopTokens(tokens, within: range)
    auxiliaries = lexicon.auxiliaryTokens(tokens, within: range)
    var covered: [Int: Int] = [:]
    for index in mentionIndices { for token in mentions[index].tokens { covered[token] = index } }
    mentionAt = covered
  }

  private func isHead(_ token: Int) -> Bool { sources.contains(token) || mentionAt[token] != nil }
  private func isQuoteMark(_ token: Int) -> Bool { ["«", "»", "\"", "“", "”", "„"].contains(tokens[token].key) }
  private func isComma(_ token: Int) -> Bool { tokens[token].key == "," }

  /// A token that a noun phrase may hold beside its heads: an adjective, an article, a number.
  private func isInner(_ token: Int) -> Bool {
    tokens[token].kind != .mark && (!stops.contains(token) || mentionAt[token] != nil)
      && !lexicon.conjunctions.contains(tokens[token].key)
  }

  /// The phrase that ends before `verb`: "the regional governor" of "the regional governor later said".
  func before(_ verb: Int) -> Found? {
    var end = verb
    while end > range.lowerBound, auxiliaries.contains(end - 1), !isHead(end - 1) { end -= 1 }
    guard end > range.lowerBound else { return nil }
    if lexicon.pronouns.contains(tokens[end - 1].key) {
      return Found(tokens: (end - 1)..<end, mention: nil, isPronoun: true)
    }
    if isComma(end - 1) { return beforeApposition(end - 1) }
    return phrase(endingAt: end)
  }

  /// "Andriy Melnychenko, an adviser to the president," : the name before, or the name within.
  private func beforeApposition(_ comma: Int) -> Found? {
    var start = comma
    while start > range.lowerBound, comma - start < 14, !isComma(start - 1), !isQuoteMark(start - 1) { start -= 1 }
    guard start > range.lowerBound, start < comma, isComma(start - 1) else { return nil }
    if let person = lastMention(of: .person, in: start..<comma) { return named(person) }
    guard (start..<comma).contains(where: { isHead($0) }) else { return nil }
    return phrase(endingAt: start - 1)
  }

  private func phrase(endingAt end: Int) -> Found? {
    var last = end
    // A closing quotation mark belongs to a quoted name.
    if last > range.lowerBound, isQuoteMark(last - 1), mentionAt[last - 2] != nil { last -= 1 }
    var head: Int?
    var start = last
    while start > range.lowerBound {
      let token = start - 1
      if isHead(token) {
        head = head ?? token
        start = token
      } else if isQuoteMark(token), start < last, mentionAt[start] != nil {
        start = token
      } else if lexicon.joiners.contains(tokens[token].key), start < last,
        token > range.lowerBound, isJoinable(token - 1)
      {
        start = token
      } else if isInner(token), last - start < 12 {
        start = token
      } else {
        break
      }
    }
    guard head != nil || isWholeClause(start..<end) else { return nil }
    return trimmed(start..<end)
  }

  /// A few words that fill the clause before a verb of saying are its subject, whatever they are.
  private func isWholeClause(_ found: Range<Int>) -> Bool {
    guard (1...5).contains(found.count), found.allSatisfy({ tokens[$0].kind != .mark && !auxiliaries.contains($0) })
    else { return false }
    guard let last = found.last, tokens[last].kind == .word else { return false }
    return found.lowerBound == range.lowerBound || isBreak(found.lowerBound - 1)
      || lexicon.conjunctions.contains(tokens[found.lowerBound - 1].key)
  }

  private func isBreak(_ token: Int) -> Bool { [",", ";", ":", "—", "–", "."].contains(tokens[token].key) }

  private func isJoinable(_ token: Int) -> Bool { isHead(token) || isInner(token) && !auxiliaries.contains(token) }

  /// The phrase that starts behind `verb`: "said the regional governor on Friday", «сообщили в Минздраве».
  func behind(_ verb: Int) -> Found? {
    var start = verb
    while start < range.upperBound, auxiliaries.contains(start), !isHead(start) { start += 1 }
    guard start < range.upperBound else { return nil }
    if lexicon.pronouns.contains(tokens[start].key) {
      return Found(tokens: start..<(start + 1), mention: nil, isPronoun: true)
    }
    let isInside = lexicon.insideBodies.contains(tokens[start].key)
    if isInside { start += 1 }
    return phrase(startingAt: start, requiresNearHead: !isInside)
  }

  /// The phrase that starts at `start`, as behind "according to".
  func phrase(startingAt start: Int, requiresNearHead: Bool = false) -> Found? {
    var end = start
    var hasHead = false
    while end < range.upperBound, end - start < 16 {
      if isHead(end) {
        hasHead = true
        end += 1
      } else if isQuoteMark(end), end + 1 < range.upperBound, isHead(end + 1) || end > start && isHead(end - 1) {
        end += 1
      } else if lexicon.joiners.contains(tokens[end].key), end > start, end + 1 < range.upperBound,
        isInner(end + 1) || isHead(end + 1)
      {
        end += 1
      } else if isInner(end), !(hasHead && auxiliaries.contains(end)) {
        if !hasHead, requiresNearHead, end - start >= 5 { return nil }
        end += 1
      } else {
        break
      }
    }
    guard hasHead || isWholeRest(start..<end) else { return nil }
    return trimmed(start..<end)
  }

  /// A few words between a verb of saying behind a break and the next break are its subject.
  private func isWholeRest(_ found: Range<Int>) -> Bool {
    guard (1...4).contains(found.count), found.allSatisfy({ tokens[$0].kind == .word && !auxiliaries.contains($0) }),
      found.lowerBound >= range.lowerBound + 2
    else { return false }
    return isBreak(found.lowerBound - 2) && (found.upperBound == range.upperBound || isBreak(found.upperBound))
  }

  /// The name of a person alone, where the phrase has one; else the phrase up to its last head, without what only stands around it.
  private func trimmed(_ found: Range<Int>) -> Found? {
    if let person = lastMention(of: .person, in: found) { return named(person) }
    var (start, end) = (found.lowerBound, found.upperBound)
    while start < end, isQuoteMark(start) && !isHead(start + 1) || lexicon.joiners.contains(tokens[start].key) {
      start += 1
    }
    while end > start, lexicon.joiners.contains(tokens[end - 1].key) { end -= 1 }
    guard start < end else { return nil }
    let heads = (start..<end).filter { mentionAt[$0] != nil }
    return Found(tokens: start..<end, mention: heads.last.flatMap { mentionAt[$0] })
  }

  private func named(_ mention: Int) -> Found { Found(tokens: mentions[mention].tokens, mention: mention) }

  private func lastMention(of type: EntityType, in found: Range<Int>) -> Int? {
    found.reversed().compactMap { mentionAt[$0] }.first { mentions[$0].type == type }
  }
}
