/// Tells by the words around a number whether it counts, measures, dates or names.
struct AmountSurroundings {
  let grammar: NumberGrammar
  private var pieces: [NumberPiece] { grammar.pieces }

  /// The kind of a number that its own words leave a cardinal; `start` is the first piece of its qualifier.
  func kind(of core: NumberGrammar.Core, start: Int) -> Amount.Kind {
    let (before, after) = (core.start - 1, core.end)
    if grammar.has(before, .moneySign) || grammar.has(after, .moneySign) { return .money }
    if grammar.has(before, .code) { return .code }
    let vocabulary = grammar.vocabulary
    if after < pieces.count, let (_, _) = vocabulary.ageAfter.longest(pieces, at: after) { return .age }
    for end in [core.start, start] where end > 0 {
      if vocabulary.ageBefore.longest(pieces, before: end) != nil { return .age }
    }
    if isDate(core) { return .date }
    let next = grammar.has(after, .moneyAdjective) ? after + 1 : after
    if next < pieces.count, pieces[next].kind != .lineEnd {
      if grammar.has(after, .percent) { return .percent }
      if grammar.has(next, .money) { return .money }
      if grammar.has(next, .unit) { return .measure }
    }
    // "800-page", "two-day": one word with what follows.
    if grammar.has(after, .hyphen), grammar.isClose(after), grammar.isClose(after + 1), pieces[after + 1].kind == .word,
      core.scale == nil || core.isDigits, vocabulary.after.longest(pieces, at: after) == nil
    {
      return .measure
    }
    // "mid-2014", "Group-of-seven": one word with what precedes.
    if grammar.has(before, .hyphen), grammar.isClose(core.start), grammar.isClose(before),
      before > 0, pieces[before - 1].kind == .word, !isNumber(before - 1)
    {
      return .code
    }
    return .cardinal
  }

  private func isNumber(_ i: Int) -> Bool {
    grammar.lexeme(i).map { ($0.cardinal ?? $0.scale) != nil || $0.half != nil } ?? false
  }

  private func isDate(_ core: NumberGrammar.Core) -> Bool {
    guard core.isDigits else { return false }
    let (before, after) = (core.start - 1, core.end)
    let isYear = core.isPlainDigits && core.value >= 1500 && core.value <= 2100
    if isYear, grammar.has(after, .year) { return true }
    if core.isPlainDigits, core.value <= 31, isMonth(after) { return true }
    if core.isPlainDigits, core.value <= 31 || isYear, isMonth(before) { return true }
    if isYear, grammar.has(before, .yearPreposition) { return true }
    if isYear, before > 0, pieces[before].kind == .mark, pieces[before - 1].kind == .digits, isMonth(before - 2) {
      return true
    }
    return core.isPlainDigits && core.value <= 24 && grammar.has(after, .clock) && !grammar.has(after, .unit)
  }

  /// A month's name; in English it must be written with a capital: "40 may have died".
  private func isMonth(_ i: Int) -> Bool {
    guard grammar.has(i, .month) else { return false }
    let first = grammar.bytes[pieces[i].start]
    return first >= 0x80 || (0x41...0x5A).contains(first)
  }
}
