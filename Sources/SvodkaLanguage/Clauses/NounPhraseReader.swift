import SvodkaKit

/// Reads noun phrases off the words round a verb, without a parser: to the left of a place or to the right of it.
public struct NounPhraseReader: Sendable {
  /// The words.
  public let words: ClauseWords

  /// Reads over words.
  public init(_ words: ClauseWords) { self.words = words }

  /// The phrase that ends just before `end`, adverbs, auxiliaries and words of time between passed over.
  public func phrase(before end: Int, notBefore lower: Int) -> NounPhrase? {
    let end = skippingLeft(from: end, to: lower)
    guard end > lower else { return nil }
    if words.isComma(end - 1) || words.isDash(end - 1) {
      return phraseWithApposition(before: end - 1, notBefore: lower)
    }
    return read(leftFrom: end, to: lower)
  }

  /// The phrase that starts at `start`, addressees, adverbs and words of time passed over.
  public func phrase(after start: Int, notAfter upper: Int) -> NounPhrase? {
    var i = skippingRight(from: start, to: upper)
    var preposition: Int?
    if i < upper, words.has(i, .preposition), words.mentionAt[i] < 0 {
      preposition = i
      i += 1
    }
    guard let end = end(ofPhraseAt: i, to: upper), var phrase = describe(i..<end) else { return nil }
    phrase.preposition = preposition
    if end + 1 < upper, words.isComma(end), !words.has(end + 1, [.that, .relative, .subordinator, .conjunction]),
      let close = (end + 1..<min(upper, end + 14)).first(where: {
        words.isComma($0) || words.isStop($0) || words.isDash($0)
      }),
      words.mentionAt[end + 1] >= 0 || (end + 1..<close).contains(where: { words.has($0, .actor) }),
      !(end + 1..<close).contains(where: { words.has($0, .verb) })
    {
      phrase.apposition = end + 1..<close
      if phrase.mention == nil, let named = describe(end + 1..<close), let mention = named.mention,
        words.mentions[mention].type == .person
      {
        phrase.apposition = phrase.tokens
        (phrase.head, phrase.mention) = (named.head, named.mention)
      }
    }
    return phrase
  }

  // MARK: - Leftwards

  private func skippingLeft(from end: Int, to lower: Int) -> Int {
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

  private func phraseWithApposition(before comma: Int, notBefore lower: Int) -> NounPhrase? {
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

  private func read(leftFrom end: Int, to lower: Int) -> NounPhrase? {
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
        let isTime = j > start + 1 && words.has(j - 1, .time) && j < range.upperBound
        if isTime { start = j; continue }
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
  private func joinsNames(at comma: Int, _ lower: Int) -> Bool {
    guard comma > lower, comma + 1 < words.tokens.count, let left = words.mention(at: comma - 1),
      let right = words.mention(at: comma + 1), left.type == right.type
    else { return false }
    let after = right.tokens.upperBound
    return after < words.tokens.count
      && (words.has(after, .joiner) || (words.isComma(after) && joinsNames(at: after, lower)))
  }

  private func pronoun(at t: Int) -> NounPhrase {
    NounPhrase(tokens: t..<t + 1, head: t..<t + 1, mention: nil, isPronoun: true)
  }

  // MARK: - Rightwards

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

  private func end(ofPhraseAt start: Int, to upper: Int) -> Int? {
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

  // MARK: - Heads

  /// True when the tokens name someone or hold a noun for one.
  public func names(_ range: Range<Int>) -> Bool {
    range.contains { words.mentionAt[$0] >= 0 || words.has($0, .actor) }
  }

  /// Names a phrase by its head.
  public func describe(_ range: Range<Int>) -> NounPhrase? {
    var range = range
    while let last = range.last, words.mentionAt[last] < 0,
      words.tokens[last].kind == .mark && !words.isQuote(last)
        || range.count > 1 && words.has(last, .adverb) && !words.has(last, [.actor, .pronoun, .determiner])
    {
      range = range.lowerBound..<last
    }
    guard let first = range.first else { return nil }
    if range.count == 1, words.mentionAt[first] < 0, words.has(first, .pronoun) { return pronoun(at: first) }
    var phrase = NounPhrase(tokens: range, head: range, mention: nil, isPronoun: false)
    var bare = first
    while bare + 1 < range.upperBound, words.mentionAt[bare] < 0, words.has(bare, .determiner) { bare += 1 }
    if let mention = words.mention(at: bare), mention.tokens.upperBound >= range.upperBound {
      (phrase.head, phrase.mention) = (mention.tokens, words.mentionAt[bare])
      return phrase
    }
    // The last person's name is the head, unless a preposition, a possessive or a noun of relation governs it.
    var i = range.upperBound - 1
    while i >= range.lowerBound {
      guard let mention = words.mention(at: i) else {
        i -= 1
        continue
      }
      let before = mention.tokens.lowerBound - 1
      let governed =
        before >= range.lowerBound
        && (words.has(before, [.preposition, .relational]) || words.isComma(before) || words.has(before, .joiner))
      let owns =
        mention.tokens.upperBound < range.upperBound && words.isMark(mention.tokens.upperBound, ["'s", "’s", "'"])
      if mention.type == .person, !governed, !owns {
        (phrase.head, phrase.mention) = (mention.tokens, words.mentionAt[i])
        return phrase
      }
      i = mention.tokens.lowerBound - 1
    }
    return phrase
  }
}
