import SvodkaKit
import SvodkaLanguage
import SvodkaNames

/// On which condition, and why.
extension StanceFinder {
  func condition(
    for reading: ClauseReading, _ clause: Clause, _ behind: ArraySlice<Clause>, _ fronted: inout Range<Int>?
  ) -> Range<Int>? {
    let opening = fronted?.lowerBound
    func fits(_ condition: StanceWords.Condition) -> Bool {
      switch condition.kind {
      // "refused after the raid": what has been is no condition of a refusal, "until the withdrawal" is.
      case .eventCondition where reading.label == .oppose:
        return !condition.tokens.contains { words.has($0, .temporal) }
      case .weakCondition, .eventCondition:
        return reading.isOpen && reading.label != .neutral
          && (reading.role == .subject || reading.frames == ["not-target"])
      case .prepositionCondition:
        return reading.label != .neutral
          && (reading.isOpen && reading.role == .subject
            || reading.label == .oppose
              && (condition.tokens.lowerBound == clause.tokens.lowerBound
                || condition.tokens.lowerBound == opening))
      case .untilCondition: return reading.label == .oppose
      default: return true
      }
    }
    if reading.label == .neutral, reading.role == .speaker { return nil }
    let isDone = reading.label == .support && tellsWhatWasDone(reading, clause)
    func isMet(_ condition: StanceWords.Condition) -> Bool {
      isDone && condition.tokens.contains { words.has($0, .temporal) }
    }
    for condition in words.conditions(near: clause.tokens)
    where clause.tokens.contains(condition.tokens.lowerBound) && condition.start < clause.tokens.upperBound
      && fits(condition)
    {
      if isMet(condition) { return nil }
      return trimmed(condition.extent ?? condition.start..<clause.tokens.upperBound)
    }
    for next in behind {
      if next.opening == .condition, let opener = next.opener,
        let condition = words.conditions(near: opener).last(where: { opener.contains($0.tokens.lowerBound) }),
        words.conditions(near: opener).contains(where: { opener.contains($0.tokens.lowerBound) && fits($0) })
      {
        if isMet(condition) { return nil }
        return trimmed(condition.start..<max(next.tokens.upperBound, condition.start))
      }
      if next.opening != .condition, divider.hasVerb(next.tokens), !isAside(next) { break }
    }
    if let range = fronted,
      let condition = words.conditions(near: range).last(where: { range.contains($0.tokens.lowerBound) }),
      words.conditions(near: range).contains(where: { range.contains($0.tokens.lowerBound) && fits($0) })
    {
      fronted = nil
      return trimmed(condition.start..<max(condition.start, range.upperBound))
    }
    return nil
  }

  /// "signed only after the mediators had promised it": a condition of what was done has been met.
  private func tellsWhatWasDone(_ reading: ClauseReading, _ clause: Clause) -> Bool {
    let verbs = words.elements(near: clause.tokens).filter {
      clause.tokens.contains($0.tokens.lowerBound) && !$0.isNominal && words.frame($0).kind != .judge
    }
    guard let verb = verbs.first(where: { words.frame($0).kind == .act || words.frame($0).kind == .wish }),
      !clause.tokens.contains(where: { words.has($0, .conditional) || words.base.has($0, .say) })
    else { return false }
    let first = verb.tokens.lowerBound
    return !verb.isNegated && words.frame(verb).modal != true
      && (words.has(first, .past) || words.lexicon.isPast(words.base.tokens[first].key))
      && words.frame(verb).kind == .act
  }

  /// "Before any meeting *they must hand over the hostages*": what must be comes before the target.
  func demanded(
    _ clause: Clause, _ fronted: Range<Int>?, _ elements: [StanceWords.Element]
  ) -> (ClauseReading, Range<Int>)? {
    guard let fronted, let element = elements.first(where: { words.frame($0).name == "should" && !$0.isNegated }),
      words.conditions(near: fronted).contains(where: {
        fronted.contains($0.tokens.lowerBound) && $0.kind == .untilCondition
      }),
      let target = words.targets(near: fronted).first(where: {
        fronted.contains($0.tokens.lowerBound) && ($0.kind == .strong || $0.kind == .weak)
      }), let words = trimmed(clause.tokens)
    else { return nil }
    let reading = ClauseReading(
      label: .conditional, role: .speaker, target: target, tokens: target.tokens.lowerBound..<element.tokens.upperBound,
      frames: ["must-before"], isOpen: true)
    return (reading, words)
  }

