import SvodkaLanguage

/// What the words of one clause say about the target, before it is known whose stance it is.
struct ClauseReading {
  enum Role {
    /// The subject of the clause holds it.
    case subject
    /// Whoever speaks holds it.
    case speaker
  }
  var label: StanceLabel
  var role: Role
  /// The target in the clause; nil where the text before names it.
  var target: StanceWords.Target?
  /// From the first word that counts to the last.
  var tokens: Range<Int>
  /// The names of the frames, for `--explain`.
  var frames: [String]
  /// True when a frame of will, readiness or future has part in it, so that "if" makes it conditional.
  var isOpen: Bool
}

/// Reads clauses: the labels of the frames in a clause are multiplied, negations counted in.
struct ClauseReader {
  let words: StanceWords

  /// What a clause says about the target, nil for nothing; `isKnown` is true when the text near before has named the target.
  func read(_ clause: Clause, isKnown: Bool) -> ClauseReading? {
    let range = clause.tokens
    var elements = words.elements.filter {
      range.contains($0.tokens.lowerBound) && $0.tokens.upperBound <= range.upperBound
    }
    elements = withoutSecondVerb(elements, range)
    let targets = words.targets.filter { range.contains($0.tokens.lowerBound) }
    guard let target = choose(targets, elements, isKnown) else { return nil }
    let verbs = targets.filter { target.found != nil && $0.kind == .verb }
    guard !elements.isEmpty || verbs.contains(where: { words.isNegated(before: $0.tokens.lowerBound, range) }) else {
      return nil
    }
    var sign = 1
    var undecided = false
    var demands = false
    var judged = false
    var open = false
    var frames: [String] = []
    for element in elements {
      let frame = words.frame(element)
      var label = frame.label
      if element.isNegated {
        label = frame.negated ?? (label == .for ? .against : label == .against ? .for : label)
      }
      frames.append((element.isNegated ? "not-" : "") + frame.name)
      switch label {
      case .for: break
      case .against: sign = -sign
      case .undecided: undecided = true
      case .demand: demands = true
      }
      if frame.kind == .judge { judged = true }
      if frame.kind == .wish || frame.kind == .act { open = true }
    }
    for verb in verbs where words.isNegated(before: verb.tokens.lowerBound, range) {
      if elements.contains(where: { $0.tokens.overlaps(verb.tokens) }) { continue }
      sign = -sign
      frames.append("not-target")
    }
    let label: StanceLabel = demands ? .conditional : undecided ? .neutral : sign > 0 ? .support : .oppose
    let first = min(elements.first?.tokens.lowerBound ?? .max, target.found?.tokens.lowerBound ?? .max)
    let last = max(elements.last?.tokens.upperBound ?? 0, target.found?.tokens.upperBound ?? 0)
    let role: ClauseReading.Role = judged && !(undecided || demands) ? .speaker : .subject
    return ClauseReading(
      label: label, role: role, target: target.found, tokens: first..<last, frames: frames, isOpen: open)
  }

  /// "refused to come and left": a verb behind a conjunction is read only where nothing before it is.
  private func withoutSecondVerb(_ elements: [StanceWords.Element], _ range: Range<Int>) -> [StanceWords.Element] {
    guard elements.count > 1 else { return elements }
    for (n, element) in elements.enumerated() where n > 0 {
      let before = element.tokens.lowerBound - 1
      guard range.contains(before), words.base.has(before, .conjunction), words.frame(element).kind != .noun else {
        continue
      }
      let firstHasTarget = words.targets.contains {
        range.contains($0.tokens.lowerBound) && $0.tokens.lowerBound < before
      }
      let isAlone = elements[..<n].contains { words.frame($0).alone == true }
      if firstHasTarget || isAlone { return Array(elements[..<n]) }
    }
    return elements
  }

  private struct Choice {
    /// Nil where the text before names it.
    var found: StanceWords.Target?
  }

  /// The target of a clause: one it names, by itself before by a word that stands for it.
  private func choose(
    _ targets: [StanceWords.Target], _ elements: [StanceWords.Element], _ isKnown: Bool
  ) -> Choice? {
    func first(_ kind: TargetLexicon.Kind) -> StanceWords.Target? {
      let fitting = targets.filter { $0.kind == kind }
      guard let start = elements.first?.tokens.lowerBound else { return fitting.first }
      return fitting.first { $0.tokens.lowerBound >= start } ?? fitting.last
    }
    if let strong = first(.strong) { return Choice(found: strong) }
    if let weak = first(.weak) { return Choice(found: weak) }
    if let verb = first(.verb) { return Choice(found: verb) }
    if let place = first(.place),
      let motion = elements.last(where: {
        words.frame($0).motion == true && $0.tokens.lowerBound < place.tokens.lowerBound
          && place.tokens.lowerBound - $0.tokens.upperBound <= 6
      }),
      isKnown || elements.count > 1 || motion.isNegated
        || words.conditions.contains(where: { abs($0.tokens.lowerBound - place.tokens.lowerBound) < 25 })
    {
      return Choice(found: place)
    }
    guard isKnown else { return nil }
    if let anaphor = first(.anaphor), !elements.isEmpty { return Choice(found: anaphor) }
    return elements.contains { words.frame($0).alone == true } ? Choice(found: nil) : nil
  }
}
