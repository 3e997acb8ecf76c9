import SvodkaKit

/// The stretch that a source vouches for.
extension AttributionFinder {
  /// How many sentences an announcement of figures may cover, and how many "that was said by X" may look back on.
  private static let reach = 3
  /// How many tokens may stand at most between a quotation and who speaks it.
  private static let gap = 12

  func content(
    of cue: Range<Int>, _ kind: AttributionLexicon.Cue, source: SourcePhrase.Found, sentence: Int,
    _ quotations: [Quotation], _ phrases: SourcePhrase, otherCues: [Int]
  ) -> (TextSpan?, Bool) {
    let range = sentences[sentence].tokens
    switch kind {
    case .before, .cites, .pronoun: return (span(range), false)
    case .announces: return (announced(from: max(cue.upperBound, source.tokens.upperBound), sentence), false)
    case .recalls: return (recalled(before: sentence), false)
    case .verb, .denies: break
    }
    let start = min(cue.lowerBound, source.start ?? source.tokens.lowerBound)
    let outer = start..<max(cue.upperBound, source.tokens.upperBound)
    let near =
      quotations.firstPlace {
        $0.tokens.upperBound >= outer.lowerBound - Self.gap
      }..<quotations.firstPlace { $0.tokens.lowerBound > outer.upperBound + Self.gap }
    let opened = isBreak(outer.upperBound) ? outer.upperBound + 1 : outer.upperBound
    if let quotation = quotations[near].first(where: { touches($0, outer) }) {
      // "X said that “the occupiers and their puppets” killed 40": what is said is more than its quoted words.
      if opened < range.upperBound, lexicon.that.contains(tokens[opened].key), quotation.tokens.lowerBound > opened,
        quotation.tokens.upperBound + 2 < range.upperBound
      {
        return (rest(from: opened + 1, range), false)
      }
      return (span(quotation.tokens), true)
    }
    var next = outer.upperBound
    // "…, the council said in its 6 a.m. bulletin.": behind a comma only where and when it was said follows.
    let tail = outer.upperBound..<range.upperBound
    let isAside =
      outer.lowerBound > range.lowerBound + 3 && tokens[outer.lowerBound - 1].key == "," && tail.count <= 9
      && tail.first.map { phrases.opensAdverbial($0) } ?? false
      && tail.dropLast().allSatisfy { !isBreak($0) || tokens[$0].key == "." }
    if isAside { return (span(range.lowerBound..<(outer.lowerBound - 1)), false) }
    while next < range.upperBound, next - outer.upperBound < 10, !isBreak(next), !otherCues.contains(next) {
      if lexicon.that.contains(tokens[next].key) { return (rest(from: next + 1, range), false) }
      // "said 58 bodies had been found and feared that": the content has begun.
      if tokens[next].kind == .number || lexicon.conjunctions.contains(tokens[next].key) { break }
      next += 1
    }
    if next + 1 < range.upperBound, isBreak(next), lexicon.that.contains(tokens[next + 1].key) {
      return (rest(from: next + 2, range), false)
    }
    // "… , X said": what goes before; "X said …": what follows, as it does behind "X speaks of".
    let isOpened = opensContent(cue, source, outer, next, phrases)
    let isParenthetic =
      outer.lowerBound > range.lowerBound && isBreak(outer.lowerBound - 1) && tokens[outer.lowerBound - 1].key != ";"
    let isLast = next + 1 >= range.upperBound && !isOpened
    if isParenthetic, isLast || next < range.upperBound && isBreak(next) && outer.lowerBound - range.lowerBound > 3 {
      let start = range.lowerBound
      return (
        start < outer.lowerBound - 1 ? span(start..<(isLast ? outer.lowerBound - 1 : range.upperBound)) : nil, false
      )
    }
    // "… , regional governor X said.": nothing follows, so that it is said of what goes before its clause.
    if isLast {
      var start = outer.lowerBound
      while start > range.lowerBound, !isBreak(start - 1) { start -= 1 }
      if start > range.lowerBound + 1, tokens[start - 1].key != ";" {
        return (span(range.lowerBound..<(start - 1)), false)
      }
    }
    return (rest(from: outer.upperBound, range), false)
  }

