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
  /// True for "called this blackmail", which may mean anything that was said.
  var isDeictic = false
  /// How the holder and the condition were found, for `--explain`.
  var path: [String] = []
  /// True for "not at gunpoint": what is refused is the manner.
  var isCoerced = false
}

/// Reads clauses: the labels of the frames that govern the target are multiplied, negations counted in.
struct ClauseReader {
  let words: StanceWords

  /// What a clause says about the target, nil for nothing.
  ///
  /// `governors` are frames of the clause before that govern this one too ("urged them to stop firing *and start* talking");
  /// `isKnown` is true when the text near before has named the target, `isNamedSoon` when the next sentence does; `hanging` is the target as the subject of this
  /// clause when an aside divides the two ("the talks, he said, were a trap").
  func read(
    _ clause: Clause, governors: [StanceWords.Element], isKnown: Bool, isNamedSoon: Bool = false,
    hanging: StanceWords.Target? = nil
  ) -> ClauseReading? {
    let range = clause.tokens
    let own = words.elements(near: range).filter {
      range.contains($0.tokens.lowerBound) && $0.tokens.upperBound <= range.upperBound
    }
    let targets = words.targets(near: range).filter { range.contains($0.tokens.lowerBound) }
    guard let target = choose(targets, own, isKnown, isNamedSoon) ?? hanging.map({ Choice(found: $0) }) else {
      return nil
    }
    if let found = target.found, isOnlyMeans(found, range) {
      return ClauseReading(
        label: .support, role: .speaker, target: found, tokens: found.tokens, frames: ["only-target"], isOpen: false)
    }
    let isRefused = target.found.map { isNegated($0, own, range) } ?? false
    var elements = own
    if let found = target.found { elements = governing(found, own, range) }
    elements = elements.filter { !isOpinion($0, before: elements) && !isManner($0) }
    if let found = target.found {
      elements = elements.filter { !isAttribute($0, of: found, beside: elements) }
      if governors.isEmpty, !isRefused, tellsOfTarget(found, elements, range) { return nil }
    }
    let onlyModal = governors.isEmpty && elements.allSatisfy { words.frame($0).modal == true && !$0.isNegated }
    if onlyModal, !isRefused, target.found?.kind != .verb { return nil }
    // «обсуждать там не будет»: what will not be done is another thing.
    if target.found?.kind == .anaphor, elements.allSatisfy({ words.frame($0).modal == true }),
      range.contains(where: { i in
        words.base.mentionAt[i] < 0 && words.base.has(i, .predicate)
          && words.lexicon.isInfinitive(words.base.tokens[i].key)
          && !elements.contains { $0.tokens.contains(i) }
      })
    {
      return nil
    }
    // "welcome any effort that brings them together in one room": the clause before says it all.
    let isGoverned =
      target.found != nil
      && governors.contains {
        words.frame($0).kind == .wish && words.frame($0).label == .for && words.frame($0).name != "ready"
          && !$0.isNegated
      }
    guard !elements.isEmpty || isRefused || isGoverned else { return nil }
    elements = governors + elements
    var reading = composed(elements, target: target.found?.tokens, isRefused: isRefused)
    if let found = target.found, found.kind == .anaphor, reading.role == .speaker,
      words.has(found.tokens.lowerBound, .deictic)
    {
      reading.isDeictic = true
    }
    let first = min(
      elements.dropFirst(governors.count).first?.tokens.lowerBound ?? .max, target.found?.tokens.lowerBound ?? .max)
    let last = max(elements.last?.tokens.upperBound ?? 0, target.found?.tokens.upperBound ?? 0)
    reading.target = target.found
    if isRefused, let found = target.found { reading.isCoerced = isCoerced(behind: found.tokens.upperBound) }
    reading.tokens = min(first, last - 1)..<last
    return reading
  }

  /// "only *talks* can end the war": whoever says so is for them.
  private func isOnlyMeans(_ target: StanceWords.Target, _ range: Range<Int>) -> Bool {
    guard target.kind == .strong || target.kind == .weak else { return false }
    var i = target.tokens.lowerBound - 1
    while i > range.lowerBound, target.tokens.lowerBound - i <= 3, !words.has(i, .only),
      !words.base.has(i, [.verb, .preposition]), words.base.tokens[i].kind == .word
    { i -= 1 }
    guard i >= range.lowerBound, words.has(i, .only) else { return false }
    // As the subject: right before its verb, or in Russian at the end.
    let near =
      words.lexicon.inversion ? range : target.tokens.upperBound..<min(range.upperBound, target.tokens.upperBound + 6)
    return near.contains { words.has($0, .ability) }
  }

