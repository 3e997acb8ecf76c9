import SvodkaKit
import SvodkaLanguage

/// Those who hold a stance without being the subject: owners, judges, speakers.
extension HolderReader {
  /// Who owns a noun of attitude: "Ankara's call for", «призыв Оджалана», "an invitation by the junta".
  func owner(of element: StanceWords.Element, in clause: Clause) -> NounPhrase? {
    let (start, end) = (element.tokens.lowerBound, element.tokens.upperBound)
    let lower = words.sentences[clause.sentence].tokens.lowerBound
    if start - 2 >= lower, words.ownsBefore(start - 1) {
      return reader.phrase(before: start - 1, notBefore: lower).flatMap { canHold($0) && !$0.isPronoun ? $0 : nil }
    }
    guard end < clause.tokens.upperBound else { return nil }
    if words.ownsAfter(end), let phrase = reader.phrase(after: end + 1, notAfter: clause.tokens.upperBound),
      canHold(phrase),
      !phrase.isPronoun,
      !words.targets(near: phrase.tokens).contains(where: { $0.tokens.overlaps(phrase.tokens) && $0.kind != .place })
    {
      return phrase.preposition == nil ? phrase : nil
    }
    if words.lexicon.inversion, let mention = words.base.mention(at: end) {
      return reader.describe(mention.tokens)
    }
    if words.lexicon.inversion, words.base.has(end, [.people, .body]),
      let phrase = reader.phrase(after: end, notAfter: clause.tokens.upperBound),
      phrase.preposition == nil, phrase.tokens.count <= 8
    {
      // «отказ *премьер-министра Армении Никола Пашиняна*»
      if phrase.mention != nil { return phrase }
      let name = end + 1 < words.base.tokens.count ? words.base.mention(at: end + 1) : nil
      let next = name.map { end..<$0.tokens.upperBound } ?? end..<end + 1
      return phrase.tokens.count <= 4 || next.count > 1 ? reader.describe(next) : nil
    }
    return nil
  }

  // MARK: - Judges and others

  /// "neither *Oslo* nor *the junta*": each of those who are denied together.
  func deniedTogether(_ holder: NounPhrase, _ clause: Clause) -> [NounPhrase]? {
    let marks = clause.tokens.filter { words.has($0, .correlative) && words.base.mentionAt[$0] < 0 }
    guard marks.count > 1, let first = marks.first, let last = marks.last else { return nil }
    let verb = (last + 1..<clause.tokens.upperBound).first { i in
      words.base.mentionAt[i] < 0
        && (words.base.has(i, .verb) && !words.base.has(i, .actor) || words.has(i, .negator)
          || words.base.has(i, [.adverb, .time]))
        || words.elements(near: i..<i + 1).contains { $0.tokens.contains(i) && !$0.isNominal }
    }
    guard let verb, verb > last + 1, holder.tokens.lowerBound >= first, holder.tokens.lowerBound < verb else {
      return nil
    }
    let parts = zip(marks, marks.dropFirst() + [verb]).compactMap { mark, end -> NounPhrase? in
      let upper = words.base.isComma(end - 1) ? end - 1 : end
      return upper > mark + 1 ? reader.describe(mark + 1..<upper) : nil
    }
    return parts.count == marks.count && parts.allSatisfy(canHold) ? parts : nil
  }

  /// «*Пекину* нужен диалог»: who is in need of the target.
  func experiencer(_ elements: [StanceWords.Element], in clause: Clause) -> NounPhrase? {
    for element in elements where words.has(element.tokens.lowerBound, .experienced) {
      var i = element.tokens.lowerBound - 1
      while i >= clause.tokens.lowerBound, words.base.mentionAt[i] < 0,
        words.has(i, .negator) || words.base.has(i, [.adverb, .auxiliary])
      { i -= 1 }
      guard i >= clause.tokens.lowerBound, let mention = words.base.mention(at: i) else { continue }
      let first = mention.tokens.lowerBound
      if first > clause.tokens.lowerBound, words.base.has(first - 1, .preposition) { continue }
      return reader.describe(mention.tokens)
    }
    return nil
  }

  /// "*For the hawks* any truce is a gift": whose judgement it is.
  func judge(of clause: Clause) -> NounPhrase? {
    let first = clause.tokens.lowerBound
    guard words.has(first, .opinion), words.base.has(first, .preposition) else { return nil }
    return usable(reader.phrase(after: first + 1, notAfter: clause.tokens.upperBound), clause)
  }

  /// «Единственным *противником* диалога оставался Караджич»: the name behind a subject that is itself the attitude.
  func named(behind own: NounPhrase, _ clause: Clause, _ elements: [StanceWords.Element]) -> NounPhrase? {
    guard words.lexicon.inversion, own.mention == nil, elements.contains(where: { own.tokens.overlaps($0.tokens) }),
      let verb = clause.tokens.last(where: { words.base.has($0, .verb) && words.base.mentionAt[$0] < 0 })
    else { return nil }
    return usable(reader.phrase(after: verb + 1, notAfter: clause.tokens.upperBound), clause)
  }

