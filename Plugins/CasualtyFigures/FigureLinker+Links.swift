import SvodkaKit
import SvodkaLanguage
import SvodkaText

/// How near a number stands to the words that say what happened.
extension FigureLinker {
  func figure(_ candidate: Candidate, _ link: Link, _ kind: CasualtyKind) -> LinkedFigure {
    LinkedFigure(
      amount: candidate.amount, tokens: candidate.tokens, noun: candidate.noun, kind: kind, predicate: link.predicate,
      isCumulative: link.isCumulative, isPart: candidate.isPart, isMore: candidate.isMore,
      confidence: max(0.4, (link.isWeak ? 0.85 : 0.95) - link.cost * 0.05), rule: rule(candidate, link))
  }

  private func rule(_ candidate: Candidate, _ link: Link) -> String {
    guard let predicate = link.predicate else { return "number" }
    let pattern =
      predicate.upperBound <= candidate.tokens.lowerBound
      ? "behind" : predicate == candidate.noun.people?.tokens ? "counted" : "before"
    return link.entry.isEmpty ? pattern : pattern + ": " + link.entry
  }

  func link(_ candidate: Candidate, among all: [Candidate]) -> Link? {
    var best: Link?
    for predicate in reading.predicates {
      guard let cost = cost(of: predicate, for: candidate, among: all),
        cost < (best?.cost ?? limit(candidate, predicate))
      else { continue }
      best = Link(
        kind: harm(predicate, of: candidate), predicate: predicate.tokens, isCumulative: predicate.value.isCumulative,
        cost: cost, isFar: predicate.value.isFar, isWeak: predicate.value.isWeak, entry: predicate.value.entry)
    }
    if let kind = participle(behind: candidate) {
      let own = Link(
        kind: kind.value, predicate: kind.tokens, cost: 0.6, entry: reading.tokens[kind.tokens.lowerBound].key)
      if own.cost < best?.cost ?? .infinity { best = own }
    }
    if let people = candidate.noun.people, !people.value.isWeak || best == nil, !isNobodyOf(people, candidate),
      !isListedCaptive(people, candidate, all)
    {
      let own = Link(
        kind: harm(people, of: candidate), predicate: people.tokens, isCumulative: people.value.isCumulative, cost: 0,
        entry: people.value.entry)
      // "three hostages fled" are free.
      if let verb = best, people.value.kind == .captured, verb.kind == .displaced, verb.cost < 1.5 {
        return Link(kind: nil, predicate: verb.predicate, cost: verb.cost)
      }
      // «из 387 заболевших выжили 140»: what happened to them did, whatever came after.
      if let verb = best, verb.kind == nil, own.kind != .captured, own.kind != .displaced { return joined(own) }
      // «двое раненых скончались»: the verb says more than the noun, when it is close.
      guard let verb = best, verb.cost < 1.5, !verb.isFar, people.value.kind != .killed, verb.kind != own.kind else {
        return joined(own)
      }
      return verb
    }
    return best.map(joined)
  }

  /// «погибли двое бойцов и один заложник»: a captive in a list to whom happened what happened to those before.
  private func isListedCaptive(
    _ people: SentenceReading.Found<CasualtyLexicon.Predicate>, _ candidate: Candidate, _ all: [Candidate]
  ) -> Bool {
    guard people.value.kind == .captured, reading.has(candidate.tokens.lowerBound - 1, .joiner),
      let before = all.last(where: { $0.noun.end < candidate.tokens.lowerBound }), before.noun.people == nil,
      before.noun.isPersonal, candidate.tokens.lowerBound - before.noun.end <= 3
    else { return false }
    return reading.predicates.contains {
      $0.tokens.upperBound <= before.tokens.lowerBound && $0.value.kind == .killed && !$0.value.isWeak
        && before.tokens.lowerBound - $0.tokens.upperBound <= 2
    }
  }

  /// "None of the deaths": who they are is told, not what happened to nobody.
  private func isNobodyOf(
    _ people: SentenceReading.Found<CasualtyLexicon.Predicate>, _ candidate: Candidate
  ) -> Bool {
    candidate.amount.low == 0 && candidate.amount.high == 0
      && people.tokens.lowerBound > candidate.tokens.upperBound
  }

  /// «двое военных, раненных …»: a participle behind the noun, its complement and a comma.
  private func participle(behind candidate: Candidate) -> SentenceReading.Found<CasualtyKind>? {
    guard !reading.participles.isEmpty, candidate.noun.isPersonal else { return nil }
    var comma = candidate.noun.end
    while reading.range.contains(comma), comma - candidate.noun.end < 3, reading.tokens[comma].kind == .word,
      !reading.has(comma, [.stop, .predicate, .amount])
    {
      comma += 1
    }
    return reading.has(comma, .comma) ? reading.participles[comma + 1] : nil
  }

