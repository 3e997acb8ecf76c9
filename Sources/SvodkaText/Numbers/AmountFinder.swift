internal import SvodkaKit

/// Walks over the pieces of a text and puts numbers, their bounds and their surroundings together.
struct AmountFinder {
  let grammar: NumberGrammar
  private var pieces: [NumberPiece] { grammar.pieces }
  private var vocabulary: NumberVocabulary { grammar.vocabulary }

  init(grammar: NumberGrammar) { self.grammar = grammar }

  func all() -> [Amount] {
    var found: [Amount] = []
    var free = 0
    var i = 0
    while i < pieces.count {
      let piece = pieces[i]
      guard piece.kind == .digits || (piece.word >= 0 && grammar.has(i, .starts)) else {
        i += 1
        continue
      }
      if piece.kind == .word, let (_, end) = vocabulary.idioms.longest(pieces, at: i) {
        i = end
        continue
      }
      guard let core = grammar.number(at: i) else {
        i += 1
        continue
      }
      let made = amounts(from: core, free: free)
      found.append(contentsOf: made.amounts)
      i = max(made.end, i + 1)
      free = i
    }
    return found
  }

  private func span(_ start: Int, _ end: Int) -> TextSpan { TextSpan(pieces[start].start, pieces[end - 1].end) }

  /// The amount of a number with its bounds, or the two of "from 59 to 62" behind a word of growth.
  private func amounts(from first: NumberGrammar.Core, free: Int) -> (amounts: [Amount], end: Int) {
    if let ratio = ratio(first) { return ([ratio.amount], ratio.end) }
    let opening = first.kind == .cardinal ? vocabulary.rangeOpen.longest(pieces, before: first.start) : nil
    if let opening, opening.start >= free {
      let reached = isReaching(before: opening.start)
      if let second = closing(opening.value, after: first) {
        if reached {
          var former = amount(first, start: first.start, qualifier: .exact)
          former.isFormer = true
          return ([former, bounded(second, from: second.start, free: second.start, reached: true)], second.end)
        }
        if let range = range(first, second, start: opening.start) { return ([range], second.end) }
      } else if reached, opening.start > 0, grammar.has(opening.start - 1, .reaching) {
        var former = amount(first, start: first.start, qualifier: .exact)
        former.isFormer = true
        return ([former], first.end)
      }
    }
    if first.kind == .cardinal, let second = linked(after: first) {
      let start = qualifier(before: first.start, free: free)?.start ?? first.start
      if let range = range(first, second, start: start) { return ([range], second.end) }
    }
    let amount = bounded(first, from: first.start, free: free, reached: false)
    let end = pieces.firstIndexBehind(amount.span.end, from: first.end)
    return ([amount], end)
  }

  // MARK: Ranges and ratios

  private func closing(_ range: Int, after first: NumberGrammar.Core) -> NumberGrammar.Core? {
    // «от 20 человек до 30»: one word may stand between.
    for skip in 0...1 {
      let at = first.end + skip
      guard at < pieces.count, skip == 0 || pieces[at - 1].kind == .word else { return nil }
      guard let (_, end) = vocabulary.rangeClose[range].longest(pieces, at: at), end < pieces.count else { continue }
      // Words such as "about" may stand before the second number.
      let next = vocabulary.before.longest(pieces, at: end)?.end ?? end
      if next < pieces.count, let second = grammar.number(at: next), second.kind == .cardinal { return second }
    }
    return nil
  }

  private func linked(after first: NumberGrammar.Core) -> NumberGrammar.Core? {
    guard let (_, end) = vocabulary.rangeLinks.longest(pieces, at: first.end), end < pieces.count else { return nil }
    // A dash between blanks divides clauses.
    if pieces[first.end].kind == .mark, pieces[first.end].spaced || pieces[end].spaced { return nil }
    guard let second = grammar.number(at: end), second.kind == .cardinal, !second.isIndefinite else { return nil }
    if vocabulary.nearLinks.longest(pieces, at: first.end) != nil, second.scale == nil, second.value > first.value * 2,
      second.value > first.value + 1
    {
      return nil
    }
    return second
  }

  private func range(_ first: NumberGrammar.Core, _ second: NumberGrammar.Core, start: Int) -> Amount? {
    var low = first.value
    // "5 to 8 thousand": the scale belongs to both.
    if first.scale == nil, let scale = second.scale, first.value <= second.factor { low = first.value * scale }
    if let single = first.singular, first.isIndefinite { low = single }
    guard low < second.value else { return nil }
    var range = amount(second, start: start, qualifier: .range)
    range.core = span(first.start, second.end)
    range.low = Int(exactly: low)
    if range.low == nil { range.high = nil }
    range.isDigits = first.isDigits
    // "$2-3 billion": the sign stands before the first.
    if range.kind == .cardinal, grammar.has(first.start - 1, .moneySign) { range.kind = .money }
    if first.isPlainDigits, isYear(first.value), isYear(second.value) { range.kind = .date }
    return range
  }

  private func isYear(_ value: Double) -> Bool { value >= 1500 && value <= 2100 }

  private func ratio(_ part: NumberGrammar.Core) -> (amount: Amount, end: Int)? {
    guard part.kind == .cardinal, !part.isIndefinite, part.value >= 1, part.value <= vocabulary.ratioParts,
      let (_, end) = vocabulary.ratios.longest(pieces, at: part.end), end < pieces.count,
      let whole = grammar.number(at: end), whole.kind == .cardinal, whole.value > part.value,
      vocabulary.ratioWholes.contains(whole.value), !grammar.has(whole.end, .unit), !grammar.has(whole.end, .month)
    else { return nil }
    var ratio = amount(part, start: part.start, qualifier: .exact)
    ratio.kind = .ratio
    ratio.span = span(part.start, whole.end)
    ratio.value = part.value / whole.value
    (ratio.low, ratio.high) = (nil, nil)
    return (ratio, whole.end)
  }