  /// Someone whom a clause without a subject before its verb is about: the owner of its subject, or who stands behind its verb.
  func leading(_ clause: Clause) -> NounPhrase? {
    guard let verb = firstVerb(clause.tokens) else { return nil }
    if let phrase = reader.phrase(before: verb, notBefore: clause.tokens.lowerBound), !phrase.isPronoun {
      guard let mention = phrase.tokens.first.flatMap({ words.base.mention(at: $0) }) else { return nil }
      return reader.describe(mention.tokens)
    }
    guard words.lexicon.inversion, let phrase = reader.phrase(after: verb + 1, notAfter: clause.tokens.upperBound),
      phrase.preposition == nil, !phrase.isPronoun, canHold(phrase)
    else { return nil }
    return phrase
  }

  /// The body that a nameless spokesman speaks for: "a spokesman for *the rebels*", "the army's spokesman".
  func spokenFor(by phrase: NounPhrase) -> NounPhrase? {
    guard phrase.mention.map({ words.base.mentions[$0].type != .person }) ?? true,
      let voice = phrase.tokens.first(where: { words.has($0, .spokesman) && words.base.mentionAt[$0] < 0 })
    else { return nil }
    var start = voice + 1
    while start < phrase.tokens.upperBound, words.base.has(start, .preposition) || words.has(start, .spokesman) {
      start += 1
    }
    if start < phrase.tokens.upperBound {
      return reader.describe(start..<phrase.tokens.upperBound).flatMap { canHold($0) ? $0 : nil }
    }
    var end = voice
    while end > phrase.tokens.lowerBound, words.ownsBefore(end - 1) { end -= 1 }
    guard end > phrase.tokens.lowerBound else { return nil }
    return reader.describe(phrase.tokens.lowerBound..<end).flatMap { reader.names($0.tokens) ? $0 : nil }
  }

  // MARK: - Speakers

  /// The attribution whose content holds a stretch: the shortest, an original source before a medium.
  func speaker(of range: Range<Int>) -> Attribution? {
    let span = words.base.tokens[range.lowerBound].span
    return attributions(over: span).filter {
      $0.content.contains(span) && !$0.source.overlaps(span) && $0.kind != .reported
        && !$0.sourceTokens.allSatisfy { words.base.has($0, .medium) }
    }
    .min { ($0.content.length, $0.cue) < ($1.content.length, $1.cue) }
  }

  /// Whose turn it is in an interview: "*Marin:* Why not? I have always been for contacts."
  func turn(at sentence: Int) -> Attribution? {
    guard
      let label = attributions(in: max(0, sentence - 8)..<sentence).last(where: { one in
        let next = one.sourceTokens.upperBound
        return next < words.base.tokens.count && words.base.tokens[next].key == ":"
          && words.sentences[one.sentence].tokens.lowerBound == one.sourceTokens.lowerBound
      }), words.sentences[label.sentence].paragraph == words.sentences[sentence].paragraph
    else { return nil }
    return label
  }

  /// "the *High Council* of the opposition".
  private func bodyInFront(of tokens: Range<Int>) -> NounPhrase? {
    guard let first = tokens.first(where: { words.base.mentionAt[$0] >= 0 || !words.base.has($0, .determiner) }),
      let mention = words.base.mention(at: first), mention.type == .organization, mention.tokens.lowerBound == first,
      mention.tokens.upperBound < tokens.upperBound, words.base.has(mention.tokens.upperBound, .link),
      words.base.has(mention.tokens.upperBound, .preposition)
    else { return nil }
    return NounPhrase(
      tokens: tokens, head: mention.tokens, mention: words.base.mentionAt[first], isPronoun: false)
  }

  /// The source of an attribution as a phrase, with its possessive: "his aide", "Hezbollah's deputy leader".
  func phrase(of attribution: Attribution) -> NounPhrase {
    var tokens = attribution.sourceTokens
    if let verb = tokens.dropFirst().first(where: { words.base.mentionAt[$0] < 0 && words.base.has($0, .predicate) }) {
      tokens = tokens.lowerBound..<verb
    }
    let before = tokens.lowerBound - 1
    if attribution.mention == nil || attribution.mention.map({ words.base.mentions[$0].tokens != tokens }) ?? false,
      before >= 0
    {
      if words.base.has(before, .possessive), words.base.mentionAt[before] < 0 { tokens = before..<tokens.upperBound }
      if before > 0, words.ownsBefore(before), let owner = words.base.mention(at: before - 1) {
        tokens = owner.tokens.lowerBound..<tokens.upperBound
      }
    }
    if let mention = attribution.mention, words.base.mentions[mention].tokens == tokens {
      return NounPhrase(tokens: tokens, head: tokens, mention: mention, isPronoun: false)
    }
    if let body = bodyInFront(of: tokens) { return body }
    return reader.describe(tokens) ?? NounPhrase(tokens: tokens, head: tokens, mention: nil, isPronoun: false)
  }
}
