import SvodkaKit
import SvodkaLanguage
import SvodkaText

/// Numbers that take what happened from another: lists, parts, sentences that go on counting.
extension FigureLinker {
  /// "20 pupils and two teachers": a number that a list joins to one before shares its predicate.
  func listed(_ n: Int, _ all: [Candidate], _ found: [LinkedFigure?]) -> LinkedFigure? {
    guard n > 0, let whole = found[n - 1], !all[n].noun.isUnknown else { return nil }
    let between = all[n - 1].noun.end..<max(all[n - 1].noun.end, all[n].tokens.lowerBound)
    guard between.count <= 4, !between.isEmpty else { return nil }
    let joins = between.allSatisfy {
      reading.has($0, [.comma, .joiner, .more])
        || reading.together.contains(where: { t in between.contains(t.lowerBound) })
    }
    guard joins, all[n].noun.isPersonal || all[n].isMore else { return nil }
    return LinkedFigure(
      amount: all[n].amount, tokens: all[n].tokens, noun: all[n].noun, kind: whole.kind, predicate: nil,
      isCumulative: whole.isCumulative, isPart: whole.isPart, isMore: all[n].isMore, confidence: 0.75,
      rule: Self.rule("list", as: whole))
  }

  /// "A mother and her four children": the first of a list shares the predicate of the second.
  func leading(_ n: Int, _ all: [Candidate], _ found: [LinkedFigure?]) -> LinkedFigure? {
    guard n + 1 < all.count, let next = found[n + 1], all[n].noun.isPersonal, !next.isPart,
      reading.has(all[n].noun.end, .joiner), all[n + 1].tokens.lowerBound - all[n].noun.end <= 2,
      next.predicate.map({ $0.lowerBound >= next.noun.end }) ?? false
    else { return nil }
    return LinkedFigure(
      amount: all[n].amount, tokens: all[n].tokens, noun: all[n].noun, kind: next.kind, predicate: nil,
      isCumulative: next.isCumulative, confidence: 0.7, rule: Self.rule("list", as: next))
  }

  /// "Eight were killed in Homs, five in Hama": a number that only a place follows goes on with the count.
  func spread(_ n: Int, _ all: [Candidate], _ found: [LinkedFigure?]) -> LinkedFigure? {
    guard let whole = found[..<n].last(where: { $0 != nil }) ?? nil, all[n].noun.isEmpty, !whole.isPart || all[n].isMore
    else { return nil }
    let start = all[n].tokens.lowerBound
    let opens =
      reading.has(start - 1, [.comma, .joiner, .clause])
      || reading.has(start - 1, .more) && reading.has(start - 2, [.comma, .joiner, .clause])
    guard opens || all[n].isMore else { return nil }
    var at = all[n].noun.end
    while reading.has(at, .more) { at += 1 }
    if reading.has(at, .dash) { at += 1 }
    guard reading.has(at, .stop), !reading.has(at, [.passive, .boundary, .predicate]), reading.range.contains(at + 1)
    else { return nil }
    // A place or a day follows: its name, or "in the second house" of a list that already counts so.
    // … or who they are: "63 among civilians".
    let isNamed =
      reading.tokens[at + 1].shape == .title || reading.victims[at + 1] != nil || reading.victims[at + 2] != nil
    guard
      isNamed
        || reading.has(at, .placeOpener) && (all[n].isMore || all[n].amount.isCollective || !all[n].amount.isDigits)
    else { return nil }
    return LinkedFigure(
      amount: all[n].amount, tokens: all[n].tokens, noun: all[n].noun, kind: whole.kind, predicate: nil,
      isCumulative: whole.isCumulative, confidence: 0.65, rule: Self.rule("list of places", as: whole))
  }

