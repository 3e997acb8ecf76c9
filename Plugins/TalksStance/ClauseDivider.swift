import SvodkaLanguage

/// Divides sentences into clauses by marks, conjunctions and what opens subordinate clauses.
struct ClauseDivider {
  let words: StanceWords

  /// The clauses of a sentence in text order; what is a list or an apposition stays with what goes before.
  func clauses(of number: Int) -> [Clause] {
    let range = words.sentences[number].tokens
    var found: [Clause] = []
    let starts = starts(in: range)
    // Conjunctions and adverbs alone belong to what follows: "but only if".
    var open: Int?
    for (n, start) in starts.enumerated() {
      let end = n + 1 < starts.count ? starts[n + 1] : range.upperBound
      let first = open ?? start
      if end < range.upperBound, (first..<end).allSatisfy({ isFiller($0) }) { open = first; continue }
      open = nil
      let clause = make(first..<end, number)
      if let last = found.last, joins(clause, last) {
        found[found.count - 1].tokens = last.tokens.lowerBound..<end
        if last.opening == .condition, let opener = clause.opener, let before = last.opener {
          found[found.count - 1].opener = before.lowerBound..<opener.upperBound
        }
      } else {
        found.append(clause)
      }
    }
    return found
  }

  private func starts(in range: Range<Int>) -> [Int] {
    var cuts = Set([range.lowerBound])
    for i in range {
      if words.base.isComma(i) && !isInList(i) && !isBetweenDenied(i, range) || words.base.isDash(i)
        || words.base.isStop(i)
      {
        cuts.insert(i + 1)
      }
    }
    for condition in words.conditions(near: range)
    where range.contains(condition.tokens.lowerBound) && condition.extent == nil {
      cuts.insert(condition.tokens.lowerBound)
    }
    for i in range where i > range.lowerBound {
      if startsCoordinate(i, range) || startsContent(i, range) || endsCondition(i, range) { cuts.insert(i) }
    }
    return cuts.filter { cut in
      cut < range.upperBound
        && !words.elements(near: cut..<cut + 1).contains { $0.tokens.lowerBound < cut && cut < $0.tokens.upperBound }
    }.sorted()
  }

  /// The comma of «Египет, Иордания и Ирак».
  private func isInList(_ comma: Int) -> Bool {
    guard comma > 0, let left = words.base.mention(at: comma - 1), comma + 1 < words.base.tokens.count,
      let right = words.base.mention(at: comma + 1), left.type == right.type
    else { return false }
    let after = right.tokens.upperBound
    guard after < words.base.tokens.count else { return false }
    return words.base.has(after, .joiner) || words.base.isComma(after) && isInList(after)
  }

  /// The comma of «ни Осло, ни Лима»: subjects denied together.
  private func isBetweenDenied(_ comma: Int, _ range: Range<Int>) -> Bool {
    guard comma + 1 < range.upperBound, words.has(comma + 1, .correlative),
      let first = (range.lowerBound..<comma).last(where: { words.has($0, .correlative) })
    else { return false }
    return !hasVerb(first + 1..<comma)
  }

  private func isFiller(_ i: Int) -> Bool {
    words.base.mentionAt[i] < 0 && words.base.tokens[i].kind != .mark
      && words.base.has(i, [.conjunction, .adverb]) && !words.base.has(i, [.determiner, .actor, .verb])
  }

  /// An apposition, a list or an adverbial is no clause of its own; a condition without a verb goes on in the next.
  private func joins(_ clause: Clause, _ last: Clause) -> Bool {
    let start = clause.tokens.lowerBound
    if last.opening == .condition, let opener = last.opener, opener.upperBound < clause.tokens.lowerBound,
      (opener.upperBound..<clause.tokens.lowerBound).allSatisfy({ words.base.tokens[$0].kind == .mark })
    {
      return true
    }
    if last.opening == .condition, clause.opening == .condition { return !hasVerb(last.tokens) }
    if last.opening == .condition, clause.opening == .content { return !hasVerb(last.tokens) }
    guard clause.opening == .main || clause.opening == .coordinate, !hasVerb(clause.tokens) else { return false }
    return !(start > 0 && words.base.isStop(start - 1))
  }

  private func make(_ range: Range<Int>, _ number: Int) -> Clause {
    var start = range.lowerBound
    while start + 1 < range.upperBound, words.base.tokens[start].kind == .mark { start += 1 }
    var clause = Clause(tokens: start..<range.upperBound, sentence: number, opening: .main, isFormer: false)
    if let condition = words.conditions(near: start..<start + 4).first(where: {
      $0.extent == nil && $0.tokens.lowerBound >= start && $0.tokens.lowerBound <= start + 3
        && $0.tokens.lowerBound < range.upperBound
        && (start..<$0.tokens.lowerBound).allSatisfy { isFiller($0) }
    }) {
      clause.opening = .condition
      clause.opener = condition.tokens
    } else if words.base.has(start, .relative), start > words.sentences[number].tokens.lowerBound,
      !words.base.has(start, .that) || words.base.isComma(start - 1)
    {
      clause.opening = words.base.has(start, .that) && !words.lexicon.inversion ? .content : .relative
      if words.base.has(start, .that), words.lexicon.inversion { clause.opening = .content }
    } else if words.base.has(start, [.that]), !words.base.has(start, .determiner) || start + 1 < range.upperBound {
      clause.opening = .content
    } else if words.base.has(start, [.participle]) {
      clause.opening = .participle
    } else if words.base.has(start, .conjunction) {
      clause.opening = .coordinate
    }
    if clause.opening == .main, words.lexicon.inversion, start > words.sentences[number].tokens.lowerBound,
      clause.tokens.prefix(4).contains(where: { words.has($0, .asking) })
    {
      clause.opening = .content
    }
    clause.isFormer =
      clause.tokens.prefix(8).contains { words.has($0, .former) }
      || words.lexicon.isPastParticiple(words.base.tokens[start].key) && words.base.mentionAt[start] < 0
      || clause.opening == .relative && clause.tokens.prefix(3).contains { words.has($0, .perfect) }
    return clause
  }

