import SvodkaKit
import SvodkaLanguage

/// Who is meant by a noun where the document names them elsewhere.
extension StanceAssembly {
  /// The holder by name, where a description stands for one: "the Turkish Cypriot leader", «группировка ХАМАС», "the rebels" of
  /// "Ivory Coast rebels".
  func identified(_ phrase: NounPhrase, among found: [StanceFinder.Found]) -> NounPhrase {
    guard phrase.mention == nil, !phrase.isPronoun else { return phrase }
    return body(named: phrase) ?? titled(phrase) ?? sameNoun(phrase, found) ?? phrase
  }

  /// «палестинское движение *ХАМАС*»: a body behind the noun for what it is.
  private func body(named phrase: NounPhrase) -> NounPhrase? {
    var last = phrase.tokens.upperBound - 1
    if words.base.isQuote(last), last > phrase.tokens.lowerBound { last -= 1 }
    guard let mention = words.base.mention(at: last), mention.type == .organization,
      mention.tokens.upperBound == last + 1, mention.tokens.lowerBound > phrase.tokens.lowerBound
    else { return nil }
    var noun = mention.tokens.lowerBound - 1
    if words.base.isQuote(noun), noun > phrase.tokens.lowerBound { noun -= 1 }
    guard words.has(noun, .generic), words.base.mentionAt[noun] < 0 else { return nil }
    return named(words.base.mentionAt[last])
  }

  /// "the *Turkish Cypriot leader*" after "Turkish Cypriot leader Rauf Denktash": a person by the title told before the name.
  private func titled(_ phrase: NounPhrase) -> NounPhrase? {
    var bare = phrase.tokens
    while bare.count > 1, words.base.has(bare.lowerBound, .determiner) { bare = bare.dropFirst() }
    guard (1...4).contains(bare.count), bare.count < phrase.tokens.count || words.lexicon.inversion && bare.count > 1,
      bare.last.map({ words.base.has($0, .people) }) ?? false
    else { return nil }
    let keys = bare.map { stem($0) }
    var person: Int?
    for (number, mention) in words.base.mentions.enumerated() where mention.type == .person {
      guard mention.tokens.upperBound <= phrase.tokens.lowerBound else { continue }
      let start = mention.tokens.lowerBound - keys.count
      if start >= 0, zip(start..<mention.tokens.lowerBound, keys).allSatisfy({ stem($0) == $1 }) { person = number }
      var next = mention.tokens.upperBound
      guard next < words.base.tokens.count, words.base.isComma(next) else { continue }
      next += 1
      while next < words.base.tokens.count, words.base.has(next, .determiner), words.base.mentionAt[next] < 0 {
        next += 1
      }
      if next + keys.count <= phrase.tokens.lowerBound,
        zip(next..<next + keys.count, keys).allSatisfy({ stem($0) == $1 })
      {
        person = number
      }
    }
    return person.map { named($0) }
  }

  /// "the rebels" after "Ivory Coast rebels": the same noun, told more fully before.
  private func sameNoun(_ phrase: NounPhrase, _ found: [StanceFinder.Found]) -> NounPhrase? {
    var bare = phrase.tokens
    while bare.count > 1, words.base.has(bare.lowerBound, .determiner) { bare = bare.dropFirst() }
    guard bare.count == 1, let noun = bare.first, words.base.tokens[noun].shape != .upper else { return nil }
    return found.map(\.holder).first { other in
      other.mention == nil && other.tokens.upperBound <= phrase.tokens.lowerBound && other.tokens.count > bare.count
        && head(of: other).map { stem($0) == stem(noun) } ?? false
        && !words.base.has(other.tokens.lowerBound, .possessive)
        && other.tokens.contains { words.base.mentionAt[$0] >= 0 || words.base.tokens[$0].shape == .title }
    }
  }

  /// The noun of a phrase: the last word before a preposition.
  private func head(of phrase: NounPhrase) -> Int? {
    let end = phrase.tokens.first { words.base.has($0, .preposition) && words.base.mentionAt[$0] < 0 }
    let last = (end ?? phrase.tokens.upperBound) - 1
    return last >= phrase.tokens.lowerBound && words.base.mentionAt[last] < 0 ? last : nil
  }

  /// Words of one noun or adjective in different cases.
  private func stem(_ i: Int) -> Substring {
    let key = words.base.tokens[i].key
    return words.lexicon.inversion && key.count > 4 ? key.prefix(key.count - 2) : Substring(key)
  }

  private func named(_ mention: Int) -> NounPhrase {
    let tokens = words.base.mentions[mention].tokens
    return NounPhrase(tokens: tokens, head: tokens, mention: mention, isPronoun: false)
  }
}
