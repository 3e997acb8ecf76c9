/// Reads one number, without the words that bound it, from the pieces of a text.
struct NumberGrammar {
  /// A number as it is named.
  struct Core {
    var start: Int
    var end: Int
    var value: Double
    var kind: Amount.Kind = .cardinal
    var isIndefinite = false
    var isRough = false
    var isCollective = false
    var isDigits = false
    /// A form such as «тысячи» that is 1000 after «более» and an open plural elsewhere; `value` holds the plural.
    var singular: Double?
    /// What stands before the last scale, and that scale: 5 and 1000 in "5 thousand".
    var factor = 0.0
    var scale: Double?
    /// True of digits without grouping, which may be a year.
    var isPlainDigits = false
  }

  let vocabulary: NumberVocabulary
  let bytes: UnsafeBufferPointer<UInt8>
  let pieces: [NumberPiece]

  func lexeme(_ i: Int) -> NumberLexeme? {
    guard i >= 0, i < pieces.count, pieces[i].word >= 0 else { return nil }
    return vocabulary.lexemes[Int(pieces[i].word)]
  }

  func has(_ i: Int, _ role: NumberLexeme.Roles) -> Bool { lexeme(i)?.roles.contains(role) ?? false }

  /// True when piece `i` follows the one before without white space.
  func isClose(_ i: Int) -> Bool { i > 0 && i < pieces.count && !pieces[i].spaced }

  /// The number that starts at a piece.
  func number(at i: Int) -> Core? {
    if pieces[i].kind == .digits { return count(at: i) }
    guard let first = lexeme(i), first.roles.contains(.starts) else { return nil }
    if first.isHomograph, !isMeant(i) { return nil }
    if let (_, end) = vocabulary.zero.longest(pieces, at: i) { return Core(start: i, end: end, value: 0) }
    if let (value, end) = vocabulary.indefinite.longest(pieces, at: i) {
      if let chain = plural(at: end) { return Core(start: i, end: chain.end, value: chain.value, isIndefinite: true) }
      return Core(start: i, end: end, value: Double(value), isIndefinite: true)
    }
    if first.roles.contains(.article) {
      guard let second = lexeme(i + 1), pieces[i + 1].spaced else { return nil }
      let isCount = second.roles.contains(.singular) || second.compound != nil || second.fraction != nil
      let isPart = second.denominator != nil && (has(i + 2, .fractionLink) || lexeme(i + 2)?.scale != nil)
      guard isCount || isPart else { return nil }
      if isPart { return part(1 / Double(second.denominator ?? 1), from: i, link: i + 2) }
      guard var core = second.roles.contains(.singular) ? count(at: i + 1, article: true) : number(at: i + 1) else {
        return nil
      }
      core.start = i
      return core
    }
    if first.roles.contains(.every) { return every(at: i) }
    if let rough = invertedScale(at: i) { return rough }
    if let fraction = first.fraction { return part(fraction, from: i, link: i + 1) }
    if let factor = first.compound ?? first.half {
      var core = Core(start: i, end: i + 1, value: factor, isRough: first.roles.contains(.rough), factor: factor)
      let next = has(i + 1, .fractionLink) ? i + 2 : i + 1
      if let (scale, end) = scale(at: next), factor < 10 || scale.value >= 1000, scale.value > factor {
        core.value = factor * scale.value
        core.scale = scale.value
        core.isRough = core.isRough || scale.rough
        core.end = end
        if let (more, end) = self.scale(at: end), more.value > scale.value {
          core.value *= more.value
          core.end = end
        }
      }
      return core
    }
    if first.roles.contains(.plural), first.scale != nil { return barePlural(at: i, first) }
    return count(at: i)
  }

  /// The scale at a piece, and the piece behind it and behind the stop of its abbreviation.
  func scale(at i: Int) -> (scale: NumberVocabulary.Scale, end: Int)? {
    guard let lexeme = lexeme(i), let number = lexeme.scale else { return nil }
    if lexeme.roles.contains(.short) {
      // One letter is a scale only when it stands close to digits: 5m.
      if pieces[i].end - pieces[i].start == 1, !isClose(i) { return nil }
      return (vocabulary.scales[number], has(i + 1, .stop) && isClose(i + 1) ? i + 2 : i + 1)
    }
    return (vocabulary.scales[number], i + 1)
  }

