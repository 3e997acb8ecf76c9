import SvodkaLanguage

/// Divides sentences into clauses by marks, conjunctions and what opens subordinate clauses.
struct ClauseDivider {
  let words: StanceWords

  /// The clauses of a sentence in text order; what is a list or an apposition stays with what goes before.
  func clauses(of number: Int) -> [Clause] {
    let range = words.sentences[number].tokens
    var cuts = Set([range.lowerBound])
    for i in range {
      if words.base.isComma(i) || words.base.isDash(i) || words.base.isStop(i) { cuts.insert(i + 1) }
    }
    for condition in words.conditions where range.contains(condition.tokens.lowerBound) {
      cuts.insert(condition.tokens.lowerBound)
    }
    for i in range where i > range.lowerBound {
      if startsCoordinate(i, range) || startsContent(i, range) { cuts.insert(i) }
    }
    let starts = cuts.filter { $0 < range.upperBound }.sorted()
    var found: [Clause] = []
    for (n, start) in starts.enumerated() {
      let end = n + 1 < starts.count ? starts[n + 1] : range.upperBound
      let clause = make(start..<end, number)
      if let last = found.last, clause.opening == .main || clause.opening == .coordinate, !hasVerb(clause.tokens),
        n > 0,
        !words.base.isStop(start - 1)
      {
        // An apposition, a list or an adverbial: it is no clause of its own.
        var joined = last
        joined.tokens = last.tokens.lowerBound..<end
        found[found.count - 1] = joined
      } else {
        found.append(clause)
      }
    }
    return found
  }

  private func make(_ range: Range<Int>, _ number: Int) -> Clause {
    var start = range.lowerBound
    while start + 1 < range.upperBound, words.base.tokens[start].kind == .mark { start += 1 }
    var clause = Clause(tokens: start..<range.upperBound, sentence: number, opening: .main, isFormer: false)
    if let condition = words.conditions.first(where: {
      $0.tokens.lowerBound >= start && $0.tokens.lowerBound <= start + 1 && $0.tokens.lowerBound < range.upperBound
        && (start..<$0.tokens.lowerBound).allSatisfy { words.base.has($0, [.conjunction, .adverb]) }
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
    clause.isFormer = (clause.tokens.prefix(8)).contains { words.has($0, .former) }
    return clause
  }

  func hasVerb(_ range: Range<Int>) -> Bool {
    range.contains { (words.base.has($0, .verb) && words.base.mentionAt[$0] < 0) || words.has($0, .negator) }
      || words.elements.contains { range.contains($0.tokens.lowerBound) && words.frame($0).kind != .noun }
  }

  /// "and Tunis would come": a conjunction, a subject, a verb.
  private func startsCoordinate(_ i: Int, _ range: Range<Int>) -> Bool {
    guard words.base.has(i, .conjunction), !words.base.isComma(i - 1) else { return false }
    let lower = (range.lowerBound..<i).last { words.base.isComma($0) || words.base.isStop($0) } ?? range.lowerBound
    guard hasVerb(lower..<i) else { return false }
    var hasSubject = false
    var k = i + 1
    while k < min(range.upperBound, i + 9) {
      if words.has(k, .step), k == i + 1 { return true }
      if words.base.isComma(k) || words.base.isStop(k) { return false }
      let isVerb =
        words.base.mentionAt[k] < 0
        && (words.base.has(k, .verb)
          || words.elements.contains {
            $0.tokens.contains(k) && words.frame($0).kind != .noun && words.frame($0).kind != .judge
          })
      if isVerb, !words.base.has(k, .actor) { return hasSubject }
      if words.base.has(k, .preposition), !hasSubject { return false }
      if words.base.mentionAt[k] >= 0 || words.base.has(k, [.actor, .person, .group, .speaker]) { hasSubject = true }
      k += 1
    }
    return false
  }

  /// "said that …" and "said it would …": what is said.
  private func startsContent(_ i: Int, _ range: Range<Int>) -> Bool {
    guard !words.lexicon.inversion, words.base.has(i - 1, .say), words.base.mentionAt[i - 1] < 0 else { return false }
    return words.base.has(i, [.that, .person, .group, .speaker, .determiner]) || words.base.mentionAt[i] >= 0
      || words.base.has(i, .actor)
  }
}
