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
    let onlyModal = governors.isEmpty && elements.allSatisfy { words.frame($0).modal == true && !$0.isNegated }
    if onlyModal, !isRefused, target.found?.kind != .verb { return nil }
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
      // "denounced the talks as a trap": the judgement says it again.
      let saysAgain = frame.kind == .judge && label == .against && before == .against && isLikened(element)
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
    let before = elements.filter {
      $0.tokens.lowerBound < target.tokens.lowerBound
        || $0.tokens.overlaps(target.tokens) && !(words.frame($0).kind == .noun && target.kind != .verb)
    }
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

  private struct Choice {
    /// Nil where the text before names it.
    var found: StanceWords.Target?
  }

  /// The target of a clause: one it names, by itself before by a word that stands for it.
  private func choose(
    _ targets: [StanceWords.Target], _ elements: [StanceWords.Element], _ isKnown: Bool, _ isNamedSoon: Bool
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
        words.frame($0).motion == true
          && ($0.tokens.lowerBound < place.tokens.lowerBound
            ? place.tokens.lowerBound - $0.tokens.upperBound <= 6
            : words.lexicon.inversion && $0.tokens.lowerBound - place.tokens.upperBound <= 3)
      }),
      isKnown || isNamedSoon || elements.count(where: { words.frame($0).modal != true || !place.isSlight }) > 1
        || motion.isNegated
        || (min(motion.tokens.upperBound, place.tokens.lowerBound)..<place.tokens.upperBound + 4).contains(where: {
          $0 < words.base.tokens.count && words.has($0, .deputy)
        })
        || words.conditions(near: place.tokens.lowerBound - 25..<place.tokens.lowerBound + 25).contains(where: {
          abs($0.start - place.tokens.lowerBound) < 25
        })
    {
      return Choice(found: place)
    }
    guard isKnown else { return nil }
    if let anaphor = first(.anaphor), !elements.isEmpty { return Choice(found: anaphor) }
    // "their resumption", «их продолжение».
    if elements.contains(where: {
      $0.isNominal && words.frame($0).kind == .act && words.base.has($0.tokens.lowerBound - 1, .possessive)
    }) {
      return Choice(found: nil)
    }
    // "agreed to let *the others in*": what the last of the verbs is about counts for those before it.
    if !elements.contains(where: { words.frame($0).kind == .demand }),
      let last = elements.last(where: { [.act, .wish].contains(words.frame($0).kind) && !$0.isNominal }),
      words.frame(last).label != .undecided, words.frame(last).modal != true, hasOwnObject(last)
    {
      return nil
    }
    return elements.contains {
      words.frame($0).alone == true && (words.frame($0).label == .demand || !hasOwnObject($0))
    } ? Choice(found: nil) : nil
  }

  /// "stop *shooting*": what the verb is about is named, and is not the target.
  private func hasOwnObject(_ element: StanceWords.Element) -> Bool {
    let next = element.tokens.upperBound
    let frame = words.frame(element)
    if frame.kind == .act, frame.label == .for, element.tokens.count > 1 { return false }
    guard next < words.base.tokens.count, words.base.tokens[next].kind == .word, words.base.mentionAt[next] < 0 else {
      return false
    }
    if doesSomethingElse(next) { return true }
    return !words.base.has(
      next, [.preposition, .conjunction, .adverb, .time, .that, .subordinator, .relative, .verb, .pronoun])
      && words.base.tokens[next].key != "to"
      && !words.elements(near: next..<next + 1).contains { $0.tokens.contains(next) }
  }

  /// "refused *to say* where they are", «решило *отступить*»: an infinitive that has nothing to do with the target.
  private func doesSomethingElse(_ next: Int) -> Bool {
    let verb = words.lexicon.inversion ? next : next + 1
    guard verb < words.base.tokens.count, words.base.tokens[verb].kind == .word, words.base.mentionAt[verb] < 0,
      words.lexicon.inversion
        ? words.lexicon.isInfinitive(words.base.tokens[verb].key) : words.base.tokens[next].key == "to"
    else { return false }
    return !words.elements(near: verb..<verb + 2).contains {
      $0.tokens.lowerBound <= verb + 1 && $0.tokens.upperBound > verb
    }
      && !words.targets(near: verb..<verb + 2).contains { $0.tokens.contains(verb) }
  }
}
