import SvodkaKit

extension NameTagger {
  /// A body's name that starts at `i`: words with a capital round a noun such as Ministry, and what belongs to it.
  func body(at i: Int, end: Int) -> Candidate? {
    guard features[i].isCapital, !isArticle(i) || features[i].isCapital else { return nil }
    return lexicon.bodyTail.isEmpty ? capitalisedBody(i, end) : inflectedBody(i, end)
  }

  private func isArticle(_ i: Int) -> Bool { tokens[i].key == "the" }

  // MARK: - Languages that write every word of a name with a capital

  private func capitalisedBody(_ i: Int, _ end: Int) -> Candidate? {
    var start = i
    if lexicon.notNames.contains(tokens[i].key), !lexicon.bodyHeads.contains(tokens[i].key) {
      // The Lisse Courier; other first words such as These and Asked begin no body.
      guard isArticle(i) || isDemonymOrModifier(i) else { return nil }
      if isArticle(i) { start = i + 1 }
    }
    var stop = start
    var head: Int?
    var press = false
    while stop < end {
      let token = tokens[stop]
      if features[stop].isCapital {
        guard stop == start || token.spaceBefore || tokens[stop - 1].kind == .mark else { break }
        if lexicon.bodyHeads.contains(token.key) { head = stop }
        if lexicon.pressHeads.contains(token.key), stop > start { (head, press) = (stop, true) }
        stop += 1
        continue
      }
      if ["'", "’"].contains(token.key), !token.spaceBefore, stop + 1 < end, features[stop + 1].isCapital,
        stop > start
      {
        stop += 1
        continue
      }
      if token.key == "&", stop + 1 < end, features[stop + 1].isCapital, stop > start {
        stop += 1
        continue
      }
      guard head != nil, let ahead = joined(stop, end) else { break }
      stop = ahead
    }
    guard let head, stop > start else { return nil }
    let range = start..<stop
    let words = range.filter { tokens[$0].kind == .word }
    // A lone noun, or one after a word that only begins the sentence, names no body.
    if words.count == 1 { return nil }
    if press, isArticle(i), start > i, !features[i].startsSentence || words.count <= 3 {
      return Candidate(tokens: i..<stop, scores: [0, 0, 3.5], rule: "newspaper")
    }
    let isWeak = lexicon.weakBodyHeads.contains(tokens[head].key)
    let last = tokens[stop - 1].key
    if head < stop - 1, isWeak, lexicon.placeHeads.contains(last) {
      return Candidate(tokens: range, scores: [0, 3, 1], rule: "place noun")
    }
    if lexicon.given.contains(tokens[start].key), head == start + 1, isWeak { return nil }
    return Candidate(
      tokens: range, scores: [0, isWeak ? 0.5 : 0, isWeak ? 2.5 : 4], rule: "body noun")
  }

  private func isDemonymOrModifier(_ i: Int) -> Bool { i + 1 < tokens.count && features[i + 1].isCapital }

  /// The end of `of the`, `for`, `and` before a word with a capital.
  private func joined(_ i: Int, _ end: Int) -> Int? {
    let key = tokens[i].key
    guard lexicon.bodyJoins.contains(key) || key == "and" else { return nil }
    var ahead = i + 1
    if ahead < end, isArticle(ahead), !features[ahead].isCapital { ahead += 1 }
    guard ahead < end, features[ahead].isCapital, tokens[ahead].shape != .upper || key == "of" else { return nil }
    if key == "and" || key == "on" || key == "to" || key == "against" {
      // `the Defence Ministry and Hamas` are two; `Ministry of Labour and Trade` is one.
      guard gazetteer.match(tokens, at: ahead, end: end) == nil, !lexicon.given.contains(tokens[ahead].key) else {
        return nil
      }
      if key == "and" {
        var back = i - 1
        while back >= 0, features[back].isCapital { back -= 1 }
        guard back >= 0, lexicon.bodyJoins.contains(tokens[back].key) else { return nil }
      }
      if key == "on", isDay(ahead) { return nil }
    }
    return ahead
  }

  private func isDay(_ i: Int) -> Bool { lexicon.notNames.contains(tokens[i].key) }

