import SvodkaKit
import SvodkaLanguage

/// Finds whose clause it is: its subject, the owner of a noun, or whoever speaks.
struct HolderReader {
  let words: StanceWords
  let reader: NounPhraseReader
  let antecedents: Antecedents
  /// In text order.
  private let attributions: [Attribution]
  private let contents: RangeIndex
  /// The mentions that only pass on what others say.
  let media: Set<Int>

  init(words: StanceWords, attributions: [Attribution]) {
    self.words = words
    self.attributions = attributions
    contents = RangeIndex(attributions.map(\.content.range))
    media = Set(attributions.filter { $0.kind == .reported }.compactMap(\.mention))
    reader = NounPhraseReader(words.base)
    antecedents = Antecedents(words: words.base, sentences: words.sentences)
  }

  /// Who speaks in some sentences.
  func attributions(in sentences: Range<Int>) -> ArraySlice<Attribution> {
    let start = attributions.firstPlace { $0.sentence >= sentences.lowerBound }
    return attributions[start..<attributions.firstPlace { $0.sentence >= sentences.upperBound }]
  }

  /// Who speaks of what shares some of a stretch.
  func attributions(over span: TextSpan) -> [Attribution] { contents.overlapping(span.range).map { attributions[$0] } }

  /// "the Houthis": a name that no table knows.
  func looksNamed(_ phrase: NounPhrase, _ head: Range<Int>) -> Bool {
    head.contains { i in
      [.title, .upper, .mixed].contains(words.base.tokens[i].shape) && i > 0
        && !words.base.isStop(i - 1) && !words.base.isQuote(i - 1)
        && !words.base.has(i, [.time, .determiner, .adverb, .preposition])
        && !words.opensSentence(i)
    } && !words.targets(near: phrase.tokens).contains { $0.tokens.overlaps(phrase.tokens) }
  }

  /// True for a phrase that can hold a stance: someone, not what someone has.
  func canHold(_ phrase: NounPhrase) -> Bool {
    if phrase.mention == nil,
      let mark = phrase.tokens.last(where: { words.ownsBefore($0) && words.base.mentionAt[$0] < 0 }),
      mark + 1 < phrase.tokens.upperBound, !reader.names(headRange(behind: mark, phrase))
    {
      return false
    }
    if phrase.isPronoun || phrase.mention != nil { return true }
    if phrase.preposition == nil, let last = phrase.tokens.last, words.base.has(last, .preposition) { return false }
    // Who stands behind a preposition is not whom the phrase is about: "the price of oil in Iraq"; but "one of the leaders".
    let head = phrase.tokens.prefix { i in
      words.base.mentionAt[i] >= 0 || !words.base.has(i, .preposition)
        || i > phrase.tokens.lowerBound && words.base.has(i - 1, .determiner)
    }
    return looksNamed(phrase, head)
      || head.contains {
        words.base.has($0, [.people, .body]) || words.has($0, .collective) || words.base.mentionAt[$0] >= 0
          || words.lexicon.isPeople(words.base.tokens[$0].key)
      }
  }

  /// What an owner has, up to a preposition: the offer of "Seoul's offer of Red Cross talks".
  func headRange(behind mark: Int, _ phrase: NounPhrase) -> Range<Int> {
    let end = (mark + 1..<phrase.tokens.upperBound).first {
      words.base.has($0, .preposition) && words.base.mentionAt[$0] < 0
    }
    return mark + 1..<(end ?? phrase.tokens.upperBound)
  }

  /// The first word of the clause that is a verb, as far as the lexicons know.
  func firstVerb(_ range: Range<Int>) -> Int? {
    range.first { i in
      if words.base.mentionAt[i] >= 0 { return false }
      if words.base.has(i, .verb), !words.base.has(i, .actor) { return true }
      if words.has(i, .negator), !words.has(i, .correlative), !words.base.has(i, [.determiner, .preposition]),
        !words.has(i, .noOne)
      {
        return true
      }
      return words.elements(near: i..<i + 1).contains {
        $0.tokens.lowerBound == i && !$0.isNominal && words.frame($0).kind != .judge
      } && !words.base.has(i, .actor)
    }
  }

