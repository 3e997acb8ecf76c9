import SvodkaLanguage

/// Which word of a clause is its target.
extension ClauseReader {
  struct Choice {
    /// Nil where the text before names it.
    var found: StanceWords.Target?
  }

  /// The target of a clause: one it names, by itself before by a word that stands for it.
  func choose(
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