  // MARK: - Languages that write only the first word with a capital, and decline

  private func inflectedBody(_ i: Int, _ end: Int) -> Candidate? {
    if lexicon.bodyAbbreviations.contains(tokens[i].key) {
      let stop = tail(from: i + 1, end: end)
      return Candidate(tokens: i..<stop, scores: [0, 0, 4], rule: "abbreviated body")
    }
    var head = i
    while head < end, head - i < 3, tokens[head].kind == .word, !lexicon.bodyHeads.contains(tokens[head].key) {
      guard gazetteer.inflection.isAdjectiveForm(tokens[head].key) else { return nil }
      head += 1
    }
    guard head < end, tokens[head].kind == .word, lexicon.bodyHeads.contains(tokens[head].key) else { return nil }
    if head > i, features[i].startsSentence, lexicon.notNames.contains(tokens[i].key) { return nil }
    let stop = tail(from: head + 1, end: end)
    let hasTail = stop > head + 1
    guard head > i || hasTail else { return nil }
    let startsSentence = features[i].startsSentence
    let isDemonym = head > i && lexicon.ends(tokens[i].key, in: lexicon.demonymEndings)
    var score = 4.0
    if startsSentence {
      // «Российская армия», «Армия Судана»: the capital may be the sentence's.
      let fields = (head + 1..<stop).contains { lexicon.bodyTail.contains(tokens[$0].key) }
      let capitals = (i + 1..<stop).contains { features[$0].isCapital }
      if head == i && !fields { return nil }
      if head > i && !hasTail && isDemonym && lexicon.weakBodyHeads.contains(tokens[head].key) { return nil }
      score = fields || capitals || !isDemonym ? 3 : 2
    }
    return Candidate(tokens: i..<stop, scores: [0, 0, score], rule: "body noun")
  }

  /// The end of what belongs to a body's noun: field and place in the genitive.
  private func tail(from start: Int, end: Int) -> Int {
    var stop = start
    var at = start
    while at < end {
      let token = tokens[at]
      guard token.kind == .word, token.spaceBefore else { break }
      if features[at].isCapital {
        if let known = gazetteer.match(tokens, at: at, end: end) {
          guard known.names.contains(where: { $0.type != .person }) else { break }
          at += known.count
          stop = at
          continue
        }
        guard lexicon.ends(token.key, in: lexicon.bodyTailEndings, stem: 2) else { break }
        at += 1
        stop = at
        continue
      }
      if lexicon.bodyTailPrepositions.contains(token.key) || token.key == "и" {
        guard at + 1 < end else { break }
        if isTailWord(at + 1) || at > start && features[at + 1].isCapital && isPlaceOrAdjective(at + 1, end) {
          at += 1
          continue
        }
        // «по возобновляемым источникам энергии»: what a preposition asks for is in other cases than the genitive.
        guard lexicon.bodyTailPrepositions.contains(token.key), !features[at + 1].isCapital,
          lexicon.ends(tokens[at + 1].key, in: lexicon.bodyTailObliques, stem: 4)
        else { break }
        at += 2
        stop = at
        while at < end, tokens[at].kind == .word, !features[at].isCapital,
          lexicon.ends(tokens[at].key, in: lexicon.bodyTailObliques, stem: 4)
        {
          at += 1
          stop = at
        }
        continue
      }
      guard isTailWord(at) else { break }
      at += 1
      stop = at
    }
    // «Движение 23 марта»
    if stop == start, start + 1 < end, tokens[start].kind == .number, lexicon.notNames.contains(tokens[start + 1].key),
      tokens[start + 1].kind == .word
    {
      return start + 2
    }
    return stop
  }

  private func isPlaceOrAdjective(_ i: Int, _ end: Int) -> Bool {
    gazetteer.match(tokens, at: i, end: end)?.names.contains { $0.type == .location } ?? false
  }

  private func isTailWord(_ i: Int) -> Bool {
    guard tokens[i].kind == .word, !lexicon.bodyTailPrepositions.contains(tokens[i].key) else { return false }
    return lexicon.bodyTail.contains(tokens[i].key)
      || lexicon.ends(tokens[i].key, in: lexicon.bodyTailEndings, stem: 2)
  }
}