  /// The subject that stands in the clause itself, or right before it when an aside divides the two.
  func subject(of clause: Clause, elements: [StanceWords.Element]) -> NounPhrase? {
    let sentence = words.sentences[clause.sentence].tokens
    var start = clause.tokens.lowerBound
    let opensWithParticiple =
      clause.opening == .participle
      || elements.first.map { $0.tokens.lowerBound == start && words.isParticiple($0) } ?? false
    guard let verb = firstVerb(clause.tokens) else {
      let end = clause.tokens.first {
        words.base.isComma($0) && $0 > 0 && words.base.mentionAt[$0 - 1] < 0 || words.base.isStop($0)
      }
      return reader.describe(clause.tokens.lowerBound..<(end ?? clause.tokens.upperBound)).flatMap {
        clause.tokens.count < 18 && canHold($0) ? $0 : nil
      }
    }
    if start > sentence.lowerBound, words.base.isQuote(start - 1) { start -= 1 }
    if start < verb, words.base.has(start, .that), words.base.mentionAt[start] < 0 { start += 1 }
    if !opensWithParticiple, verb > start, let found = phrase(before: verb, notBefore: start, clause) { return found }
    if clause.opening == .relative, words.has(clause.tokens.lowerBound, .whereabouts) { return nil }
    if clause.opening == .relative {
      return start > sentence.lowerBound
        ? usable(reader.phrase(before: start - 1, notBefore: sentence.lowerBound), clause) : nil
    }
    if !opensWithParticiple, verb == start || isAdverbial(start..<verb), start > sentence.lowerBound,
      words.base.isComma(start - 1) || words.base.isDash(start - 1),
      let found = usable(reader.phrase(before: start, notBefore: sentence.lowerBound), clause), found.apposition != nil
    {
      return found
    }
    guard words.lexicon.inversion else { return nil }
    if let found = inside(clause, before: verb) { return found }
    // A subject between the words of the clause, or behind the verb: «отказываться Киев не намерен».
    var lower = verb
    for i in clause.tokens where i > verb && words.base.mentionAt[i] < 0 && words.base.has(i, .verb) {
      if words.lexicon.isInfinitive(words.base.tokens[verb].key),
        let found = phrase(before: i, notBefore: lower + 1, clause),
        found.preposition == nil, found.tokens.upperBound > lower + 1,
        !words.base.has(max(lower, found.tokens.lowerBound - 1), .preposition)
      {
        return found
      }
      lower = i
    }
    return nil
  }

  /// «в политсовете их мнение не разделяют»: those in a body or a place, behind a verb in the plural.
  func inside(_ clause: Clause, before verb: Int) -> NounPhrase? {
    var i = clause.tokens.lowerBound
    while i < verb, words.base.has(i, [.conjunction, .adverb]), words.base.mentionAt[i] < 0,
      !words.base.has(i, .preposition)
    { i += 1 }
    guard i + 1 < verb, words.has(i, .inside), let found = usable(reader.phrase(after: i, notAfter: verb), clause),
      found.preposition != nil,
      found.mention == nil || !words.targets(near: found.tokens).contains(where: { $0.tokens.overlaps(found.tokens) })
    else { return nil }
    let isPlural = clause.tokens.contains { k in
      k >= verb && words.base.has(k, .predicate) && words.lexicon.isPlural(words.base.tokens[k].key)
    }
    return isPlural ? found : nil
  }

  /// The phrase before a verb; where it runs over the target or a word for it, what stands before that: «Сеул идею поддерживает».
  func phrase(before verb: Int, notBefore start: Int, _ clause: Clause) -> NounPhrase? {
    var end = verb
    for _ in 0..<2 {
      guard end > start, let phrase = reader.phrase(before: end, notBefore: start) else { return nil }
      let over = words.targets(near: phrase.tokens).first {
        phrase.tokens.overlaps($0.tokens) && $0.tokens.lowerBound > start
          && words.base.mentionAt[$0.tokens.lowerBound] < 0
          && $0.kind != .place
      }
      guard words.lexicon.inversion, let over, phrase.mention == nil || phrase.head == phrase.tokens else {
        return usable(phrase, clause)
      }
      // «предложение о переговорах *Пхеньян* отклонил»: the name right before the verb.
      if let mention = words.base.mention(at: end - 1), mention.tokens.lowerBound >= over.tokens.upperBound,
        mention.tokens.lowerBound > start, !words.base.has(mention.tokens.lowerBound - 1, .preposition)
      {
        return reader.describe(mention.tokens)
      }
      end = over.tokens.lowerBound
      while end > start, words.base.mentionAt[end - 1] < 0, words.base.has(end - 1, .preposition) { end -= 1 }
    }
    return nil
  }