  /// Digits and number words up to the end of the number: «тысяча двести пять», "2 million 300 thousand", "twenty-first".
  func count(at start: Int, article: Bool = false) -> Core? {
    var core = Core(start: start, end: start, value: 0)
    var total = 0.0
    var group: Double?
    // The place that the next word of a group must stay below.
    var place = 1000.0
    var lastScale = Double.infinity
    var p = start
    var afterHundred = false
    loop: while p < pieces.count {
      var q = p
      if p > start {
        if has(p, .hyphen), isClose(p), isClose(p + 1) {
          q = p + 1
        } else if pieces[p].kind == .word, has(p, .conjunction), afterHundred, let next = lexeme(p + 1),
          let value = next.cardinal ?? next.ordinal, value < 100, !next.roles.contains(.collective)
        {
          q = p + 1
        } else if group == nil, !core.isDigits, continuesBehindComma(p, below: lastScale, factor: core.factor) {
          q = p + 1
        }
      }
      guard q < pieces.count else { break }
      if pieces[q].kind == .digits {
        guard group == nil, q == p, let digits = digits(at: q, isFirst: q == start) else { break }
        if q > start {
          guard digits.value < lastScale, digits.value == digits.value.rounded(), digits.kind == .cardinal else {
            break
          }
          // 2 тыс. 300: the second figure fills the places that the scale leaves open.
          guard lastScale.isFinite, digits.value >= 1 else { break }
        }
        if digits.kind != .cardinal {
          core.kind = digits.kind
          core.value = digits.value
          core.end = digits.end
          core.isDigits = true
          return core
        }
        core.isDigits = true
        core.isPlainDigits = q == start && digits.isPlain
        group = digits.value
        place = 0
        p = digits.end
        core.end = p
        afterHundred = false
        if let (part, end) = addition(at: p) {
          group = digits.value + part
          p = end
          core.end = p
        }
        continue
      }
      guard let lexeme = lexeme(q) else { break }
      if let value = lexeme.cardinal {
        guard fits(Double(value), group, place) else { break }
        group = (group ?? 0) + Double(value)
        place = value < 20 ? 1 : value < 100 ? 10 : 100
        afterHundred = value >= 100
        if lexeme.roles.contains(.collective) {
          core.isCollective = true
          place = 0
        }
      } else if let value = lexeme.ordinal {
        guard fits(Double(value), group, place), group != nil || total > 0 || q == start else { break }
        core.kind = .ordinal
        core.value = total + (group ?? 0) + Double(value)
        core.end = q + 1
        // «пятая часть»
        if q == start, value > 2, has(q + 1, .fractionNoun) { return part(1 / Double(value), from: q, link: q + 1) }
        return core
      } else if let (scale, end) = scale(at: q) {
        if scale.value < 1000 {
          guard group != nil || (q == start && (article || vocabulary.bareScales)) || (article && q == start) else {
            break
          }
          guard (group ?? 1) < 100, place > 0 || core.isDigits else { break }
          core.factor = group ?? 1
          group = (group ?? 1) * scale.value
          place = scale.rough ? 0 : 100
          core.isRough = core.isRough || scale.rough
          core.scale = scale.value
          afterHundred = !scale.rough
        } else {
          guard scale.value < lastScale else { break }
          guard
            group != nil || (q == start && (article || vocabulary.bareScales)) || (total > 0 && vocabulary.bareScales)
          else { break }
          core.factor = group ?? 1
          total += ((group ?? 1) * scale.value * 1000).rounded() / 1000
          group = nil
          place = 1000
          lastScale = scale.value
          core.scale = scale.value
          afterHundred = true
        }
        p = end
        core.end = p
        if let (addition, end) = addition(at: p) {
          let part = addition * scale.value
          if group != nil { group = (group ?? 0) + part } else { total += part }
          p = end
          core.end = p
        }
        continue
      } else {
        break loop
      }
      p = q + 1
      core.end = p
      if let (part, end) = addition(at: p) {
        group = (group ?? 0) + part
        place = 0
        p = end
        core.end = p
      }
    }
    guard core.end > start else { return nil }
    core.value = total + (group ?? 0)
    if core.scale == nil { core.factor = core.value }
    if let adjective = adjective(core) { return adjective }
    if core.scale == nil, !core.isCollective, core.value >= 1, core.value <= 20, core.value == core.value.rounded() {
      return fraction(core)
    }
    return core
  }

  /// True of a comma between the groups of a long number: "two million, three hundred thousand, five hundred".
  private func continuesBehindComma(_ p: Int, below scale: Double, factor: Double) -> Bool {
    guard scale.isFinite, !vocabulary.bareScales, isClose(p), bytes[pieces[p].start] == 0x2C else { return false }
    var i = p + 1
    while i < min(p + 9, pieces.count), let lexeme = lexeme(i) {
      if let number = lexeme.scale, vocabulary.scales[number].value >= 1000 {
        return vocabulary.scales[number].value < scale
      }
      guard lexeme.cardinal != nil || lexeme.scale != nil || !lexeme.roles.isDisjoint(with: [.conjunction, .hyphen])
      else { break }
      i += 1
    }
    // The last group has no scale; it follows hundreds of thousands, or thousands that themselves follow a comma.
    return scale == 1000 && i > p + 2 && (factor >= 100 || hasComma(before: p))
  }

  private func hasComma(before p: Int) -> Bool {
    var i = p - 1
    while i >= 0, pieces[i].kind == .word || has(i, .hyphen) { i -= 1 }
    return i >= 0 && bytes[pieces[i].start] == 0x2C
  }

  private func fits(_ value: Double, _ group: Double?, _ place: Double) -> Bool {
    guard group != nil else { return place > 0 }
    if value == 0 { return false }
    return value < 10 ? place >= 10 : value < 100 ? place >= 100 : place >= 1000
  }
}
