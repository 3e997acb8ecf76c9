import SvodkaKit

/// Phrases that end before a place: subjects, owners, speakers before their verb.
extension NounPhraseReader {
  func skippingLeft(from end: Int, to lower: Int) -> Int {
    var end = end
    while end > lower {
      let i = end - 1
      if words.mentionAt[i] >= 0 { break }
      if words.has(i, [.adverb, .auxiliary, .venue]) && !words.has(i, [.people, .body, .pronoun]) {
        end = i
      } else if words.has(i, .time) || words.tokens[i].kind == .number, let start = timeStart(endingAt: end, lower) {
        end = start
      } else if words.isQuote(i), i > lower, words.has(i - 1, .auxiliary) || opensQuote(i) {
        end = i
      } else {
        break
      }
    }
    return end
  }

  /// The mark before "takes note" in «the Kremlin "takes note" of it».
  private func opensQuote(_ i: Int) -> Bool {
    words.tokens[i].key != "»" && i + 1 < words.tokens.count && words.tokens[i - 1].kind == .word
      && words.tokens[i].span.start > words.tokens[i - 1].span.end
      && words.tokens[i].span.end == words.tokens[i + 1].span.start
  }

  /// The start of "late on Wednesday", «в минувшую среду».
  private func timeStart(endingAt end: Int, _ lower: Int) -> Int? {
    var i = end - 1
    while i > lower, end - i < 6, words.mentionAt[i - 1] < 0,
      words.has(i - 1, [.time, .determiner, .adverb]) || words.tokens[i - 1].kind == .number
    {
      i -= 1
    }
    if i > lower, words.has(i - 1, .preposition) { return i - 1 }
    return words.has(end - 1, .time) ? i : nil
  }

  func phraseWithApposition(before comma: Int, notBefore lower: Int) -> NounPhrase? {
    var open = comma - 1
    while open > lower, !words.isComma(open), !words.isStop(open), !words.isQuote(open), !words.isDash(open) {
      open -= 1
    }
    if open > lower, words.isComma(open) || words.isDash(open), comma - open < 22,
      !words.has(open + 1, [.subordinator]) || words.has(open + 1, .relative),
      let before = read(leftFrom: open, to: lower), before.mention != nil || names(before.tokens)
    {
      var before = before
      before.apposition = open + 1..<comma
      // "the head of the wing, Fatoma Coly, said": the apposition is the name.
      if before.mention == nil, !words.has(open + 1, [.cite, .preposition, .relative]),
        let inner = read(leftFrom: comma, to: open + 1), let mention = inner.mention,
        words.mentions[mention].type == .person
      {
        before.apposition = before.tokens
        before.head = inner.head
        before.mention = mention
      } else if before.mention == nil, let mention = bodyName(open + 1..<comma) {
        before.apposition = before.tokens
        (before.head, before.mention) = (words.mentions[mention].tokens, mention)
      }
      return before
    }
    return nil
  }

  /// The name that an apposition is, quotation marks aside: «Крупнейшая группировка, *«Бригады Леванта»*, отвергла».
  private func bodyName(_ range: Range<Int>) -> Int? {
    guard let i = range.first(where: { words.mentionAt[$0] >= 0 }) else { return nil }
    let mention = words.mentions[words.mentionAt[i]]
    guard mention.type == .organization, range.allSatisfy({ mention.tokens.contains($0) || words.isQuote($0) }) else {
      return nil
    }
    return words.mentionAt[i]
  }

  func read(leftFrom end: Int, to lower: Int) -> NounPhrase? {
    var i = end
    while i > lower {
      let t = i - 1
      if let mention = words.mention(at: t) {
        i = max(lower, mention.tokens.lowerBound)
        continue
      }
      if words.tokens[t].kind == .mark {
        if words.isMark(t, ["'s", "’s", "%", "№", "'"]) { i = t; continue }
        if words.isQuote(t), let open = openingQuote(before: t, lower) { i = open; continue }
        if words.isMark(t, ["."]), t > lower, words.tokens[t].span.start == words.tokens[t - 1].span.end, i < end,
          words.tokens[t - 1].key.count <= 3
        {
          i = t
          continue
        }
        if words.isComma(t), joinsNames(at: t, lower) { i = t; continue }
        break
      }
      if words.has(t, .pronoun), !words.has(t, .possessive) || t == end - 1 {
        if i == end { return pronoun(at: t) }
        break
      }
      if words.has(t, .joiner) {
        if i < end, t > lower,
          words.mentionAt[t - 1] >= 0 || words.has(t - 1, .actor) || words.tokens[t - 1].shape == .title
        {
          i = t
          continue
        }
        break
      }
      if words.has(t, [.subordinator, .relative]), !words.has(t, [.preposition, .determiner, .people, .body]) {
        break
      }
      if words.has(t, .auxiliary) || (words.has(t, .verb) && !words.has(t, [.people, .body])) { break }
      if words.has(t, .conjunction), !words.has(t, .adverb) { break }
      i = t
    }
    guard i < end else { return nil }
    return trimmed(i..<end)
  }

  /// Cuts adverbials off the front: "In Geneva", "on Friday", «после встречи».
  private func trimmed(_ range: Range<Int>) -> NounPhrase? {
    var start = range.lowerBound
    var preposition: Int?
    while start < range.upperBound {
      if words.mentionAt[start] >= 0 { break }
      if words.has(start, .preposition), !words.has(start, .determiner) {
        var j = start + 1
        while j < range.upperBound, words.has(j, [.time, .determiner, .adverb]) || words.tokens[j].kind == .number,
          words.mentionAt[j] < 0
        { j += 1 }
        if let time = (start + 1..<max(start + 1, j)).last(where: { words.has($0, .time) }), time + 1 < range.upperBound
        {
          start = time + 1
          continue
        }
        // The prepositional phrase ends with its name or where another phrase opens.
        var k = j
        while k < range.upperBound {
          if let mention = words.mention(at: k) { k = mention.tokens.upperBound; break }
          if k > j, words.has(k, .determiner) || words.tokens[k].shape == .title { break }
          k += 1
        }
        if k < range.upperBound, !words.has(k, .link) || words.mentionAt[k] >= 0, !words.isMark(k, ["'s", "’s"]) {
          start = k
          continue
        }
        preposition = start
        start += 1
        break
      }
      let isTime = words.has(start, .time) && words.mentionAt[start] < 0
      if words.has(start, [.adverb, .conjunction, .that]) || isTime || words.isComma(start) || words.isDash(start),
        !words.has(start, [.determiner, .actor]), start + 1 < range.upperBound
      {
        start += 1
        continue
      }
      break
    }
    guard start < range.upperBound, var phrase = describe(start..<range.upperBound) else { return nil }
    phrase.preposition = preposition
    return phrase
  }

  private func openingQuote(before t: Int, _ lower: Int) -> Int? {
    var i = t - 1
    while i >= lower, t - i < 8 {
      if words.isQuote(i) { return i }
      if words.isStop(i) || words.isComma(i) { return nil }
      i -= 1
    }
    return nil
  }

  /// A comma between two names: «Египет, Иордания и Ирак».
  func joinsNames(at comma: Int, _ lower: Int) -> Bool {
    guard comma > lower, comma + 1 < words.tokens.count, let left = words.mention(at: comma - 1),
      let right = words.mention(at: comma + 1), left.type == right.type
    else { return false }
    let after = right.tokens.upperBound
    return after < words.tokens.count
      && (words.has(after, .joiner) || (words.isComma(after) && joinsNames(at: after, lower)))
  }
}
