import SvodkaKit
import SvodkaLanguage
import SvodkaText

/// Which numbers may count people.
extension FigureLinker {
  func candidates() -> [Candidate] {
    var list: [Candidate] = []
    var countsThings = false
    for found in reading.amounts where found.value.kind == .cardinal && found.value.low != nil {
      if reading.predicates.contains(where: { $0.tokens.contains(found.tokens.lowerBound) && $0.tokens.count > 1 }) {
        continue
      }
      let noun = reading.noun(behind: found.tokens)
      // "400 whales stranded, and at least 250 have died"
      if noun.isThing, reading.has(noun.end - 1, .animal) { countsThings = true }
      // "Of the 650 paintings, 70 are missing": a number alone counts what the whole did.
      if noun.isThing || noun.isUnknown, reading.has(found.tokens.lowerBound - 1, .whole), isWhole(found.tokens, noun) {
        countsThings = true
      }
      if countsThings, noun.isEmpty, !noun.isAnaphoric { continue }
      if noun.isThing || isAge(found.tokens, found.value, noun) || isName(found.tokens, found.value, noun) { continue }
      if isWhole(found.tokens, noun) { continue }
      if isPicked(found.tokens, found.value, noun) { continue }
      list.append(candidate(found.value, found.tokens, noun))
    }
    // Of "three of the 20 guards" the whole is no figure, unless its noun says what happened.
    // "He was one of 43 students" counts the whole.
    list.removeAll { $0.noun.whole != nil && $0.amount.low == 1 && reading.has($0.tokens.lowerBound - 1, .copula) }
    let wholes = list.compactMap { $0.noun.people == nil ? $0.noun.whole : nil }
    list.removeAll { wholes.contains($0.tokens) }
    for i in reading.range where lexicon.needsDirection && reading.has(i, .singular) && !reading.has(i, .amount) {
      // "one of them an infant" is one, not two.
      if list.contains(where: { $0.noun.isAnaphoric && $0.noun.end == i }) { continue }
      if let single = single(at: i) { list.append(single) }
    }
    for i in reading.range where reading.has(i, [.lone, .loneObject]) {
      if let lone = lone(at: i, list) { list.append(lone) }
    }
    return list.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
  }

  /// «из 120 мужиков не вернулись 87»: the first tells of how many, the second what happened to them.
  func isWhole(_ tokens: Range<Int>, _ noun: CountedNoun) -> Bool {
    let before = tokens.lowerBound - 1
    guard isOpenedByWhole(before), noun.people == nil, !noun.isAnaphoric,
      // «из 276 школьниц, похищенных …»
      reading.participles[noun.end + 1] == nil, !reading.has(noun.end, .predicate),
      !lexicon.needsDirection || before == reading.range.lowerBound || reading.tokens[before].key == "'s"
        || reading.has(before - 1, [.comma, .clause])
        || reading.tokens[before].shape == .title || reading.has(before - 1, [.whole, .joiner])
    else { return false }
    return reading.amounts.contains {
      $0.value.kind == .cardinal && !$0.tokens.overlaps(tokens) && $0.value.value <= tokensValue(tokens)
    }
  }

  /// "Of the brigade's 673 men": what the whole belongs to may stand between. «Экспедиция из девяти человек» is no whole.
  private func isOpenedByWhole(_ before: Int) -> Bool {
    if reading.has(before, .whole) { return lexicon.needsDirection || !reading.has(before - 1, .collective) }
    guard lexicon.needsDirection, reading.range.contains(before), reading.tokens[before].key == "'s" else {
      return false
    }
    return (max(reading.range.lowerBound, before - 4)..<before).contains { reading.has($0, .whole) }
  }

  private func tokensValue(_ tokens: Range<Int>) -> Double {
    reading.amounts.first { $0.tokens == tokens }?.value.value ?? 0
  }

  /// Who does it, or one picked out of many things: «убит двумя мужчинами», «возле одного из супермаркетов», "both English and
  /// French".
  func isPicked(_ tokens: Range<Int>, _ amount: Amount, _ noun: CountedNoun) -> Bool {
    let before = tokens.lowerBound - 1
    // "all from one family": a whole family is no one person.
    if amount.low == 1, let last = noun.victims?.last, noun.people == nil, reading.has(last, .collective) {
      return true
    }
    if reading.has(tokens.lowerBound, .doer), noun.people == nil, !reading.has(before, [.stop, .amount]) {
      return true
    }
    if amount.low == 1, amount.high == 1 {
      // «один из адвокатов потерпевшего»
      if !lexicon.needsDirection, let victims = noun.victims, victims.lowerBound > tokens.upperBound,
        let people = noun.people, people.tokens.lowerBound >= victims.upperBound
      {
        return true
      }
      let isOneOf = noun.victims.map { $0.lowerBound > tokens.upperBound } ?? false
      if isOneOf, noun.people == nil, !noun.isAnaphoric,
        reading.has(before, [.placeOpener, .preposition]) || noun.isUnknown
      {
        return true
      }
    }
    // "both body and mind"
    if lexicon.needsDirection, amount.isCollective {
      return noun.isUnknown || noun.isProper || noun.isEmpty && !reading.has(tokens.upperBound, [.predicate, .passive])
        || noun.people != nil && noun.victims == nil
    }
    return false
  }