  /// The product of the frames.
  private func composed(
    _ elements: [StanceWords.Element], target: Range<Int>?, isRefused: Bool
  ) -> ClauseReading {
    var sign = isRefused ? -1 : 1
    var isUndecided = false
    var demands = false
    var isJudged = false
    var settles = false
    var isOpen = isRefused
    var frames: [String] = isRefused ? ["not-target"] : []
    var before: FrameLexicon.Frame.Label?
    var last: StanceWords.Element?
    let isCoerced = elements.last.map { self.isCoerced(behind: $0.tokens.upperBound) } ?? false
    for element in elements {
      let frame = words.frame(element)
      var label = frame.label
      if element.isNegated {
        label = frame.negated ?? (label == .for ? .against : label == .against ? .for : label)
      }
      frames.append((element.isNegated ? "not-" : "") + frame.name)
      // "denounced the talks as a trap", "useless and harmful": the judgement says it again.
      let saysAgain =
        frame.kind == .judge && label == .against && before == .against
        && (isLikened(element) || last.map { words.frame($0).kind == .judge && !$0.isNegated } ?? false)
      switch label {
      case .for: break
      case .against: if !saysAgain { sign = -sign }
      case .undecided: isUndecided = isUndecided || !settles
      // "rejects preconditions for talks": whoever does is for them.
      case .demand
      where before == .against && frame.final != true && !isBetween(target, last, element):
        sign = -sign
        label = .for
      case .demand
      where words.has(element.tokens.lowerBound, .former)
        && elements.contains(where: { $0.tokens.lowerBound >= element.tokens.upperBound && isPast($0) }):
        break
      case .demand:
        demands =
          demands || frame.final != true
          || elements.contains {
            words.frame($0).kind == .wish && words.frame($0).modal != true || words.frame($0).kind == .judge
          }
      }
      if frame.kind == .judge, !saysAgain { isJudged = true }
      if frame.kind == .wish || frame.kind == .act, !isPast(element) || frame.kind == .wish { isOpen = true }
      if frame.settles == true, !element.isNominal { settles = true }
      before = label
      last = element
    }
    let label: StanceLabel = demands ? .conditional : isUndecided ? .neutral : sign > 0 ? .support : .oppose
    let isSpoken = isJudged && !(isUndecided || demands) || elements.isEmpty
    return ClauseReading(
      label: label, role: isSpoken ? .speaker : .subject, target: nil, tokens: 0..<0, frames: frames, isOpen: isOpen,
      isCoerced: isCoerced)
  }

  private func isBetween(
    _ target: Range<Int>?, _ first: StanceWords.Element?, _ second: StanceWords.Element
  ) -> Bool {
    guard let target, let first else { return false }
    return first.tokens.lowerBound < target.lowerBound && target.lowerBound < second.tokens.lowerBound
  }

  private func isCoerced(behind end: Int) -> Bool {
    (end..<min(words.base.tokens.count, end + 7)).contains { words.has($0, .coercion) }
  }

  /// The frames that have the target in their scope: those before it, unless nothing before it is a verb of its own.
  private func governing(
    _ target: StanceWords.Target, _ elements: [StanceWords.Element], _ range: Range<Int>
  ) -> [StanceWords.Element] {
    let ahead = elements.filter {
      $0.tokens.lowerBound < target.tokens.lowerBound
        || $0.tokens.overlaps(target.tokens) && !(words.frame($0).kind == .noun && target.kind != .verb)
    }
    // "press for *an end to the bloodshed and* a return to talks": the one is not about the other.
    let siblings = zip(ahead, ahead.dropFirst()).filter { one, next in
      one.isNominal && next.isNominal
        && (one.tokens.upperBound..<max(one.tokens.upperBound, next.tokens.lowerBound)).contains {
          words.base.has($0, .joiner)
        }
    }.map(\.0.tokens)
    let before = ahead.filter { one in !siblings.contains(one.tokens) }
    let behind = elements.filter { $0.tokens.lowerBound >= target.tokens.upperBound }
    if let last = before.last {
      let between = last.tokens.upperBound..<max(last.tokens.upperBound, target.tokens.lowerBound)
      let near = max(between.lowerBound, target.tokens.lowerBound - 4)..<between.upperBound
      // "an end to the war through talks": the talks are the means, whatever is to end.
      if words.frame(last).kind == .act, near.contains(where: { words.has($0, .means) }), isOpaque(between) {
        return before.filter { words.frame($0).kind != .act }
      }
      if isOpaque(between), words.frame(last).label != .undecided { return [] }
    }
    let isGoverned = before.contains {
      !$0.isNominal && words.frame($0).kind != .judge && words.frame($0).modal != true && !isInfinitive($0, range)
        && !words.has($0.tokens.lowerBound, .opinion)
    }
    return before
      + behind.filter { element in
        let frame = words.frame(element)
        if frame.kind == .demand || isPassive(element, of: target) { return true }
        if isGoverned { return frame.kind == .judge && isLikened(element) }
        return !isPurpose(element, of: target)
      }
  }

  /// "considers the talks useless": not a weighing, but a judgement.
  private func isOpinion(_ element: StanceWords.Element, before all: [StanceWords.Element]) -> Bool {
    words.frame(element).label == .undecided && words.has(element.tokens.lowerBound, .opinion)
      && all.contains { words.frame($0).kind == .judge && $0.tokens.lowerBound > element.tokens.lowerBound }
  }

