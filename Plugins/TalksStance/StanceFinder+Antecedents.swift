import SvodkaKit
import SvodkaLanguage
import SvodkaNames

/// Whom pronouns and nouns without a name mean.
extension StanceFinder {
  /// Those whom a pronoun may mean: the last of the subjects and speakers so far.
  struct Salient {
    /// The last person.
    var person: NounPhrase?
    /// The last person who is no pronoun.
    var named: NounPhrase?
    /// The last that is neither a person nor the target.
    var group: NounPhrase?
  }

  /// Keeps in mind whom a clause is about, or who spoke.
  mutating func recall(_ phrase: NounPhrase) {
    if holders.antecedents.isPerson(phrase) {
      salient.person = phrase
      if !phrase.isPronoun { salient.named = phrase }
    } else if !words.targets(near: phrase.tokens).contains(where: {
      $0.tokens.overlaps(phrase.tokens) && $0.kind != .place
    }) {
      salient.group = phrase
    }
  }

  func startsWithPossessive(_ phrase: NounPhrase) -> Bool {
    phrase.mention == nil && words.base.has(phrase.tokens.lowerBound, .possessive)
      && !phrase.tokens.contains { words.base.mentionAt[$0] >= 0 }
  }

  func isGeneric(_ phrase: NounPhrase) -> Bool {
    phrase.mention == nil && phrase.tokens.count <= 2 && phrase.tokens.contains { words.has($0, .generic) }
  }

  /// The body that "the front" means: the last one named, its own name with that word in it first.
  func bodyBefore(_ holder: NounPhrase) -> NounPhrase? {
    let named = words.base.mentions.indices.lazy.filter {
      let mention = words.base.mentions[$0]
      return mention.type == .organization && mention.tokens.upperBound <= holder.tokens.lowerBound
        && !mention.tokens.contains { words.base.has($0, .medium) } && !holders.media.contains($0)
    }
    let nouns = holder.tokens.filter { words.has($0, .generic) }.map { words.base.tokens[$0].key.prefix(5) }
    let fitting = named.last { index in
      words.base.mentions[index].tokens.contains { i in nouns.contains { words.base.tokens[i].key.hasPrefix($0) } }
    }
    guard let index = fitting ?? named.last else { return acronym(before: holder.tokens.lowerBound) }
    let tokens = words.base.mentions[index].tokens
    return NounPhrase(tokens: tokens, head: tokens, mention: index, isPronoun: false)
  }

  /// A body that only its capitals show to be one.
  private func acronym(before end: Int) -> NounPhrase? {
    let last = (0..<end).last {
      words.base.mentionAt[$0] < 0 && words.base.tokens[$0].kind == .word && words.base.tokens[$0].shape == .upper
        && words.base.tokens[$0].key.count > 2
    }
    return last.map { NounPhrase(tokens: $0..<$0 + 1, head: $0..<$0 + 1, mention: nil, isPronoun: false) }
  }

  func isDeputy(_ phrase: NounPhrase) -> Bool {
    phrase.mention == nil && phrase.tokens.contains { words.has($0, .deputy) }
      && !phrase.tokens.contains { words.base.mentionAt[$0] >= 0 }
  }

  func isBodyOrPlace(_ phrase: NounPhrase) -> Bool {
    phrase.mention.map { words.base.mentions[$0].type != .person } ?? false
  }

  /// True within quotation marks that opened in this sentence or stand before it.
  func isQuoted(_ clause: Clause) -> Bool {
    let sentence = words.sentences[clause.sentence].tokens
    return (sentence.lowerBound...clause.tokens.lowerBound).contains { words.base.isQuote($0) }
  }

  /// Whoever spoke last before a quotation that names no speaker.
  func lastSource(_ clause: Clause) -> NounPhrase? {
    holders.attributions(in: clause.sentence - 2..<clause.sentence).last { $0.kind != .reported }.map {
      holders.phrase(of: $0)
    }
  }

  /// Whom a pronoun or a possessive means.
  func antecedent(of phrase: NounPhrase, _ speaker: Attribution?, _ clause: Clause) -> NounPhrase? {
    let first = phrase.tokens.lowerBound
    if words.base.has(first, .speaker) {
      return speaker.map { holders.phrase(of: $0) } ?? (isQuoted(clause) ? lastSource(clause) : nil)
        ?? phrase.apposition.flatMap { holders.reader.describe($0) }.flatMap { holders.canHold($0) ? $0 : nil }
    }
    let source = speaker.map { holders.phrase(of: $0) }
    if words.base.has(first, .person), !words.base.has(first, .group) {
      if let source, holders.antecedents.isPerson(source) { return source }
      return holders.antecedents.person(at: first, sentence: clause.sentence, sources: salient.named.map { [$0] } ?? [])
        ?? salient.group
    }
    if let source, !holders.antecedents.isPerson(source) { return source }
    if let group = salient.group { return group }
    if words.base.has(first, .possessive), let body = bodyBefore(phrase) { return body }
    return source ?? salient.person
  }

  /// Each of several holders joined by a conjunction.
  func split(_ phrase: NounPhrase) -> [NounPhrase] {
    guard phrase.mention == nil || phrase.head != phrase.tokens else { return [phrase] }
    var parts: [Range<Int>] = []
    var start = phrase.tokens.lowerBound
    for i in phrase.tokens where words.base.mentionAt[i] < 0 && (words.base.has(i, .joiner) || words.base.isComma(i)) {
      if i > start { parts.append(start..<i) }
      start = i + 1
    }
    if start < phrase.tokens.upperBound { parts.append(start..<phrase.tokens.upperBound) }
    guard parts.count > 1, parts.contains(where: { holders.reader.names($0) }),
      parts.allSatisfy({ holders.reader.names($0) || words.base.tokens[$0.lowerBound].shape == .title }),
      parts.allSatisfy({ holders.reader.describe($0).map(holders.canHold) ?? false || $0.count == 1 })
    else { return [phrase] }
    return parts.compactMap { holders.reader.describe($0) }
  }
}
