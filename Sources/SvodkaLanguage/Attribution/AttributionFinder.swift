import SvodkaKit

/// Finds the attributions of a document, sentence by sentence.
struct AttributionFinder {
  let tokens: [Token]
  let sentences: [Sentence]
  let mentions: [Mention]
  let lexicon: AttributionLexicon

  func all() -> [Attribution] {
    let quotations = Quotation.all(tokens, sentences: sentences)
    let inSentence = mentionsBySentence()
    var found: [Attribution] = []
    for number in sentences.indices {
      let range = sentences[number].tokens
      let phrases = SourcePhrase(
        tokens: tokens, mentions: mentions, mentionIndices: inSentence[number], lexicon: lexicon, range: range)
      var here: [Attribution] = []
      for (cue, kind) in lexicon.cues(in: tokens, within: range) {
        let surrounding = quotation(around: cue, quotations)
        guard surrounding == nil || isNarrators(cue, range) else { continue }
        let source: SourcePhrase.Found?
        switch kind {
        case .verb where lexicon.addressing.contains(tokens[cue.lowerBound].key):
          // "… , an envoy told the daily": what stands behind is whom it is told.
          source = phrases.before(cue.lowerBound)
        case .verb:
          // "… , said the mayor.": behind a comma the speaker stands between the verb and the end of the clause.
          let behind = phrases.behind(cue.upperBound)
          let closes = behind.map { $0.tokens.upperBound >= range.upperBound || isBreak($0.tokens.upperBound) } ?? false
          let opens = cue.lowerBound > range.lowerBound && isBreak(cue.lowerBound - 1)
          source = closes && opens ? behind : phrases.before(cue.lowerBound) ?? behind
        case .before: source = phrases.phrase(startingAt: cue.upperBound)
        case .noun: source = phrases.before(cue.lowerBound)
        }
        guard let source, let named = resolved(source, before: found, sentence: number, inSentence) else { continue }
        let (content, isQuotation) =
          surrounding.map { (span($0.tokens), true) } ?? content(of: cue, kind, source: source, in: range, quotations)
        guard let content else { continue }
        here.append(
          Attribution(
            kind: self.kind(kind), source: span(named.tokens), sourceTokens: named.tokens, mention: named.mention,
            isAnaphoric: source.isPronoun, cue: span(cue), content: content, isQuotation: isQuotation,
            sentence: number))
      }
      if here.isEmpty, let headline = headline(in: inSentence[number], sentence: number) { here.append(headline) }
      found += here
    }
    return found.sorted { $0.cue < $1.cue }
  }

  private func kind(_ cue: AttributionLexicon.Cue) -> Attribution.Kind {
    switch cue {
    case .verb(let kind), .before(let kind): kind
    case .noun: .said
    }
  }

  private func mentionsBySentence() -> [[Int]] {
    var lists = [[Int]](repeating: [], count: sentences.count)
    var sentence = 0
    for (index, mention) in mentions.enumerated() {
      while sentence + 1 < sentences.count, sentences[sentence].tokens.upperBound <= mention.tokens.lowerBound {
        sentence += 1
      }
      if sentence < lists.count { lists[sentence].append(index) }
    }
    return lists
  }

  private func span(_ range: Range<Int>) -> TextSpan {
    TextSpan(tokens[range.lowerBound].span.start, tokens[range.upperBound - 1].span.end)
  }

  private func quotation(around cue: Range<Int>, _ quotations: [Quotation]) -> Quotation? {
    quotations.first { $0.tokens.lowerBound < cue.lowerBound && cue.upperBound < $0.tokens.upperBound }
  }

  /// «Мы не ушли, – сказал капитан. – Прикрытия не было»: the narrator's words inside one pair of marks.
  private func isNarrators(_ cue: Range<Int>, _ range: Range<Int>) -> Bool {
    guard cue.lowerBound >= range.lowerBound + 2 else { return false }
    return ["—", "–", "-"].contains(tokens[cue.lowerBound - 1].key)
      && [",", "!", "?", "…", "."].contains(tokens[cue.lowerBound - 2].key)
  }

  /// The antecedent of a pronoun: whoever spoke last within two sentences, else the one person of the sentence before.
  private func resolved(
    _ source: SourcePhrase.Found, before: [Attribution], sentence: Int, _ inSentence: [[Int]]
  ) -> SourcePhrase.Found? {
    guard source.isPronoun else { return source }
    if let last = before.last, sentence - last.sentence <= 2, last.kind != .reported {
      return SourcePhrase.Found(tokens: last.sourceTokens, mention: last.mention)
    }
    for earlier in stride(from: sentence - 1, through: max(0, sentence - 2), by: -1) {
      let people = inSentence[earlier].filter { mentions[$0].type == .person }
      if let only = people.last {
        return people.count == 1 ? SourcePhrase.Found(tokens: mentions[only].tokens, mention: only) : nil
      }
    }
    return nil
  }