  /// «погиб водитель»: one, by a noun in the singular beside its verb, where no name follows.
  func lone(at i: Int, _ list: [Candidate]) -> Candidate? {
    if list.contains(where: { ($0.tokens.lowerBound..<$0.noun.end).contains(i) }) { return nil }
    if reading.range.contains(i + 1), reading.tokens[i + 1].shape == .title { return nil }
    // «погиб охотник на крокодилов Иван Петров»: somebody named is no figure.
    let rest = (i + 1)..<min(i + 6, reading.range.upperBound)
    let clause = rest.prefix { reading.tokens[$0].kind == .word && !reading.has($0, [.predicate, .joiner]) }
    if named.contains(where: { clause.contains($0.lowerBound) }) { return nil }
    var start = i
    while reading.range.contains(start - 1), i - start < 3, reading.tokens[start - 1].kind != .mark,
      !reading.has(start - 1, [.loneVerb, .loneAct, .lonePlural, .joiner, .stop, .amount])
    {
      start -= 1
    }
    if (start...i).contains(where: { reading.has($0, .owner) }) || reading.has(start - 1, .owner) { return nil }
    var behind = i + 1
    while reading.range.contains(behind), behind - i < 4, reading.tokens[behind].kind != .mark,
      !reading.has(behind, [.loneVerb, .amount])
    {
      behind += 1
    }
    let isPart = opensPart(before: i)
    if reading.has(i, .lone) {
      let joins = reading.has(i - 1, .joiner) && list.contains { $0.noun.end == i - 1 }
      guard isPart || joins || reading.has(start - 1, .loneVerb) || reading.has(behind, .loneVerb) || isPaired(i, start)
      else { return nil }
    } else {
      guard isPart || reading.has(start - 1, .loneAct) else { return nil }
    }
    var noun = CountedNoun(end: i + 1)
    (noun.victims, noun.victimClass) = (i..<(i + 1), reading.victims[i]?.value ?? "unknown")
    var made = candidate(Amount(one: reading.tokens[i].span), i..<(i + 1), noun)
    made.isSingle = true
    if isPart { made.isPart = true }
    return made
  }

  /// «погибли водитель и пассажир»: two nouns in the singular that a word joins, beside a verb in the plural.
  private func isPaired(_ noun: Int, _ start: Int) -> Bool {
    func other(from first: Int, by step: Int) -> Int? {
      var i = first
      for _ in 0..<3 where !reading.has(i, .lone) && reading.range.contains(i) && reading.tokens[i].kind == .word {
        i += step
      }
      return reading.has(i, .lone) ? i : nil
    }
    if reading.has(noun + 1, .joiner), let second = other(from: noun + 2, by: 1) {
      return reading.has(start - 1, .lonePlural) || (second + 1...second + 3).contains { reading.has($0, .lonePlural) }
    }
    guard reading.has(start - 1, .joiner), var first = other(from: start - 2, by: -1) else { return false }
    if (noun + 1...noun + 3).contains(where: { reading.has($0, .lonePlural) }) { return true }
    for _ in 0..<3 where !reading.has(first, .lonePlural) { first -= 1 }
    return reading.has(first, .lonePlural)
  }

  /// «в том числе ребёнок», «среди погибших — водитель»: nothing but adjectives stand between the words that open a part and
  /// the noun.
  private func opensPart(before noun: Int) -> Bool {
    reading.parts.contains { part in
      let end = reading.has(part.upperBound, .dash) ? part.upperBound + 1 : part.upperBound
      return end <= noun && noun - end <= 2
        && (end..<noun).allSatisfy { reading.tokens[$0].kind == .word && !reading.has($0, [.stop, .amount]) }
    }
  }

  /// «не 19, а 17», "not 19 but 17": the second takes the link of the first.
  func correct(_ candidates: inout [Candidate], _ found: inout [LinkedFigure?]) {
    for n in candidates.indices.dropLast() {
      let (first, second) = (candidates[n], candidates[n + 1])
      guard reading.has(first.tokens.lowerBound - 1, .denial), first.noun.end < second.tokens.lowerBound,
        second.tokens.lowerBound - first.noun.end <= 2,
        (first.noun.end..<second.tokens.lowerBound).contains(where: { reading.has($0, .correction) }),
        let link = link(first, among: candidates), let kind = link.kind
      else { continue }
      candidates[n].amount.isFormer = true
      found[n] = figure(candidates[n], link, kind)
      found[n + 1] = figure(second, link, kind)
    }
  }