  /// True when one of the words before `end`, in the same sentence, tells of growth or fall.
  private func isReaching(before end: Int) -> Bool {
    var i = end - 1
    while i >= 0, i >= end - 14, pieces[i].kind != .lineEnd, !grammar.has(i, .stop) {
      if grammar.has(i, .reaching) { return true }
      i -= 1
    }
    return false
  }

  // MARK: Bounds

  private func qualifier(before start: Int, free: Int) -> (qualifier: Amount.Qualifier, start: Int)? {
    var at = start
    var found: (Amount.Qualifier, Int)?
    while at > free {
      var end = at
      var match = vocabulary.before.longest(pieces, before: end)
      var skipped = 0
      while match == nil, skipped < 2, end - 1 > free, grammar.has(end - 1, .between) || isQuote(end - 1) {
        end -= 1
        skipped += 1
        match = vocabulary.before.longest(pieces, before: end)
      }
      guard let match, match.start >= free else { break }
      let qualifier = NumberVocabulary.qualifiers[match.value]
      if qualifier == .upTo, isReaching(before: match.start) { break }
      if qualifier != .exact || found == nil { found = (qualifier, match.start) }
      at = match.start
    }
    return found
  }

  private func isQuote(_ i: Int) -> Bool {
    guard pieces[i].kind == .mark else { return false }
    switch grammar.bytes[pieces[i].start] {
    case 0x22, 0x27: return true
    case 0xC2: return true
    // Of the marks that begin so, dashes divide.
    case 0xE2:
      return grammar.bytes[pieces[i].start + 1] == 0x80 && grammar.bytes[pieces[i].start + 2] > 0x95
    default: return false
    }
  }

  private func qualifier(after end: Int) -> (qualifier: Amount.Qualifier, end: Int)? {
    if end < pieces.count, let (value, behind) = vocabulary.after.longest(pieces, at: end) {
      return (NumberVocabulary.qualifiers[value], behind)
    }
    // Behind what is counted: "20 people or more". The words do not join the amount.
    for skip in 1...2 where end + skip < pieces.count {
      guard pieces[end + skip - 1].kind == .word else { return nil }
      // In "20 killed and at least 30 wounded" they bound the next number.
      if let (value, behind) = vocabulary.after.longest(pieces, at: end + skip), behind > end + skip + 1,
        !opensNumber(behind)
      {
        return (NumberVocabulary.qualifiers[value], end)
      }
    }
    return nil
  }

  private func opensNumber(_ i: Int) -> Bool {
    i < pieces.count && (pieces[i].kind == .digits || pieces[i].word >= 0 && grammar.has(i, .starts))
  }

  private func bounded(_ core: NumberGrammar.Core, from start: Int, free: Int, reached: Bool) -> Amount {
    var core = core
    let before = reached ? nil : qualifier(before: core.start, free: free)
    let after = qualifier(after: core.end)
    var qualifier = before?.qualifier ?? .exact
    if qualifier == .exact, let after { qualifier = after.qualifier }
    var first = before?.start ?? core.start
    if core.isIndefinite {
      if let singular = core.singular, qualifier != .exact {
        (core.value, core.isIndefinite) = (singular, false)
      } else {
        qualifier = .indefinite
      }
    }
    if qualifier == .exact, core.isRough { qualifier = .about }
    if qualifier == .exact, core.kind == .cardinal, let inverted = inversion(before: core.start, free: free) {
      qualifier = .about
      first = min(first, inverted)
    }
    var made = amount(core, start: first, qualifier: qualifier)
    if let after { made.span = made.span.union(span(core.start, max(after.end, core.end))) }
    return made
  }

  /// «человек двадцать», «человек в двадцать»: the word that is counted stands first.
  private func inversion(before start: Int, free: Int) -> Int? {
    var noun = start - 1
    if noun > free, grammar.has(noun, .invertedLink) { noun -= 1 }
    guard noun >= free, pieces[start].spaced, grammar.has(noun, .inverted) else { return nil }
    // «погибли 20 человек, 5 ранены» and «сколько человек 20 мая» have no such order.
    if noun > 0, pieces[noun - 1].kind == .digits || grammar.lexeme(noun - 1)?.cardinal != nil { return nil }
    if noun == free, free > 0 { return nil }
    return grammar.lexeme(noun - 1)?.scale != nil ? nil : noun
  }

  // MARK: The amount

  private func amount(_ core: NumberGrammar.Core, start: Int, qualifier: Amount.Qualifier) -> Amount {
    let whole = core.value == core.value.rounded() && core.value < 9e15 ? Int(core.value) : nil
    var low = whole
    var high = whole
    switch qualifier {
    case .exact, .about, .range: break
    case .atLeast, .moreThan, .indefinite: high = nil
    case .upTo, .fewerThan: low = whole == nil ? nil : 0
    }
    var made = Amount(
      span: span(start, core.end), core: span(core.start, core.end), kind: core.kind, qualifier: qualifier,
      value: core.value, low: low, high: high, isCollective: core.isCollective, isFormer: false,
      isDigits: core.isDigits)
    if core.kind == .cardinal { made.kind = AmountSurroundings(grammar: grammar).kind(of: core, start: start) }
    return made
  }
}

extension [NumberPiece] {
  /// The first piece that starts at or behind a byte, looked for from a piece onward.
  func firstIndexBehind(_ byte: Int, from start: Int) -> Int {
    var i = start
    while i < count, self[i].start < byte { i += 1 }
    return i
  }
}