  /// "The army lost 118 men, the rebels 400.": a number alone behind others' name, the verb left out.
  func gapped(_ n: Int, _ all: [Candidate], _ found: [LinkedFigure?]) -> LinkedFigure? {
    let start = all[n].tokens.lowerBound
    guard let whole = found[..<n].last(where: { $0 != nil }) ?? nil, all[n].noun.isEmpty,
      isClosed(all[n].tokens.upperBound)
    else { return nil }
    let end = reading.has(start - 1, .dash) ? start - 1 : start
    guard let named = reading.victims.values.first(where: { $0.tokens.upperBound == end }) else { return nil }
    var before = named.tokens.lowerBound - 1
    while named.tokens.lowerBound - before <= 3, reading.range.contains(before), reading.tokens[before].kind == .word,
      !reading.has(before, [.joiner, .predicate, .amount, .boundary]), !reading.has(before, .placeOpener)
    {
      before -= 1
    }
    guard reading.has(before, [.comma, .clause, .joiner, .boundary]) else { return nil }
    var noun = all[n].noun
    (noun.victims, noun.victimClass) = (named.tokens, named.value)
    // "killed 164 (men 81, women 43)": in brackets stand parts.
    let between = whole.tokens.upperBound..<max(whole.tokens.upperBound, start)
    let isPart =
      between.contains { reading.tokens[$0].key == "(" } && !between.contains { reading.tokens[$0].key == ")" }
    return LinkedFigure(
      amount: all[n].amount, tokens: all[n].tokens, noun: noun, kind: whole.kind, predicate: nil,
      isCumulative: whole.isCumulative, isPart: isPart, confidence: 0.65, rule: Self.rule("list of sides", as: whole))
  }

  /// "The army says six.": a number alone behind a word of saying is what was counted before.
  func told(_ n: Int, _ all: [Candidate], _ found: [LinkedFigure?]) -> LinkedFigure? {
    let start = all[n].tokens.lowerBound
    guard all[n].noun.isEmpty, reading.tellers.contains(where: { $0.upperBound == start }),
      isClosed(all[n].tokens.upperBound), let whole = (found[..<n].last { $0 != nil } ?? nil) ?? earlier.last
    else { return nil }
    return LinkedFigure(
      amount: all[n].amount, tokens: all[n].tokens, noun: all[n].noun, kind: whole.kind, predicate: nil,
      isCumulative: whole.isCumulative, confidence: 0.6, rule: Self.rule("the same count", as: whole))
  }

  /// "Nine died, not six as first reported", "raised to 40 from 25": the same count as it was before.
  func former(_ n: Int, _ all: [Candidate], _ found: [LinkedFigure?]) -> LinkedFigure? {
    guard n > 0, let whole = found[n - 1], all[n].noun.isEmpty || all[n].noun.isUnknown,
      isSuperseded(all[n].tokens) || reading.has(all[n].tokens.lowerBound - 1, .denial)
    else { return nil }
    var amount = all[n].amount
    amount.isFormer = true
    return LinkedFigure(
      amount: amount, tokens: all[n].tokens, noun: all[n].noun, kind: whole.kind, predicate: nil,
      isCumulative: whole.isCumulative, confidence: 0.7, rule: Self.rule("former count", as: whole))
  }

  /// A word such as "up from" stands before the number, and another number before that.
  func isSuperseded(_ tokens: Range<Int>) -> Bool {
    reading.formerOpeners.contains { opener in
      opener.upperBound == tokens.lowerBound
        && reading.amounts.contains {
          $0.value.kind == .cardinal && $0.tokens.upperBound <= opener.lowerBound
            && opener.lowerBound - $0.tokens.upperBound <= 3
        }
    }
  }

  /// True at the end of a clause.
  private func isClosed(_ token: Int) -> Bool {
    !reading.range.contains(token) || reading.has(token, [.comma, .clause, .quote])
  }

  /// "Dead: 12", «раненые — 45»: a line of a table.
  func tabled(_ candidate: Candidate) -> LinkedFigure? {
    let mark = candidate.tokens.lowerBound - 1
    guard candidate.noun.people == nil,
      reading.has(mark, .dash) || reading.range.contains(mark) && reading.tokens[mark].key == ":",
      isClosed(candidate.tokens.upperBound) || candidate.noun.victims != nil
    else { return nil }
    func opens(_ tokens: Range<Int>) -> Bool {
      tokens.upperBound == mark
        && (tokens.lowerBound == reading.range.lowerBound || reading.has(tokens.lowerBound - 1, [.comma, .clause]))
    }
    let head =
      reading.people.values.first { opens($0.tokens) } ?? reading.predicates.first { opens($0.tokens) }
    guard let head, let kind = harm(head, of: candidate) else { return nil }
    return figure(
      candidate,
      Link(kind: kind, predicate: head.tokens, isCumulative: head.value.isCumulative, cost: 0, entry: head.value.entry),
      kind)
  }