  /// "a civilian driver": one, by its article.
  func single(at i: Int) -> Candidate? {
    let noun = reading.noun(behind: i..<(i + 1))
    guard let victims = noun.victims, !noun.isProper, !noun.isUnknown, noun.end > i + 1, victims.count <= 4 else {
      return nil
    }
    let last = reading.tokens[victims.upperBound - 1].key
    // The article shows a single one; collectives are none.
    if last.hasSuffix("s") && !last.hasSuffix("ss") || noun.people != nil || last == "family" || last == "people" {
      return nil
    }
    // "a private collection": another noun follows; "Yassin, a religious leader": who that is.
    if reading.range.contains(noun.end), reading.tokens[noun.end].kind == .word,
      reading.tokens[noun.end].shape == .lower,
      !reading.has(noun.end, [.stop, .predicate, .joiner, .boundary, .copula]), reading.bridges[noun.end] == nil
    {
      return nil
    }
    // But behind "In Homs," the article opens the clause.
    if reading.has(i - 1, .comma), reading.range.contains(i - 2), reading.tokens[i - 2].shape == .title,
      !reading.has(i - 3, .placeOpener)
    {
      return nil
    }
    let token = reading.tokens[i]
    let amount = Amount(one: token.span)
    var made = candidate(amount, i..<(i + 1), noun)
    made.isSingle = true
    return made
  }

  func candidate(_ amount: Amount, _ tokens: Range<Int>, _ noun: CountedNoun) -> Candidate {
    var made = Candidate(amount: amount, tokens: tokens, noun: noun)
    let start = tokens.lowerBound
    let touches = { (cue: Range<Int>) in
      cue.upperBound <= start && start - cue.upperBound <= 1 && cue.upperBound > start - 2
    }
    made.isMore =
      reading.has(start - 1, .more) || reading.has(tokens.upperBound, .more)
      || tokens.contains { reading.has($0, .more) }
    made.isTogether = reading.together.contains(where: touches)
    if noun.isEmpty, let told = named(before: start) {
      (made.noun.victims, made.noun.victimClass, made.isPart) = (told.tokens, told.value, true)
      return made
    }
    made.isPart = noun.isAnaphoric || (reading.parts.contains(where: touches) && !made.isTogether)
    return made
  }

  /// «в том числе детей — 3», "of them children: 3": who they are, between the words that open a part and a mark.
  private func named(before number: Int) -> SentenceReading.Found<String>? {
    let mark = number - 1
    guard reading.has(mark, .dash) || reading.range.contains(mark) && reading.tokens[mark].key == ":" else {
      return nil
    }
    return reading.victims.values.first { told in
      told.tokens.upperBound == mark
        && reading.parts.contains {
          $0.upperBound <= told.tokens.lowerBound && told.tokens.lowerBound - $0.upperBound <= 1
        }
    }
  }

  // MARK: Blockers

  func isClaimed(_ blocker: Range<Int>) -> Bool { reading.claims.contains { $0.overlaps(blocker) } }

  /// The stretches in which no number counts people.
  func blocked() -> [Range<Int>] {
    reading.blockers.filter { !isClaimed($0.tokens) }.map { clause(around: $0.tokens, withCommas: $0.value) }
  }

  /// The tokens up to the next colon, semicolon or, unless it runs over them, comma on either side.
  func clause(around tokens: Range<Int>, withCommas: Bool = false) -> Range<Int> {
    let ends: SentenceReading.Marks = withCommas ? .clause : [.comma, .clause]
    var start = tokens.lowerBound
    while start > reading.range.lowerBound, !reading.has(start - 1, ends) {
      // "put it at 12 and warned that 20 could die": what stands before "that" is no part of it.
      if !withCommas, reading.has(start - 1, .boundary), !reading.has(start - 1, .amount) { break }
      start -= 1
    }
    var end = tokens.upperBound
    while end < reading.range.upperBound, !reading.has(end, ends) { end += 1 }
    return start..<end
  }

  // MARK: Zero

  func zeros() -> [LinkedFigure] {
    reading.zeros.flatMap { zero in
      let span = reading.tokens[zero.tokens.lowerBound].span.union(reading.tokens[zero.tokens.upperBound - 1].span)
      return zero.value.map { kind in
        LinkedFigure(
          amount: Amount(none: span), tokens: zero.tokens, noun: CountedNoun(end: zero.tokens.upperBound),
          kind: kind, predicate: zero.tokens, confidence: 0.9, rule: "nobody: " + reading.words(zero.tokens))
      }
    }
  }
}
