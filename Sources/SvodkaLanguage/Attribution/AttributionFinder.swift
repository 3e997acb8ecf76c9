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
      let cues = lexicon.cues(in: tokens, within: range)
      let starts = cues.map(\.tokens.lowerBound)
      var here: [Attribution] = []
      for (cue, kind) in cues {
        let surrounding = quotation(around: cue, quotations)
        guard surrounding == nil || isNarrators(cue, range) else { continue }
        let denial = kind.attribution == .denied ? denied(by: cue, kind, range) : nil
        // Whoever rejects an offer or questions a plan tells nothing.
        if kind == .denies || kind == .before(.denied), denial == nil { continue }
        guard
          let source = shared(cue, kind, here, phrases, range)
            ?? source(of: denial?.words(of: cue) ?? cue, kind, phrases, range),
          let named = resolved(source, before: found, here, sentence: number, inSentence)
        else { continue }
        if let denial, denial.isBack {
          if denial.account.overlaps(named.tokens) { continue }
          here.append(
            Attribution(
              kind: .denied, source: span(named.tokens), sourceTokens: named.tokens, mention: named.mention,
              isAnaphoric: source.isPronoun, cue: span(cue), content: span(denial.account), pointsBack: true,
              isQuotation: false, sentence: number))
          continue
        }
        let (content, isQuotation) =
          surrounding.map { (span($0.tokens), true) }
          ?? content(of: cue, kind, source: source, sentence: number, quotations, phrases, otherCues: starts)
        guard let content else { continue }
        here.append(
          Attribution(
            kind: kind.attribution, source: span(named.tokens), sourceTokens: named.tokens, mention: named.mention,
            isAnaphoric: source.isPronoun, cue: span(cue), content: content, isQuotation: isQuotation,
            sentence: number))
      }
      relay(&here, cues)
      for index in here.indices where callsFalse(here[index]) {
        (here[index].kind, here[index].pointsBack) = (.denied, true)
      }
      here += elliptic(behind: here, phrases, range)
      if here.isEmpty, let headline = headline(in: inSentence[number], sentence: number) { here.append(headline) }
      found += here
    }
    found += continued(quotations, found)
    return found.sorted { $0.cue < $1.cue }
  }

  /// "X put them at 40 and said …", "X dismissed the account, saying …": a verb joined to another, or a participle behind a
  /// comma, has the subject of the verb before.
  private func shared(
    _ cue: Range<Int>, _ kind: AttributionLexicon.Cue, _ here: [Attribution], _ phrases: SourcePhrase,
    _ range: Range<Int>
  ) -> SourcePhrase.Found? {
    guard case .verb = kind, cue.lowerBound > range.lowerBound + 1 else { return nil }
    let last = here.last {
      $0.sourceTokens.upperBound <= cue.lowerBound && $0.cue.start < tokens[cue.lowerBound].span.start
    }
    let said = last.map { SourcePhrase.Found(tokens: $0.sourceTokens, mention: $0.mention) }
    if lexicon.conjunctions.contains(tokens[cue.lowerBound - 1].key) {
      return said ?? phrases.subject(before: cue.lowerBound - 1)
    }
    guard lexicon.participles.contains(tokens[cue.lowerBound].key), isBreak(cue.lowerBound - 1) else { return nil }
    return said ?? phrases.subject(before: cue.lowerBound - 1)
  }

  private func source(
    of cue: Range<Int>, _ kind: AttributionLexicon.Cue, _ phrases: SourcePhrase, _ range: Range<Int>
  ) -> SourcePhrase.Found? {
    switch kind {
    case .verb where lexicon.addressing.contains(tokens[cue.lowerBound].key):
      // "… , an envoy told the daily": what stands behind is whom it is told.
      return phrases.before(cue.lowerBound)
    case .denies where phrases.beforeRelative(cue.lowerBound) != nil:
      return phrases.beforeRelative(cue.lowerBound)
    case .verb, .announces, .denies:
      // "… , said the mayor.": behind a comma the speaker stands between the verb and the end of the clause.
      let behind = phrases.behind(cue.upperBound)
      let closes =
        behind.map {
          $0.tokens.upperBound >= range.upperBound || isBreak($0.tokens.upperBound)
            || phrases.hasHead($0.tokens) && phrases.opensAdverbial($0.tokens.upperBound)
        } ?? false
      let opens = cue.count <= 2 && cue.lowerBound > range.lowerBound && isBreak(cue.lowerBound - 1)
      return closes && opens ? behind : phrases.before(cue.lowerBound) ?? behind
    case .before, .cites: return phrases.following(cue.upperBound)
    case .pronoun: return SourcePhrase.Found(tokens: cue, mention: nil, isPronoun: true)
    case .recalls: return phrases.behind(cue.upperBound)
    }
  }

  private func mentionsBySentence() -> [[Int]] {
    var lists = [[Int]](repeating: [], count: sentences.count)
    var sentence = 0
    var at = [Int?](repeating: nil, count: tokens.count)
    for (index, mention) in mentions.enumerated() { for i in mention.tokens { at[i] = index } }
    for (index, mention) in mentions.enumerated() {
      while sentence + 1 < sentences.count, sentences[sentence].tokens.upperBound <= mention.tokens.lowerBound {
        sentence += 1
      }
      guard sentence < lists.count else { continue }
      // Whence a dispatch was sent is nobody who speaks in it.
      let text = Dateline.skipping(in: sentences[sentence].tokens, of: tokens) { at[$0].map { mentions[$0] } }
      if mention.tokens.lowerBound >= text.lowerBound { lists[sentence].append(index) }
    }
    return lists
  }

  func span(_ range: Range<Int>) -> TextSpan {
    TextSpan(tokens[range.lowerBound].span.start, tokens[range.upperBound - 1].span.end)
  }

  func isBreak(_ token: Int) -> Bool {
    token < tokens.count && [",", "—", "–", "-", ":", ";", ".", "!", "?"].contains(tokens[token].key)
  }

  private func quotation(around cue: Range<Int>, _ quotations: [Quotation]) -> Quotation? {
    // Quotations stand in text order and none overlaps another.
    quotations[..<quotations.firstPlace { $0.tokens.lowerBound >= cue.lowerBound }].last
      .flatMap { cue.upperBound < $0.tokens.upperBound ? $0 : nil }
  }

  /// «Мы не ушли, – сказал капитан. – Прикрытия не было»: the narrator's words inside one pair of marks.
  private func isNarrators(_ cue: Range<Int>, _ range: Range<Int>) -> Bool {
    guard cue.lowerBound >= range.lowerBound + 2 else { return false }
    return ["—", "–", "-"].contains(tokens[cue.lowerBound - 1].key)
      && [",", "!", "?", "…", "."].contains(tokens[cue.lowerBound - 2].key)
  }

  /// The antecedent of a pronoun: whoever fits it and spoke last within two sentences, else the one person or body of the
  /// sentence before.
  private func resolved(
    _ source: SourcePhrase.Found, before: [Attribution], _ here: [Attribution], sentence: Int, _ inSentence: [[Int]]
  ) -> SourcePhrase.Found? {
    guard source.isPronoun else { return source }
    let isBody = source.tokens.contains { lexicon.bodyPronouns.contains(tokens[$0].key) }
    func fits(_ mention: Int?) -> Bool {
      guard let mention else { return true }
      return isBody == (mentions[mention].type != .person)
    }
    let near = before[before.firstPlace { sentence - $0.sentence <= 2 }...]
    func speaks(_ one: Attribution) -> Bool { one.kind != .reported && fits(one.mention) }
    if let said = here.last(where: speaks) ?? near.last(where: speaks) {
      // Somebody named since then stands nearer than a source without a name.
      if said.mention == nil, !isBody, said.sentence < sentence,
        let person = ((said.sentence + 1)..<sentence).reversed().lazy
          .compactMap({ inSentence[$0].filter { self.mentions[$0].type == .person }.only }).first
      {
        return SourcePhrase.Found(tokens: mentions[person].tokens, mention: person)
      }
      return SourcePhrase.Found(tokens: said.sourceTokens, mention: said.mention)
    }
    for earlier in stride(from: sentence - 1, through: max(0, sentence - 2), by: -1) {
      let named = inSentence[earlier].filter { fits($0) }
      guard let only = isBody ? named.first : named.last else { continue }
      if named.count > 1, !isBody { return nil }
      return SourcePhrase.Found(tokens: mentions[only].tokens, mention: only)
    }
    return nil
  }

  /// Where a sentence cites its source, whoever else speaks in it passes that on.
  private func relay(_ here: inout [Attribution], _ cues: [(tokens: Range<Int>, cue: AttributionLexicon.Cue)]) {
    let citing = Set(cues.filter { $0.cue == .cites }.map { span($0.tokens) })
    guard here.contains(where: { citing.contains($0.cue) }) else { return }
    let recalled = here.first { $0.content.end <= $0.cue.start && !citing.contains($0.cue) }?.content
    for index in here.indices {
      if citing.contains(here[index].cue) {
        if let recalled, !here[index].content.overlaps(recalled) {
          here[index].content = recalled.union(here[index].content)
        }
      } else if here[index].kind == .said || here[index].kind == .accordingTo {
        here[index].kind = .reported
      }
    }
  }

  /// "The opposition speaks of 300 dead, the government — of 41": the verb is left out.
  private func elliptic(behind here: [Attribution], _ phrases: SourcePhrase, _ range: Range<Int>) -> [Attribution] {
    var made: [Attribution] = []
    for dash in range where ["—", "–"].contains(tokens[dash].key) {
      guard dash + 1 < range.upperBound, let last = here.last(where: { $0.cue.end < tokens[dash].span.start }),
        let source = phrases.before(dash), !source.isPronoun,
        source.tokens.upperBound == dash, phrases.hasHead(source.tokens),
        tokens[source.tokens.lowerBound].span.start > last.cue.end,
        source.tokens.lowerBound > range.lowerBound,
        isBreak(source.tokens.lowerBound - 1) || lexicon.conjunctions.contains(tokens[source.tokens.lowerBound - 1].key)
      else { continue }
      var end = dash + 1
      while end < range.upperBound, !isBreak(end) { end += 1 }
      guard end > dash + 1 else { continue }
      made.append(
        Attribution(
          kind: last.kind, source: span(source.tokens), sourceTokens: source.tokens, mention: source.mention,
          isAnaphoric: false, cue: tokens[dash].span, content: span((dash + 1)..<end), isQuotation: false,
          sentence: last.sentence))
    }
    return made
  }

  /// "We lost nine men," he said. "Four were hurt.": a quotation behind another goes on.
  private func continued(_ quotations: [Quotation], _ found: [Attribution]) -> [Attribution] {
    var made: [Attribution] = []
    let covered = RangeIndex(found.flatMap { [$0.content.range, $0.cue.range] })
    func quotation(before sentence: Int, among list: [Attribution]) -> Attribution? {
      list[list.firstPlace { sentence - $0.sentence <= 2 }..<list.firstPlace { $0.sentence >= sentence }]
        .last(where: \.isQuotation)
    }
    for quoted in quotations {
      let span = span(quoted.tokens)
      let first = tokens[quoted.tokens.lowerBound].span.start
      let sentence = sentences.firstPlace { $0.span.end > first }
      guard !covered.overlaps(span.range), sentence < sentences.count, sentences[sentence].span.contains(first),
        sentences[sentence].tokens.lowerBound == quoted.tokens.lowerBound,
        let last = quotation(before: sentence, among: made) ?? quotation(before: sentence, among: found),
        sentences[last.sentence].paragraph == sentences[sentence].paragraph
      else { continue }
      var next = last
      (next.content, next.sentence, next.cue) = (span, sentence, TextSpan(first, first))
      made.append(next)
    }
    return made
  }
}

extension Array {
  /// The element of an array that has one.
  fileprivate var only: Element? { count == 1 ? self[0] : nil }
}