  /// True when a subject that holds nothing stands before the verb: «большинство не ответило».
  func hasForeignSubject(_ clause: Clause) -> Bool {
    guard clause.opening == .main || clause.opening == .coordinate, let verb = firstVerb(clause.tokens),
      let phrase = reader.phrase(before: verb, notBefore: clause.tokens.lowerBound), phrase.preposition == nil,
      !phrase.isPronoun, phrase.tokens.lowerBound >= clause.tokens.lowerBound, !canHold(phrase)
    else { return false }
    return phrase.tokens.allSatisfy {
      words.base.tokens[$0].kind == .word && !words.base.has($0, [.preposition, .time, .adverb])
    }
      && !words.targets(near: phrase.tokens).contains { $0.tokens.overlaps(phrase.tokens) }
      && !words.elements(near: phrase.tokens).contains { $0.tokens.overlaps(phrase.tokens) }
  }

  /// The subject behind the verb («отверг Киев») or the agent ("by the junta").
  func subjectBehind(_ clause: Clause, elements: [StanceWords.Element]) -> NounPhrase? {
    let verb = elements.first { !$0.isNominal && words.frame($0).modal != true }?.tokens.lowerBound
    for i in clause.tokens where words.has(i, .agent) && i > verb ?? clause.tokens.lowerBound {
      if let found = usable(reader.phrase(after: i + 1, notAfter: clause.tokens.upperBound), clause),
        found.preposition == nil,
        found.mention != nil || !found.tokens.allSatisfy({ words.base.has($0, [.medium, .determiner]) })
      {
        return found
      }
    }
    guard words.lexicon.inversion else { return nil }
    for element in elements where !words.lexicon.isInfinitive(words.base.tokens[element.tokens.upperBound - 1].key) {
      if let found = usable(
        reader.phrase(after: element.tokens.upperBound, notAfter: clause.tokens.upperBound), clause),
        found.preposition == nil,
        !words.targets(near: found.tokens).contains(where: { $0.tokens.overlaps(found.tokens) && $0.kind != .anaphor })
      {
        return found
      }
    }
    return nil
  }

  func isAdverbial(_ range: Range<Int>) -> Bool {
    range.allSatisfy { words.base.has($0, [.adverb, .conjunction, .auxiliary, .time]) }
  }

  /// Cuts what stands behind a name and is no name: «Бельгийский МИД *вопрос*».
  func cut(_ phrase: NounPhrase) -> NounPhrase {
    guard words.lexicon.inversion, let last = phrase.tokens.last(where: { words.base.mentionAt[$0] >= 0 }),
      last + 1 < phrase.tokens.upperBound, !reader.names(last + 1..<phrase.tokens.upperBound),
      !words.base.isQuote(last + 1), var cut = reader.describe(phrase.tokens.lowerBound..<last + 1)
    else { return phrase }
    (cut.preposition, cut.apposition) = (phrase.preposition, phrase.apposition)
    return cut
  }

  /// Cuts adverbials behind a noun for someone: «Катарские посредники *всю*».
  func withoutTail(_ phrase: NounPhrase) -> NounPhrase {
    guard phrase.mention == nil, !phrase.isPronoun else { return phrase }
    var end = phrase.tokens.upperBound
    while end > phrase.tokens.lowerBound + 1, words.base.mentionAt[end - 1] < 0,
      words.base.has(end - 1, [.determiner, .adverb, .time])
        || words.base.tokens[end - 1].shape == .lower && words.lexicon.isAdverb(words.base.tokens[end - 1].key),
      !words.base.has(end - 1, [.actor, .preposition])
    {
      end -= 1
    }
    guard end < phrase.tokens.upperBound, var cut = reader.describe(phrase.tokens.lowerBound..<end) else {
      return phrase
    }
    (cut.preposition, cut.apposition) = (phrase.preposition, phrase.apposition)
    return cut
  }

