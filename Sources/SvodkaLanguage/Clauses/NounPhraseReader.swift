import SvodkaKit

/// Reads noun phrases off the words round a verb, without a parser: to the left of a place or to the right of it.
public struct NounPhraseReader {
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
      // «совет старейшин *Бугенвиля*», "the delegation of …": a body of somebody's.
      let front = range.lowerBound..<max(range.lowerBound, mention.tokens.lowerBound)
      let isOfBody =
        front.contains { words.mentionAt[$0] < 0 && words.has($0, .body) }
        && !front.contains { words.has($0, .people) || words.isMark($0, ["'s", "’s", "'"]) }
      // "the *Assad* government": whose it is, or of which people.
      let behind = mention.tokens.upperBound..<max(mention.tokens.upperBound, range.upperBound)
      let isBefore = behind.contains {
        words.mentionAt[$0] < 0 && words.has($0, [.body, .people])
      }
      if mention.type == .person, !governed, !owns, !isOfBody, !isBefore {
        (phrase.head, phrase.mention) = (mention.tokens, words.mentionAt[i])
        return phrase
      }
      i = mention.tokens.lowerBound - 1
    }
    return phrase
  }

  func pronoun(at t: Int) -> NounPhrase {
    NounPhrase(tokens: t..<t + 1, head: t..<t + 1, mention: nil, isPronoun: true)
  }
}