  /// True when what follows the verb is what is said, and no adverbial: "X speaks of 40 dead", "X said 12 had died".
  private func opensContent(
    _ cue: Range<Int>, _ source: SourcePhrase.Found, _ outer: Range<Int>, _ next: Int, _ phrases: SourcePhrase
  ) -> Bool {
    if lexicon.opening.contains(tokens[cue.upperBound - 1].key) { return true }
    let tail = outer.upperBound..<max(next, outer.upperBound)
    guard source.tokens.upperBound <= cue.lowerBound, tail.count > 1 else { return false }
    let (first, second) = (tokens[tail.lowerBound].key, tokens[tail.lowerBound + 1].key)
    if lexicon.about.contains(first) || lexicon.infinitive.contains(first) && lexicon.perfect.contains(second) {
      return true
    }
    return !phrases.isAdverbial(tail) && !lexicon.addressing.contains(tokens[cue.lowerBound].key)
  }

  private func rest(from token: Int, _ range: Range<Int>) -> TextSpan? {
    token < range.upperBound ? span(token..<range.upperBound) : nil
  }

  /// "The governor gave the latest figures. …": the sentences that follow in the paragraph.
  private func announced(from token: Int, _ sentence: Int) -> TextSpan? {
    let last = (sentence...min(sentence + Self.reach, sentences.count - 1)).last {
      sentences[$0].paragraph == sentences[sentence].paragraph
    }
    guard let last, let end = sentences[last].tokens.last, token <= end else { return nil }
    return span(token..<(end + 1))
  }

  /// «… Об этом сообщили в МЧС.»: the sentences before, in the paragraph of the last of them.
  private func recalled(before sentence: Int) -> TextSpan? {
    guard sentence > 0 else { return nil }
    let first = (max(0, sentence - Self.reach)..<sentence).first {
      sentences[$0].paragraph == sentences[sentence - 1].paragraph
    }
    return first.map { sentences[$0].span.union(sentences[sentence - 1].span) }
  }

  /// True when only marks and few words stand between a quotation and who speaks it.
  private func touches(_ quotation: Quotation, _ outer: Range<Int>) -> Bool {
    if quotation.tokens.upperBound <= outer.lowerBound {
      let between = quotation.tokens.upperBound..<outer.lowerBound
      return between.count <= 4 && between.filter { tokens[$0].kind != .mark }.count <= 1
    }
    if quotation.tokens.lowerBound >= outer.upperBound {
      let between = outer.upperBound..<quotation.tokens.lowerBound
      return between.count <= Self.gap && between.contains { [":", ","].contains(tokens[$0].key) }
        || between.isEmpty
    }
    return false
  }

  /// A headline: "Minister: talks are pointless", «Talks are pointless — ministry». A place before a colon is rather where it
  /// happened when somebody stands at the end.
  func headline(in named: [Int], sentence: Int) -> Attribution? {
    var range = sentences[sentence].tokens
    // A sign before a headline: «⚡️Minister: …».
    while let first = range.first, tokens[first].kind == .mark, !isQuoteMark(first) { range = range.dropFirst() }
    guard range.count > 3 else { return nil }
    let phrases = SourcePhrase(
      tokens: tokens, mentions: mentions, mentionIndices: named, lexicon: lexicon, range: range)
    let closing = closingSource(phrases, range, sentence)
    for token in range.dropFirst().prefix(7) where tokens[token].key == ":" {
      guard let source = phrases.before(token), source.tokens.lowerBound == range.lowerBound, !source.isPronoun,
        token + 1 < range.upperBound
      else { return closing }
      // "Market stampede: 11 dead" and "Families: 1,230" name nobody who speaks.
      guard
        phrases.isNameLike(source.tokens)
          || tokens[token - 1].shape == .title && source.tokens.count <= 3,
        !(source.tokens.lowerBound..<token).contains(where: { lexicon.notSources.contains(tokens[$0].key) }),
        (token + 1..<range.upperBound).contains(where: { tokens[$0].kind == .word })
      else { return closing }
      if let closing, let mention = source.mention, mentions[mention].type == .location { return closing }
      return made(source, cue: token, content: (token + 1)..<range.upperBound, sentence)
    }
    return closing
  }

  private func isQuoteMark(_ token: Int) -> Bool { ["«", "»", "\"", "“", "”", "„"].contains(tokens[token].key) }

  private func closingSource(_ phrases: SourcePhrase, _ range: Range<Int>, _ sentence: Int) -> Attribution? {
    var last = range.upperBound
    if [".", "!"].contains(tokens[last - 1].key) { last -= 1 }
    for token in (max(range.lowerBound + 2, last - 6)..<max(range.lowerBound + 2, last)).reversed()
    where ["—", "–", "-"].contains(tokens[token].key) {
      guard token + 1 < last, let source = phrases.phrase(startingAt: token + 1), source.tokens.upperBound == last,
        phrases.hasHead(source.tokens)
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
