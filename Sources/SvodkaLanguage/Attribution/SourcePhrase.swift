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
    /// Where the whole subject begins, when that is before `tokens`.
    var start: Int?
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

  /// True when the words behind a verb of saying only tell when, where or to whom: "on Friday", "reporters in Geneva".
  func isAdverbial(_ words: Range<Int>) -> Bool {
    guard let first = words.first else { return true }
    if stops.contains(first) || auxiliaries.contains(first) || lexicon.joiners.contains(tokens[first].key) {
      return true
    }
    // "told the paper": nobody died there.
    return words.count <= 3 && words.allSatisfy { tokens[$0].kind == .word }
  }

  /// True when one of the tokens is a name or a noun that can be a source.
  func hasHead(_ tokens: Range<Int>) -> Bool { tokens.contains { isHead($0) } }

  /// True of a title, an office or a name with at most two words more: no clause.
  func isNameLike(_ found: Range<Int>) -> Bool {
    let others = found.filter {
      !isHead($0) && tokens[$0].kind == .word && !lexicon.articles.contains(tokens[$0].key)
        && !lexicon.joiners.contains(tokens[$0].key)
    }
    // Where nouns have no articles, offices are shorter.
    return others.count <= (lexicon.articles.isEmpty ? 1 : 2) && others.count < found.count
      && !found.contains { isModifier($0) && mentionAt[$0] == nil && !lexicon.joiners.contains(tokens[$0].key) }
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
    let nearest = phrase(endingAt: end)
    if let nearest, counts(nearest.tokens) { return nil }
    if let nearest, !isModifier(nearest.tokens.lowerBound - 1) { return joined(nearest) }
    return modified(before: end) ?? nearest
  }

  /// «потери армии оценили в 35»: what is counted is the object.
  private func counts(_ found: Range<Int>) -> Bool {
    found.first { !lexicon.articles.contains(tokens[$0].key) }.map { lexicon.notSources.contains(tokens[$0].key) }
      ?? false
  }

  /// "…, hospital officials and witnesses said": both of two speakers behind a comma or at the start.
  private func joined(_ found: Found) -> Found {
    let joint = found.tokens.lowerBound - 1
    guard joint > range.lowerBound, lexicon.conjunctions.contains(tokens[joint].key), isHead(joint - 1),
      mentionAt[joint - 1] == nil, let other = phrase(endingAt: joint), other.tokens.count <= 4,
      other.tokens.upperBound == joint,
      other.tokens.lowerBound == range.lowerBound || isComma(other.tokens.lowerBound - 1)
    else { return found }
    var both = found
    both.tokens = other.tokens.lowerBound..<found.tokens.upperBound
    return both
  }

  /// The noun phrase that opens the sentence, behind an adverbial in commas.
  func subject(before end: Int) -> Found? {
    var start = range.lowerBound
    if lexicon.insideBodies.contains(tokens[start].key), start + 1 < end, isHead(start + 1) {
      start += 1
    } else if opensAdverbial(start), let comma = (start..<end).first(where: { isComma($0) }) {
      start = comma + 1
    }
    guard let head = (start..<min(start + 8, end)).first(where: { isHead($0) }),
      (start..<head).allSatisfy({ isInner($0) })
    else { return nil }
    var last = head + 1
    while last < end,
      isHead(last)
        || (lexicon.joiners.contains(tokens[last].key) || lexicon.articles.contains(tokens[last].key))
          && (last + 1..<min(last + 4, end)).contains(where: { isHead($0) })
    {
      last += 1
    }
    return trimmed(start..<last)
  }

  /// True when a preposition or a word of time stands at the token.
  func opensAdverbial(_ token: Int) -> Bool {
    isModifier(token) || stops.contains(token) && !auxiliaries.contains(token)
  }

  private func isModifier(_ token: Int) -> Bool {
    token >= range.lowerBound && lexicon.modifiers.contains(tokens[token].key)
  }

  /// "Witnesses reached by phone in the town", "a nurse who survived": the noun that what stands before the verb describes.
  private func modified(before verb: Int) -> Found? {
    for token in stride(from: verb - 1, to: range.lowerBound, by: -1) {
      if isComma(token) || isBreak(token) || verb - token > 12 { return nil }
      guard isModifier(token) else { continue }
      guard let found = phrase(endingAt: token), hasHead(found.tokens), !isModifier(found.tokens.lowerBound - 1) else {
        continue
      }
      // "a report by the commission": the body stands behind its paper.
      if lexicon.documents.contains(tokens[token - 1].key), hasHead((token + 1)..<verb) {
        let named = ((token + 1)..<verb).compactMap { mentionAt[$0] }.last
        return Found(tokens: found.tokens.lowerBound..<verb, mention: named)
      }
      // "hospital sources in Idlib": where they are is part of their name.
      if let place = mentionAt[verb - 1], mentions[place].tokens.lowerBound - 1 == token,
        mentions[place].type == .location
      {
        return Found(tokens: found.tokens.lowerBound..<verb, mention: found.mention)
      }
      guard let last = found.tokens.last(where: { isHead($0) }) else { return nil }
      return Found(tokens: found.tokens.lowerBound..<(last + 1), mention: found.mention)
    }
    return nil
  }

  /// "Vera Lind, a deputy to the mayor," : the name before, or the name within. What opens with a relative
  /// pronoun only describes.
  private func beforeApposition(_ comma: Int) -> Found? {
    var start = comma
    while start > range.lowerBound, comma - start < 18, !isComma(start - 1), !isQuoteMark(start - 1) { start -= 1 }
    guard start > range.lowerBound, start < comma, isComma(start - 1) else { return nil }
    let opens = (start..<min(start + 2, comma)).contains { lexicon.that.contains(tokens[$0].key) || isRelative($0) }
    if !opens, let person = lastMention(of: .person, in: start..<comma) {
      var found = named(person)
      found.start = phrase(endingAt: start - 1)?.tokens.lowerBound
      return found
    }
    guard let before = phrase(endingAt: start - 1), hasHead(before.tokens) else { return nil }
    // "a doctor at the clinic, who asked not to be named,"
    if isModifier(before.tokens.lowerBound - 1), let whole = modified(before: start - 1) { return whole }
    return before
  }

  /// "the volunteers, who dispute the figure": the noun of the pronoun before `verb`.
  func beforeRelative(_ verb: Int) -> Found? {
    guard verb - 2 > range.lowerBound, isRelative(verb - 1), isComma(verb - 2),
      let noun = phrase(endingAt: verb - 2), hasHead(noun.tokens), noun.tokens.upperBound == verb - 2
    else { return nil }
    return noun
  }

  private func isRelative(_ token: Int) -> Bool { lexicon.relatives.contains(tokens[token].key) }

  private func phrase(endingAt end: Int) -> Found? {
    var last = end
    // A closing quotation mark belongs to a quoted name.
    if last > range.lowerBound, isQuoteMark(last - 1), mentionAt[last - 2] != nil { last -= 1 }
    var head: Int?
    var start = last
    while start > range.lowerBound {
      let token = start - 1
      // "In Geneva the spokesman": an article opens a phrase, a place behind a preposition is another's.
      if start < last, lexicon.articles.contains(tokens[start].key), !lexicon.joiners.contains(tokens[token].key) {
        break
      }
      if let head, head != token, isPlaceOfAnother(token) { break }
      if isHead(token) {
        head = head ?? token
        start = token
      } else if tokens[token].key == "'s", start < last {
        start = token
      } else if isQuoteMark(token), start < last, mentionAt[start] != nil {
        start = token
      } else if lexicon.joiners.contains(tokens[token].key), start < last,
        token > range.lowerBound, isJoinable(token - 1)
      {
        start = token
      } else if start < last, isAbbreviating(token) {
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

  private func isPlaceOfAnother(_ token: Int) -> Bool {
    guard let mention = mentionAt[token], mentions[mention].type == .location else { return false }
    return isModifier(mentions[mention].tokens.lowerBound - 1)
  }

  /// A few words that fill the clause before a verb of saying are its subject, whatever they are.
  private func isWholeClause(_ found: Range<Int>) -> Bool {
    guard (1...5).contains(found.count), found.allSatisfy({ tokens[$0].kind != .mark && !auxiliaries.contains($0) }),
      !found.contains(where: { lexicon.that.contains(tokens[$0].key) })
    else { return false }
    guard let last = found.last, tokens[last].kind == .word, !lexicon.articles.contains(tokens[last].key),
      !lexicon.documents.contains(tokens[last].key)
    else { return false }
    return found.lowerBound == range.lowerBound || isBreak(found.lowerBound - 1)
      || lexicon.conjunctions.contains(tokens[found.lowerBound - 1].key)
  }

  private func isBreak(_ token: Int) -> Bool { [",", ";", ":", "—", "–", "."].contains(tokens[token].key) }

  /// The point of "Col. Garang".
  private func isAbbreviating(_ token: Int) -> Bool {
    tokens[token].key == "." && token > range.lowerBound && token + 1 < range.upperBound
      && tokens[token - 1].shape == .title && tokens[token - 1].key.utf8.count <= 4 && tokens[token + 1].shape == .title
  }

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
    // «сообщил РИА Новости источник в полиции»: the agency is told, who stands behind it tells.
    if !isInside, lexicon.articles.isEmpty, let told = mentionAt[start], mentions[told].type == .organization {
      let next = mentions[told].tokens.upperBound
      if next < range.upperBound, sources.contains(next), mentionAt[next] == nil, tokens[next].shape == .lower,
        let speaker = phrase(startingAt: next)
      {
        return speaker
      }
    }
    let found = phrase(startingAt: start, requiresNearHead: !isInside)
    // «рассказал в суде его брат»: behind the place stands who spoke.
    if isInside, let found, found.tokens.upperBound < range.upperBound, !isBreak(found.tokens.upperBound),
      let speaker = phrase(startingAt: found.tokens.upperBound), hasHead(speaker.tokens),
      speaker.tokens.upperBound == range.upperBound || isBreak(speaker.tokens.upperBound)
    {
      return speaker
    }
    return found
  }

  /// The phrase behind "according to", or the name that follows it between commas: "the operator, Nortrans".
  func following(_ start: Int) -> Found? {
    guard let found = phrase(startingAt: start) ?? clause(from: start) else { return nil }
    let comma = found.tokens.upperBound
    guard comma + 1 < range.upperBound, isComma(comma), found.mention == nil, let name = mentionAt[comma + 1] else {
      return found
    }
    let end = mentions[name].tokens.upperBound
    return end >= range.upperBound || isBreak(end) ? named(name) : found
  }

  /// «по данным уездного кружка,»: a few words up to the next break, whatever they are.
  private func clause(from start: Int) -> Found? {
    var end = start
    while end < range.upperBound, end - start < 5, tokens[end].kind == .word, isInner(end), !auxiliaries.contains(end) {
      end += 1
    }
    guard end > start, end == range.upperBound || isBreak(end),
      lexicon.articles.isEmpty || lexicon.articles.contains(tokens[start].key) || tokens[start].shape == .title,
      !lexicon.documents.contains(tokens[end - 1].key),
      !(start..<end).contains(where: { lexicon.notSources.contains(tokens[$0].key) })
    else { return nil }
    return Found(tokens: start..<end, mention: nil)
  }

  /// The phrase that starts at `start`, as behind "according to".
  func phrase(startingAt start: Int, requiresNearHead: Bool = false) -> Found? {
    var end = start
    var hasHead = false
    if start < range.upperBound, lexicon.possessives.contains(tokens[start].key) { end += 1 }
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
      } else if tokens[end].key == "'s", end > start {
        end += 1
      } else if end > start, isAbbreviating(end) {
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
    let named = (start..<end).last { mentionAt[$0] != nil }.flatMap { mentionAt[$0] }
    // "the hospital of Tarma" is not the town.
    if let named, mentions[named].type == .location,
      (start..<end).contains(where: { sources.contains($0) && mentionAt[$0] == nil })
    {
      return Found(tokens: start..<end, mention: nil)
    }
    return Found(tokens: start..<end, mention: named)
  }

  private func named(_ mention: Int) -> Found { Found(tokens: mentions[mention].tokens, mention: mention) }

  private func lastMention(of type: EntityType, in found: Range<Int>) -> Int? {
    found.reversed().compactMap { mentionAt[$0] }.first { mentions[$0].type == type }
  }
}
