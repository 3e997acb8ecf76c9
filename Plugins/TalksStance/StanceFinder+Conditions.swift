import SvodkaKit
import SvodkaLanguage
import SvodkaNames

/// On which condition, and why.
extension StanceFinder {
  func condition(
    for reading: ClauseReading, _ clause: Clause, _ behind: ArraySlice<Clause>, _ fronted: inout Range<Int>?
  ) -> Range<Int>? {
    func fits(_ condition: StanceWords.Condition) -> Bool {
      switch condition.kind {
      case .eventCondition where reading.label == .oppose: return true
      case .weakCondition, .eventCondition:
        return reading.isOpen && reading.label != .neutral
          && (reading.role == .subject || reading.frames == ["not-target"])
      case .prepositionCondition:
        return reading.label != .neutral
          && (reading.isOpen && reading.role == .subject
            || reading.label == .oppose && condition.tokens.lowerBound == clause.tokens.lowerBound)
      case .untilCondition: return reading.label == .oppose && (reading.role == .subject || reading.isOpen)
      default: return true
      }
    }
    if reading.label == .neutral, reading.role == .speaker { return nil }
    for condition in words.conditions(near: clause.tokens)
    where clause.tokens.contains(condition.tokens.lowerBound) && condition.start < clause.tokens.upperBound
      && fits(condition)
    {
      return trimmed(condition.extent ?? condition.start..<clause.tokens.upperBound)
    }
    for next in behind {
      if next.opening == .condition, let opener = next.opener,
        let condition = words.conditions(near: opener).last(where: { opener.contains($0.tokens.lowerBound) }),
        words.conditions(near: opener).contains(where: { opener.contains($0.tokens.lowerBound) && fits($0) })
      {
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

  /// "wants recognition *before he will come*": what is demanded before the target is its condition.
  mutating func precondition(_ clause: Clause, _ before: Before, _ subject: NounPhrase?) {
    guard let opener = clause.opener,
      let condition = words.conditions(near: opener).first(where: { opener.contains($0.tokens.lowerBound) }),
      condition.kind == .untilCondition, !before.hasTarget,
      let demand = before.elements.last(where: { words.frame($0).name == "call" && !$0.isNegated }),
      let target = words.targets(near: clause.tokens).first(where: {
        clause.tokens.contains($0.tokens.lowerBound) && ($0.kind == .strong || $0.kind == .weak || $0.kind == .verb)
      }), let holder = subject, !holder.isPronoun, demand.tokens.upperBound < condition.tokens.lowerBound
    else { return }
    let reading = ClauseReading(
      label: .conditional, role: .subject, target: target,
      tokens: demand.tokens.lowerBound..<target.tokens.upperBound, frames: ["demand-before"], isOpen: true)
    add(
      holder, reading, clause, nil, condition: trimmed(demand.tokens.upperBound..<condition.tokens.lowerBound),
      reason: nil, isImplied: false, confidence: 0.7)
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
