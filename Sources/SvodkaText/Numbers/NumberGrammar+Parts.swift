/// Open plurals, parts, and scales that stand before their factor.
extension NumberGrammar {
  /// An open plural: "hundreds", "tens of thousands".
  func plural(at i: Int) -> (value: Double, end: Int)? {
    guard let (first, end) = scale(at: i) else { return nil }
    let next = has(end, .fractionLink) ? end + 1 : end
    if let lexeme = lexeme(next), lexeme.roles.isDisjoint(with: [.short]) || end == next,
      let (second, behind) = scale(at: next), second.value > first.value
    {
      return (first.many * second.value, behind)
    }
    return (first.many, end)
  }

  func barePlural(at i: Int, _ first: NumberLexeme) -> Core? {
    guard let (scale, end) = scale(at: i) else { return nil }
    // «тысяч пять»: about five thousand.
    if vocabulary.bareScales, !first.roles.contains(.singular), let factor = lexeme(end)?.cardinal, factor > 0,
      let core = count(at: end), core.kind == .cardinal, core.scale == nil
    {
      return Core(start: i, end: core.end, value: core.value * scale.value, isRough: true)
    }
    // «тысячи двухсот»: one thousand and more.
    if vocabulary.bareScales, first.roles.contains(.singular), scale.value >= 1000, lexeme(end)?.cardinal != nil {
      return count(at: i)
    }
    guard let chain = plural(at: i) else { return nil }
    var core = Core(start: i, end: chain.end, value: chain.value, isIndefinite: true)
    if first.roles.contains(.singular) {
      core.singular = chain.end > end ? chain.value / scale.many * scale.value : scale.value
    }
    return core
  }

  /// A part, or a part of a scale: half, half a million, «четверть миллиона».
  ///
  /// Nil for "half-hearted".
  func part(_ fraction: Double, from i: Int, link: Int) -> Core? {
    var next = link
    while next < link + 2, has(next, .fractionLink) { next += 1 }
    // "half-million"
    if next == link, has(link, .hyphen), isClose(link), isClose(link + 1) { next = link + 1 }
    if let lexeme = lexeme(next), !lexeme.roles.isDisjoint(with: [.singular, .short]),
      let (scale, end) = scale(at: next), scale.value * fraction >= 1
    {
      return Core(start: i, end: end, value: (fraction * scale.value).rounded(), isRough: scale.rough)
    }
    if link == i + 1, has(link, .hyphen), isClose(link), isClose(link + 1) { return nil }
    return Core(start: i, end: has(link, .fractionNoun) ? link + 1 : link, value: fraction, kind: .fraction)
  }

  /// "two thirds", «две пятых», and three quarters of a million; what is none is given back.
  func fraction(_ core: Core) -> Core {
    let next = has(core.end, .hyphen) && isClose(core.end) && isClose(core.end + 1) ? core.end + 1 : core.end
    guard let lexeme = lexeme(next), pieces[next].kind == .word else { return core }
    guard
      let denominator = lexeme.denominator ?? (lexeme.ordinal.flatMap { $0 >= 3 && vocabulary.bareScales ? $0 : nil }),
      denominator > 1
    else { return core }
    // "three second-hand": a fraction of one word is not joined to another by a hyphen.
    if has(next + 1, .hyphen), isClose(next + 1) { return core }
    return part(core.value / Double(denominator), from: core.start, link: next + 1) ?? core
  }

  /// What stands behind a number and adds a part to it, and the piece behind: "and a half", «с половиной», ½.
  func addition(at i: Int) -> (part: Double, end: Int)? {
    guard i < pieces.count, let (n, end) = vocabulary.additions.longest(pieces, at: i) else { return nil }
    return (vocabulary.additionValues[n], end)
  }

  /// «2,5-миллионный»: digits that are joined to a scale, as an adjective.
  func adjective(_ core: Core) -> Core? {
    guard core.isDigits, has(core.end, .hyphen), isClose(core.end), isClose(core.end + 1),
      let scale = lexeme(core.end + 1)?.ordinal, scale >= 1000
    else { return nil }
    return Core(
      start: core.start, end: core.end + 2, value: (core.value * Double(scale)).rounded(), kind: .measure,
      isDigits: true)
  }

  /// True of «семью пассажирами» and of «семью» alone; false of a family.
  func isMeant(_ i: Int) -> Bool {
    guard i + 1 < pieces.count, pieces[i + 1].kind == .word else {
      return has(i + 1, .hyphen) && isClose(i + 1) || i == 0 || pieces[i - 1].kind != .word
    }
    if let next = lexeme(i + 1), next.scale != nil { return true }
    let word = bytes[pieces[i + 1].start..<pieces[i + 1].end]
    return vocabulary.homographEndings.contains { word.suffix($0.count).elementsEqual($0) }
  }

  /// "every tenth", «каждый третий»: one in so many.
  func every(at i: Int) -> Core? {
    guard let next = lexeme(i + 1), (next.ordinal ?? next.cardinal ?? 0) > 1, let ordinal = count(at: i + 1),
      ordinal.kind == .ordinal
    else { return nil }
    return Core(start: i, end: ordinal.end, value: 1 / ordinal.value, kind: .ratio)
  }

  /// «сотни две», «десятка полтора», «тысячи три»: about so many.
  func invertedScale(at i: Int) -> Core? {
    guard has(i, .invertedScale), has(i + 1, .invertedFactor), pieces[i + 1].spaced, let scale = scale(at: i)?.scale,
      let factor = lexeme(i + 1)?.half ?? lexeme(i + 1)?.cardinal.map(Double.init)
    else { return nil }
    // «десятка два тысяч»
    let more = self.scale(at: i + 2)
    return Core(
      start: i, end: more?.end ?? i + 2, value: factor * scale.value * (more?.scale.value ?? 1), isRough: true)
  }
}