  /// «*Решение* оппозиции»: what someone does is no one.
  func isDeed(_ phrase: NounPhrase) -> Bool {
    guard words.lexicon.inversion, phrase.mention == nil, !phrase.isPronoun else { return false }
    let first = phrase.tokens.lowerBound
    return words.base.mentionAt[first] < 0 && !words.base.has(first, [.people, .body])
      && words.elements(near: first..<first + 1).contains {
        $0.tokens.lowerBound == first && $0.isNominal && words.frame($0).kind == .noun
          && words.frame($0).name != "opponent"
      }
  }

  /// True when the case of its first noun says that the phrase is no subject: «курдов».
  func isOblique(_ phrase: NounPhrase) -> Bool {
    guard phrase.preposition == nil, !phrase.isPronoun else { return false }
    // Of names a model tells the case too badly: «Баку».
    if phrase.mention == nil, words.lexicon.inversion, let morphology = words.base.morphology,
      let told = phrase.tokens.first(where: { morphology[$0]["Case"] != nil }).flatMap({ morphology[$0]["Case"] }),
      ["Dat", "Ins", "Loc"].contains(told)
    {
      return true
    }
    guard phrase.mention == nil,
      let noun = phrase.tokens.first(where: { words.base.has($0, .actor) && words.base.mentionAt[$0] < 0 })
    else { return false }
    return words.lexicon.isOblique(words.base.tokens[noun].key)
  }

  func usable(_ phrase: NounPhrase?, _ clause: Clause) -> NounPhrase? {
    guard let phrase = phrase.map({ withoutTail(cut($0)) }), canHold(phrase),
      !words.base.has(phrase.tokens.lowerBound, .cite),
      !isOblique(phrase), !isDeed(phrase),
      phrase.tokens.count <= 16
    else { return nil }
    if let preposition = phrase.preposition {
      // «в *Женеву* едем»: where someone goes is no one who does.
      if let mention = phrase.mention, words.base.mentions[mention].type == .location,
        let last = phrase.head.last, words.base.tokens[last].shape == .title,
        words.lexicon.isDestination(words.base.tokens[last].key)
      {
        return nil
      }
      // «под эгидой ООН»: a case that no subject has, behind a preposition that says so.
      let first = words.base.tokens[phrase.tokens.lowerBound].key
      let isAdverbial =
        phrase.mention == nil && !words.has(preposition, .inside) && words.lexicon.isOblique(first)
      if !words.lexicon.inversion || isAdverbial { return nil }
    }
    // "*talks between the government and the rebels*": who takes part in them does nothing there.
    if phrase.mention == nil || phrase.head != phrase.tokens, !phrase.isPronoun, belongsToTarget(phrase) { return nil }
    // The target is no holder of a stance toward itself.
    if phrase.mention == nil, !phrase.isPronoun,
      words.targets(near: phrase.tokens).contains(where: { target in
        target.kind == .strong && target.tokens.overlaps(phrase.tokens)
          && words.base.mentionAt[target.tokens.lowerBound] < 0
      }),
      !phrase.tokens.contains(where: { i in
        words.base.has(i, .actor) || words.base.mention(at: i).map { $0.type != .location } ?? false
      })
    {
      return nil
    }
    return phrase
  }

  /// True when the phrase is the target with what a preposition ties to it.
  private func belongsToTarget(_ phrase: NounPhrase) -> Bool {
    words.targets(near: phrase.tokens).contains { target in
      let end = target.tokens.upperBound
      return target.kind == .strong && phrase.tokens.contains(target.tokens.lowerBound)
        && end < phrase.tokens.upperBound
        && words.base.has(end, .preposition) && words.base.mentionAt[target.tokens.lowerBound] < 0
        && !(phrase.tokens.lowerBound..<target.tokens.lowerBound).contains {
          words.base.mentionAt[$0] >= 0 || words.base.has($0, .actor)
        }
    }
  }
}