  /// "supports *constructive* dialogue": what sort of talks, no judgement of them, where another frame says what is held.
  private func isAttribute(
    _ element: StanceWords.Element, of target: StanceWords.Target, beside all: [StanceWords.Element]
  ) -> Bool {
    words.frame(element).kind == .judge && element.tokens.count == 1 && target.kind != .anaphor
      && (0...1).contains(target.tokens.lowerBound - element.tokens.upperBound)
      && !words.base.has(element.tokens.lowerBound, .predicate)
      && all.contains {
        words.frame($0).kind != .judge && words.frame($0).modal != true
          && $0.tokens.lowerBound < element.tokens.lowerBound
      }
  }

  /// "*Talks* between the two *ended* on Sunday": what was, with nobody's will in it.
  private func tellsOfTarget(
    _ target: StanceWords.Target, _ elements: [StanceWords.Element], _ range: Range<Int>
  ) -> Bool {
    guard !words.lexicon.inversion, target.kind == .strong || target.kind == .weak, !elements.isEmpty else {
      return false
    }
    return elements.allSatisfy {
      $0.tokens.lowerBound >= target.tokens.upperBound && words.frame($0).kind == .act && !$0.isNominal && isPast($0)
        && !isPassive($0, of: target)
    }
      && !(range.lowerBound..<max(range.lowerBound, target.tokens.lowerBound)).contains {
        words.base.mentionAt[$0] >= 0 || words.base.has($0, [.actor, .pronoun]) && !words.base.has($0, .possessive)
      }
  }

  /// «*безответственно* отвергает»: how something is done, no judgement of the target.
  private func isManner(_ element: StanceWords.Element) -> Bool {
    let (first, next) = (element.tokens.lowerBound, element.tokens.upperBound)
    guard words.frame(element).kind == .judge, element.tokens.count == 1, next < words.base.tokens.count,
      words.lexicon.isManner(words.base.tokens[first].key), words.base.mentionAt[next] < 0
    else { return false }
    return words.base.has(next, .predicate) && !words.base.has(next, .auxiliary)
      && !words.lexicon.isInfinitive(words.base.tokens[next].key)
  }

  /// "opposes *the presence* of Kurds at the talks": what is opposed is another thing.
  private func isOpaque(_ between: Range<Int>) -> Bool { between.contains { words.has($0, .opaque) } }

  /// "talks to end the war".
  private func isPurpose(_ element: StanceWords.Element, of target: StanceWords.Target) -> Bool {
    guard !words.lexicon.inversion, element.tokens.lowerBound > target.tokens.upperBound else { return false }
    let between = target.tokens.upperBound..<element.tokens.lowerBound
    let isPrepared = words.isParticiple(element) || words.base.tokens[element.tokens.lowerBound - 1].key == "to"
    return isPrepared && !between.contains { words.base.mentionAt[$0] < 0 && words.base.has($0, .verb) }
  }

  /// "wants the talks to be suspended": the target is what the verb is done to.
  private func isPassive(_ element: StanceWords.Element, of target: StanceWords.Target) -> Bool {
    let first = element.tokens.lowerBound
    return (max(target.tokens.upperBound, first - 3)..<max(target.tokens.upperBound, first)).contains {
      words.has($0, .passive)
    }
  }

  /// "as a trap", «как предательство».
  private func isLikened(_ element: StanceWords.Element) -> Bool {
    var i = element.tokens.lowerBound - 1
    while i >= 0, element.tokens.lowerBound - i <= 4 {
      if words.has(i, .likening) { return true }
      if words.base.has(i, .verb), words.base.mentionAt[i] < 0 { return false }
      i -= 1
    }
    return false
  }

  /// True when the form is an infinitive: by its ending, or by the word before it.
  func isInfinitive(_ element: StanceWords.Element, _ range: Range<Int>) -> Bool {
    let first = element.tokens.lowerBound
    if words.lexicon.isInfinitive(words.base.tokens[first].key) { return true }
    return !words.lexicon.inversion && first > range.lowerBound && words.base.tokens[first - 1].key == "to"
  }

  private func isPast(_ element: StanceWords.Element) -> Bool {
    let first = element.tokens.lowerBound
    guard words.has(first, .past) || words.lexicon.isPast(words.base.tokens[first].key) else { return false }
    return !(max(0, first - 3)..<first + 3).contains { $0 < words.base.tokens.count && words.has($0, .conditional) }
  }

  private func isNegated(
    _ target: StanceWords.Target, _ elements: [StanceWords.Element], _ range: Range<Int>
  ) -> Bool {
    if target.kind == .verb {
      return !elements.contains { $0.tokens.overlaps(target.tokens) }
        && words.isNegated(before: target.tokens.lowerBound, range)
          != words.deniesObject(target.tokens.upperBound, range)
    }
    guard target.kind == .strong || target.kind == .weak, words.isNegated(target, in: range) else { return false }
    // «никаких переговоров не будет»: both deny once.
    if words.lexicon.inversion, elements.contains(where: \.isNegated) { return false }
    // "No talks were held" tells what was.
    return !range.contains { words.has($0, .past) && words.base.has($0, .auxiliary) }
  }
}