  /// "By morning the figure had climbed to 126": of the kind of the figure before.
  func generic(_ n: Int, _ all: [Candidate], _ found: [LinkedFigure?]) -> LinkedFigure? {
    let start = all[n].tokens.lowerBound
    guard !all[n].noun.isUnknown, let head = reading.generic.last(where: { $0.upperBound <= start }),
      distance(over: head.upperBound..<start, isFar: true) < 5,
      let whole = (found[..<n].last { $0 != nil } ?? nil) ?? earlier.last
    else { return nil }
    return LinkedFigure(
      amount: all[n].amount, tokens: all[n].tokens, noun: all[n].noun, kind: whole.kind, predicate: head,
      isCumulative: whole.isCumulative, confidence: 0.7, rule: Self.rule("the same count", as: whole))
  }

  /// A sentence that goes on counting: «Только за прошлую неделю — трое.»
  func continued(_ candidate: Candidate) -> LinkedFigure? {
    guard let last = earlier.last, reading.range.count > 3, reading.predicates.isEmpty,
      candidate.noun.isEmpty || candidate.noun.isAnaphoric,
      candidate.isMore || candidate.amount.isCollective && !lexicon.needsDirection
    else { return nil }
    return LinkedFigure(
      amount: candidate.amount, tokens: candidate.tokens, noun: candidate.noun, kind: last.kind, predicate: nil,
      isCumulative: false, isMore: candidate.isMore, confidence: 0.5, rule: Self.rule("goes on", as: last))
  }

  func part(_ n: Int, _ all: [Candidate], _ found: [LinkedFigure?]) -> LinkedFigure? {
    let candidate = all[n]
    let named = reading.among.last { $0.tokens.upperBound <= candidate.tokens.lowerBound }
    if let named, candidate.tokens.lowerBound - named.tokens.upperBound <= 2 {
      return figure(
        candidate, Link(kind: named.value, predicate: named.tokens, cost: 1, entry: reading.words(named.tokens)),
        named.value)
    }
    // "fifteen of the dead were children"
    let told = reading.ofThese[candidate.tokens.upperBound]
    // Its own predicate must touch it: "two of them wounded".
    if let link = link(candidate, among: all), link.cost <= 1.5,
      told == nil || link.predicate.map({ $0.lowerBound >= candidate.noun.end }) ?? false
    {
      return link.kind.map { figure(candidate, link, $0) }
    }
    if let told {
      return figure(
        candidate, Link(kind: told.value, predicate: told.tokens, cost: 0.5, entry: reading.words(told.tokens)),
        told.value)
    }
    let before = found[..<n].last { $0 != nil && $0?.isPart == false } ?? nil
    let behind = before == nil ? found[(n + 1)...].first { $0 != nil } ?? nil : nil
    // "19 people were on board, two of them children": of people to whom nothing happened.
    if before == nil, all[..<n].last(where: { !$0.isPart })?.noun.isPersonal ?? false { return nil }
    guard let whole = before ?? behind ?? earlier.last else {
      return link(candidate, among: all).flatMap { link in link.kind.map { figure(candidate, link, $0) } }
    }
    guard candidate.noun.isPersonal || candidate.noun.isEmpty else { return nil }
    return LinkedFigure(
      amount: candidate.amount, tokens: candidate.tokens, noun: candidate.noun, kind: whole.kind, predicate: nil,
      isCumulative: whole.isCumulative, isPart: true, confidence: 0.88, rule: Self.rule("part", as: whole))
  }

  /// The pattern of a number that takes what happened from another, with the pattern and the entry of that one.
  private static func rule(_ pattern: String, as other: LinkedFigure) -> String {
    let source = other.rule.split(separator: ", as ").last.map(String.init) ?? other.rule
    return source.isEmpty ? pattern : pattern + ", as " + source
  }
}