  func hasVerb(_ range: Range<Int>) -> Bool {
    range.contains {
      words.base.has($0, .verb) && words.base.mentionAt[$0] < 0 || words.has($0, .negator) && !words.has($0, .noOne)
    }
      || words.elements(near: range).contains {
        range.contains($0.tokens.lowerBound) && !$0.isNominal && words.frame($0).kind != .demand
      }
  }

  /// "and Tunis would come", "and opposes the plan": a conjunction and a verb, with or without a subject.
  private func startsCoordinate(_ i: Int, _ range: Range<Int>) -> Bool {
    guard words.base.has(i, .conjunction), !words.base.isComma(i - 1), words.base.mentionAt[i] < 0 else { return false }
    let lower = (range.lowerBound..<i).last { words.base.isComma($0) || words.base.isStop($0) } ?? range.lowerBound
    guard hasVerb(lower..<i), !joinsSaid(lower..<i) else { return false }
    var hasSubject = false
    var hasWord = false
    var isInPhrase = false
    for k in i + 1..<max(i + 1, min(range.upperBound, i + 9)) {
      if words.has(k, .step), k == i + 1 { return true }
      if words.base.isComma(k) || words.base.isStop(k) { return false }
      if words.base.mentionAt[k] < 0, words.base.has(k, .verb), !words.base.has(k, .actor) {
        let isInfinitive = words.lexicon.isInfinitive(words.base.tokens[k].key) || words.base.tokens[k - 1].key == "to"
        return isInfinitive ? !hasWord : hasSubject || !hasWord
      }
      if words.base.has(k, .preposition), !hasSubject, !words.lexicon.inversion { return false }
      if words.base.mentionAt[k] >= 0 || words.base.has(k, [.actor, .person, .group, .speaker]) { hasSubject = true }
      // «и на переговоры не придет»: what a preposition leads is no subject.
      if words.lexicon.inversion, words.base.has(k, .preposition), words.base.mentionAt[k] < 0 { isInPhrase = true }
      if !isInPhrase, !isFiller(k), !words.has(k, .negator), words.base.tokens[k].key != "to" { hasWord = true }
    }
    return false
  }

  /// "Until they come home *there will* be no talks": where no comma ends a condition.
  private func endsCondition(_ i: Int, _ range: Range<Int>) -> Bool {
    guard !words.lexicon.setsOff, i + 1 < range.upperBound, words.base.mentionAt[i] < 0,
      opensSubject(i, range),
      let condition = words.conditions(near: range.lowerBound..<i).last(where: {
        $0.extent == nil && $0.start < i && $0.start > range.lowerBound
      }),
      condition.tokens.lowerBound <= range.lowerBound + 2
    else { return false }
    let between = condition.start..<i
    return hasVerb(between) && !between.contains { words.base.isComma($0) }
      && !words.base.has(i - 1, [.verb, .that, .conjunction])
  }

  /// A pronoun, a name or a noun for someone with its verb near behind.
  private func opensSubject(_ i: Int, _ range: Range<Int>) -> Bool {
    if words.base.has(i, [.person, .group, .speaker]) || words.has(i, .expletive) {
      return words.base.has(i + 1, .auxiliary)
    }
    guard words.base.has(i, .determiner), !words.base.has(i - 1, .preposition) else { return false }
    let actor = (i + 1..<min(range.upperBound, i + 4)).first { words.base.has($0, .actor) }
    return actor.map { $0 + 1 < range.upperBound && words.base.has($0 + 1, .auxiliary) } ?? false
  }

  /// "said both the front *and the junta* had accepted": only a phrase stands behind the verb of saying.
  private func joinsSaid(_ range: Range<Int>) -> Bool {
    guard !words.lexicon.inversion,
      let verb = range.last(where: { words.base.has($0, .verb) && words.base.mentionAt[$0] < 0 }),
      words.base.has(verb, .say), verb + 1 < range.upperBound
    else { return false }
    return (verb + 1..<range.upperBound).contains { words.base.mentionAt[$0] >= 0 || words.base.has($0, .actor) }
  }

  /// "said that …" and "said it would …": what is said.
  private func startsContent(_ i: Int, _ range: Range<Int>) -> Bool {
    var say = i - 1
    // "said Sunday that", "told reporters that".
    while say > range.lowerBound, say > i - 5, words.base.has(i, .that),
      words.base.has(say, [.time, .addressee, .venue]),
      !words.base.has(say, .say)
    {
      say -= 1
    }
    guard !words.lexicon.inversion, words.base.has(say, .say), words.base.mentionAt[say] < 0 else { return false }
    return words.base.has(i, [.that, .person, .group, .speaker, .determiner, .possessive])
      || words.has(i, .noOne)
      || words.base.mentionAt[i] >= 0
      || words.base.has(i, .actor)
  }
}