  /// The stretch that a cue is about.
  private func content(
    of cue: Range<Int>, _ kind: AttributionLexicon.Cue, source: SourcePhrase.Found, in range: Range<Int>,
    _ quotations: [Quotation]
  ) -> (TextSpan?, Bool) {
    if case .before = kind { return (span(range), false) }
    let outer = min(cue.lowerBound, source.tokens.lowerBound)..<max(cue.upperBound, source.tokens.upperBound)
    if let quotation = quotations.first(where: { touches($0, outer) }) { return (span(quotation.tokens), true) }
    var next = outer.upperBound
    while next < range.upperBound, next - outer.upperBound < 10, !isBreak(next) {
      if lexicon.that.contains(tokens[next].key) { return (rest(from: next + 1, range), false) }
      next += 1
    }
    if next + 1 < range.upperBound, isBreak(next), lexicon.that.contains(tokens[next + 1].key) {
      return (rest(from: next + 2, range), false)
    }
    // "… , X said": what goes before; "X said …": what follows.
    let isParenthetic = outer.lowerBound > range.lowerBound && isBreak(outer.lowerBound - 1)
    let isLast = next + 1 >= range.upperBound
    if isParenthetic, isLast || isBreak(next) && outer.lowerBound - range.lowerBound > 3 {
      let start = max(range.lowerBound, 0)
      return (
        start < outer.lowerBound - 1 ? span(start..<(isLast ? outer.lowerBound - 1 : range.upperBound)) : nil, false
      )
    }
    // "… , regional governor X said.": nothing follows, so that it is said of what goes before its clause.
    if isLast {
      var start = outer.lowerBound
      while start > range.lowerBound, !isBreak(start - 1) { start -= 1 }
      if start > range.lowerBound + 1 { return (span(range.lowerBound..<(start - 1)), false) }
    }
    return (rest(from: outer.upperBound, range), false)
  }

  private func rest(from token: Int, _ range: Range<Int>) -> TextSpan? {
    token < range.upperBound ? span(token..<range.upperBound) : nil
  }

  private func isQuoteMark(_ token: Int) -> Bool { ["«", "»", "\"", "“", "”", "„"].contains(tokens[token].key) }

  private func isBreak(_ token: Int) -> Bool {
    [",", "—", "–", "-", ":", ";", ".", "!", "?"].contains(tokens[token].key)
  }

  /// True when only marks and few words stand between a quotation and who speaks it.
  private func touches(_ quotation: Quotation, _ outer: Range<Int>) -> Bool {
    if quotation.tokens.upperBound <= outer.lowerBound {
      let between = quotation.tokens.upperBound..<outer.lowerBound
      return between.count <= 4 && between.filter { tokens[$0].kind != .mark }.count <= 1
    }
    if quotation.tokens.lowerBound >= outer.upperBound {
      let between = outer.upperBound..<quotation.tokens.lowerBound
      return between.count <= 12 && between.contains { [":", ","].contains(tokens[$0].key) }
        || between.isEmpty
    }
    return false
  }

  /// A headline: "Minister: talks are pointless", «Talks are pointless — ministry».
  private func headline(in named: [Int], sentence: Int) -> Attribution? {
    var range = sentences[sentence].tokens
    // A sign before a headline: «⚡️Minister: …».
    while let first = range.first, tokens[first].kind == .mark, !isQuoteMark(first) { range = range.dropFirst() }
    guard range.count > 3 else { return nil }
    let phrases = SourcePhrase(
      tokens: tokens, mentions: mentions, mentionIndices: named, lexicon: lexicon, range: range)
    for token in range.dropFirst().prefix(7) where tokens[token].key == ":" {
      guard let source = phrases.before(token), source.tokens.lowerBound == range.lowerBound, !source.isPronoun,
        token + 1 < range.upperBound
      else { return nil }
      return made(source, cue: token, content: (token + 1)..<range.upperBound, sentence)
    }
    var last = range.upperBound
    if [".", "!"].contains(tokens[last - 1].key) { last -= 1 }
    for token in (max(range.lowerBound + 2, last - 6)..<last).reversed()
    where ["—", "–", "-"].contains(tokens[token].key) {
      guard token + 1 < last, let source = phrases.phrase(startingAt: token + 1), source.tokens.upperBound == last
      else { return nil }
      return made(source, cue: token, content: range.lowerBound..<token, sentence)
    }
    return nil
  }

  private func made(
    _ source: SourcePhrase.Found, cue: Int, content: Range<Int>, _ sentence: Int
  ) -> Attribution {
    Attribution(
      kind: .said, source: span(source.tokens), sourceTokens: source.tokens, mention: source.mention,
      isAnaphoric: false, cue: tokens[cue].span, content: span(content), isQuotation: false, sentence: sentence)
  }
}