  /// Hurt beside the dead, or taken to hospital: wounded; else affected.
  func harm(
    _ predicate: SentenceReading.Found<CasualtyLexicon.Predicate>, of candidate: Candidate
  ) -> CasualtyKind? {
    guard predicate.value.isHarmed else { return predicate.value.kind }
    let start = candidate.tokens.lowerBound
    let besideDead =
      reading.predicates.contains { $0.value.kind == .killed && $0.tokens.upperBound <= start }
      || reading.people.contains { $0.value.value.kind == .killed && $0.key < start }
    return besideDead || reading.predicates.contains { $0.value.kind == .wounded } ? .wounded : predicate.value.kind
  }

  /// "killed or wounded", said of one number, makes it affected.
  func joined(_ link: Link) -> Link {
    guard let first = link.predicate, let kind = link.kind else { return link }
    // "to have killed or wounded 12": the second stands nearer.
    if reading.has(first.lowerBound - 1, .joiner),
      let other = reading.predicates.first(where: { $0.tokens.upperBound == first.lowerBound - 1 }),
      let before = other.value.kind, before != kind, !reading.has(other.tokens.lowerBound - 1, .amount),
      [.killed, .wounded, .missing].contains(kind), [.killed, .wounded, .missing].contains(before),
      !reading.has(other.tokens.lowerBound - 1, .passive)
    {
      var affected = link
      affected.kind = .affected
      affected.predicate = other.tokens.lowerBound..<first.upperBound
      return affected
    }
    guard reading.has(first.upperBound, .joiner) else { return link }
    let next = first.upperBound + 1
    let second = reading.predicates.first { $0.tokens.lowerBound == next } ?? reading.people[next]
    guard let second, let other = second.value.kind, other != kind, !reading.has(second.tokens.upperBound, .amount),
      [.killed, .wounded, .missing].contains(kind), [.killed, .wounded, .missing].contains(other)
    else { return link }
    // "20 were killed and wounded another five" has a number of its own.
    if reading.has(second.tokens.upperBound, [.more, .object]) { return link }
    var affected = link
    affected.kind = .affected
    affected.predicate = first.lowerBound..<second.tokens.upperBound
    return affected
  }

  /// What a link may cost at most.
  func limit(_ candidate: Candidate, _ predicate: SentenceReading.Found<CasualtyLexicon.Predicate>) -> Double {
    if candidate.isSingle {
      // "a man was later found dead"; but the verb before "a man" has to touch it.
      if predicate.value.isWeak { return 0 }
      return predicate.tokens.upperBound <= candidate.tokens.lowerBound && lexicon.needsDirection ? 1.2 : 4
    }
    if predicate.value.isWeak {
      if candidate.noun.isUnknown { return 0 }
      // "Bolivia lost 57,000 dead, Paraguay lost about 43,000."
      if candidate.noun.isEmpty, lexicon.needsDirection, predicate.value.kind == .killed,
        predicate.tokens.upperBound == candidate.tokens.lowerBound, isClauseEnd(candidate.noun.end),
        reading.predicates.contains(where: { $0.value.kind == .killed && !$0.value.isWeak })
          || reading.people.contains(where: { $0.value.value.kind == .killed })
      {
        return 1.2
      }
      // "… and more than 2,500 were moved to schools": people were told of before.
      if candidate.noun.isEmpty, lexicon.needsDirection, predicate.tokens.lowerBound >= candidate.noun.end,
        !earlier.isEmpty || isBehindPeople(candidate)
      {
        return 1.2
      }
      // «потеряли около трёх сотен.»
      let ends =
        candidate.noun.isEmpty && !lexicon.needsDirection && (predicate.value.isActive || !earlier.isEmpty)
        && (!reading.range.contains(candidate.noun.end) || reading.tokens[candidate.noun.end].kind == .mark)
      if lexicon.needsDirection { return candidate.noun.isPersonal && !candidate.noun.isProper ? 2.5 : 0 }
      // «двоих потеряли»
      let counts = candidate.amount.isCollective && predicate.value.isActive && candidate.noun.isEmpty
      return candidate.noun.isPersonal && !candidate.noun.isProper ? 4.5 : ends || counts ? 2.5 : 0.1
    }
    if candidate.noun.isUnknown, predicate.value.kind == .affected, predicate.value.isFar { return 0 }
    if candidate.noun.isUnknown { return predicate.value.kind == nil ? 9 : lexicon.needsDirection ? 1 : 0.3 }
    if candidate.noun.isProper { return 6 }
    return candidate.noun.isPersonal ? (lexicon.needsDirection ? 9 : 7.5) : 6
  }

  private func isClauseEnd(_ token: Int) -> Bool {
    !reading.range.contains(token) || reading.has(token, [.comma, .clause])
  }

  private func isBehindPeople(_ candidate: Candidate) -> Bool {
    reading.amounts.contains {
      $0.tokens.upperBound <= candidate.tokens.lowerBound && reading.noun(behind: $0.tokens).isPersonal
    }
  }

  /// How many tokens may stand between a number and what happened: no sentence that people write needs more, and in one of
  /// thousands of words each number would be held against each verb.
  private static let reach = 250