  /// "would only lose *if it does not come*": what is judged stands in the condition.
  func judged(_ clause: Clause, _ before: Before, _ isKnown: Bool) -> ClauseReading? {
    let judges = before.elements.filter { words.frame($0).kind == .judge }
    guard !judges.isEmpty, let opener = clause.opener,
      words.conditions(near: opener).contains(where: {
        $0.kind == .weakCondition && opener.contains($0.tokens.lowerBound)
      })
    else { return nil }
    var inner = clause
    inner.tokens = opener.upperBound..<clause.tokens.upperBound
    guard let reading = reader.read(inner, governors: judges, isKnown: isKnown), reading.role == .speaker else {
      return nil
    }
    return reading
  }

  /// "wants recognition *before he will come*", "they must leave *before we talk*": what is demanded before the target is its
  /// condition.
  mutating func precondition(_ clause: Clause, _ before: Before, _ subject: NounPhrase?, _ isKnown: Bool) {
    guard let opener = clause.opener,
      let condition = words.conditions(near: opener).first(where: { opener.contains($0.tokens.lowerBound) }),
      condition.kind == .untilCondition, !before.hasTarget,
      let demand = before.elements.last(where: { ["call", "need", "should"].contains(words.frame($0).name) }),
      !demand.isNegated, demand.tokens.upperBound < condition.tokens.lowerBound,
      let goal = goal(of: clause, isKnown)
    else { return }
    let isOthers = words.frame(demand).name == "should"
    let speaker = holders.speaker(of: demand.tokens)
    guard
      let holder = isOthers
        ? speaker.map({ holders.phrase(of: $0) })
        : subject.flatMap({ $0.isPronoun || startsWithPossessive($0) ? antecedent(of: $0, speaker, clause) : $0 }),
      !holder.isPronoun
    else { return }
    let reading = ClauseReading(
      label: .conditional, role: .subject, target: goal.target,
      tokens: demand.tokens.lowerBound..<goal.end, frames: ["demand-before"], isOpen: true)
    add(
      holder, reading, clause, nil, condition: trimmed(demand.tokens.upperBound..<condition.tokens.lowerBound),
      reason: nil, isImplied: false, confidence: 0.7)
  }

  /// What a clause says will come: the target, or a consent where the target has been named.
  private func goal(of clause: Clause, _ isKnown: Bool) -> (target: StanceWords.Target?, end: Int)? {
    if let target = words.targets(near: clause.tokens).first(where: {
      clause.tokens.contains($0.tokens.lowerBound) && ($0.kind == .strong || $0.kind == .weak || $0.kind == .verb)
    }) {
      return (target, target.tokens.upperBound)
    }
    guard isKnown,
      let consent = words.elements(near: clause.tokens).first(where: {
        clause.tokens.contains($0.tokens.lowerBound) && words.frame($0).alone == true && words.frame($0).label == .for
          && !$0.isNegated
      })
    else { return nil }
    return (nil, consent.tokens.upperBound)
  }

  /// ", Golikov wrote,": who speaks, between the parts of what is said.
  func isAside(_ clause: Clause) -> Bool {
    clause.tokens.contains { words.base.has($0, .say) }
      && !words.targets(near: clause.tokens).contains {
        clause.tokens.contains($0.tokens.lowerBound) && $0.kind == .strong
      }
      && !words.elements(near: clause.tokens).contains { clause.tokens.contains($0.tokens.lowerBound) }
  }

  func reason(_ clause: Clause, _ behind: ArraySlice<Clause>) -> Range<Int>? {
    for i in clause.tokens where words.has(i, .reason) && i > clause.tokens.lowerBound {
      let next = (i..<clause.tokens.upperBound).first { !words.has($0, .reason) } ?? clause.tokens.upperBound
      return trimmed(next..<clause.tokens.upperBound)
    }
    guard let next = behind.first, words.has(next.tokens.lowerBound, .reason) else { return nil }
    let start = next.tokens.first { !words.has($0, .reason) } ?? next.tokens.upperBound
    return trimmed(start..<next.tokens.upperBound)
  }

  func trimmed(_ range: Range<Int>) -> Range<Int>? {
    var (low, high) = (range.lowerBound, range.upperBound)
    while high > low, words.base.tokens[high - 1].kind == .mark, !words.base.isQuote(high - 1) { high -= 1 }
    while low < high,
      words.base.tokens[low].kind == .mark && !words.base.isQuote(low)
        || words.base.has(low, .that) && !words.base.has(low, .determiner) && words.base.mentionAt[low] < 0
    {
      low += 1
    }
    return low < high ? low..<high : nil
  }
}