  func cost(
    of predicate: SentenceReading.Found<CasualtyLexicon.Predicate>, for candidate: Candidate, among all: [Candidate]
  ) -> Double? {
    let isBefore = predicate.tokens.upperBound <= candidate.tokens.lowerBound
    let isBehind = predicate.tokens.lowerBound >= candidate.noun.end
    guard isBefore || isBehind else { return nil }
    let between =
      isBefore
      ? predicate.tokens.upperBound..<candidate.tokens.lowerBound : candidate.noun.end..<predicate.tokens.lowerBound
    guard between.count <= Self.reach else { return nil }
    // "the death of this one, and the two men"
    if isBefore, predicate.value.isNear,
      between.count > 4 || between.contains(where: { reading.has($0, [.comma, .clause, .boundary, .predicate]) })
    {
      return nil
    }
    // «погиб пилот, фельдшер и пациентка ранены»
    if candidate.isSingle, !lexicon.needsDirection, isBefore, between.contains(where: { reading.has($0, .comma) }) {
      return nil
    }
    // «находились шестеро, двое погибли»: without a word that joins them the numbers are no list.
    if isBehind, candidate.noun.isEmpty || !reading.has(candidate.noun.end, .comma),
      between.contains(where: { reading.has($0, .comma) }),
      !between.contains(where: { reading.has($0, [.joiner, .dash]) }),
      all.contains(where: { between.contains($0.tokens.lowerBound) && !$0.isPart && !$0.isTogether })
    {
      return nil
    }
    // "lost 112 seats and, of two ministers": what has taken a number takes another only where that one joins on.
    if predicate.value.isWeak, isBefore, between.contains(where: { reading.has($0, .amount) }),
      !reading.has(candidate.tokens.lowerBound - 1, [.comma, .joiner, .more, .dash, .quote])
    {
      return nil
    }
    // «уничтожили 12 тысяч голов, у троих сотрудников …»: behind a preposition stands no object.
    if predicate.value.isActive, isBefore, reading.has(candidate.tokens.lowerBound - 1, .placeOpener) { return nil }
    let (before, after) = directions(predicate, all)
    // "surrendered in droves: 600 on the first day"
    let isTold =
      isBefore && between.contains { reading.tokens[$0].key == ":" }
    if isBefore, !after && !candidate.isTogether && !isTold { return nil }
    if isBehind, !before { return nil }
    let distance = distance(over: between, isFar: predicate.value.isFar)
    if distance > 12 { return nil }
    // "not a candidate, and died"
    if candidate.amount.low == 0, candidate.amount.high == 0, between.contains(where: { reading.has($0, .comma) }) {
      return nil
    }
    // Denied of people: «не погибли», "were not killed".
    if reading.has(predicate.tokens.lowerBound - 1, .denial), candidate.amount.low != 0 { return nil }
    return distance
  }

  /// Whether the number of a predicate may stand before it, and behind it.
  func directions(
    _ predicate: SentenceReading.Found<CasualtyLexicon.Predicate>, _ all: [Candidate]
  ) -> (before: Bool, after: Bool) {
    // "road accidents – 87 (dead: 9)": what opens a clause and stands before a colon has its number behind it.
    let (last, mark) = (predicate.tokens.lowerBound - 1, predicate.tokens.upperBound)
    if reading.range.contains(mark), reading.tokens[mark].key == ":", reading.has(mark + 1, .amount),
      reading.has(last, [.clause, .comma])
    {
      return (false, true)
    }
    switch predicate.value.number {
    case .before: return (true, false)
    case .after: return (false, true)
    case .either: break
    }
    var next = predicate.tokens.upperBound
    while lexicon.needsDirection, reading.has(next, .quote) { next += 1 }
    if lexicon.needsDirection {
      let last = predicate.tokens.lowerBound - 1
      if reading.has(next, .passive) { return (false, true) }
      if reading.has(last, .passive) || reading.has(last - 1, .passive) && !reading.has(last, [.amount, .comma]) {
        return (true, false)
      }
      if reading.has(next, [.object, .amount]) || reading.has(next, .singular) { return (false, true) }
      if reading.range.contains(next), reading.tokens[next].kind == .word, !reading.has(next, [.stop, .predicate]),
        reading.tokens[next].shape != .title || reading.victims[next] != nil
      {
        return (false, true)
      }
      return (true, false)
    }
    if predicate.value.isActive, predicate.value.isWeak, reading.range.contains(next),
      reading.tokens[next].kind == .word, reading.tokens[next].shape == .lower, !reading.has(next, [.stop, .predicate])
    {
      // «50 тысяч граждан потеряли работу»
      return (false, true)
    }
    // «два менеджера ушли, 120 пилотов взяли отпуск»: it has its number.
    if reading.has(next, .comma),
      all.contains(where: { $0.noun.end == predicate.tokens.lowerBound })
    {
      return (true, false)
    }
    // «два челнока разбились, погибли 14 астронавтов»: its number follows at once.
    if all.contains(where: { $0.tokens.lowerBound == next && !$0.isPart }) { return (false, true) }
    if predicate.value.isActive, !reading.has(next, .comma) {
      let follows = all.contains {
        $0.tokens.lowerBound >= next && $0.tokens.lowerBound - next <= Self.reach
          && distance(over: next..<$0.tokens.lowerBound, isFar: false, limit: 4) < 4
      }
      if follows { return (false, true) }
    }
    return (true, true)
  }
}
