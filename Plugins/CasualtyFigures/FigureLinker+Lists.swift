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
      isCumulative: whole.isCumulative, isPart: whole.isPart, isMore: all[n].isMore, confidence: 0.75)
  }

  /// "A mother and her four children": the first of a list shares the predicate of the second.
  func leading(_ n: Int, _ all: [Candidate], _ found: [LinkedFigure?]) -> LinkedFigure? {
    guard n + 1 < all.count, let next = found[n + 1], all[n].noun.isPersonal, !next.isPart,
      reading.has(all[n].noun.end, .joiner), all[n + 1].tokens.lowerBound - all[n].noun.end <= 2,
      next.predicate.map({ $0.lowerBound >= next.noun.end }) ?? false
    else { return nil }
    return LinkedFigure(
      amount: all[n].amount, tokens: all[n].tokens, noun: all[n].noun, kind: next.kind, predicate: nil,
      isCumulative: next.isCumulative, confidence: 0.7)
  }

  /// "Eight were killed in Homs, five in Hama": a number that only a place follows goes on with the count.
  func spread(_ n: Int, _ all: [Candidate], _ found: [LinkedFigure?]) -> LinkedFigure? {
    guard let whole = found[..<n].last ?? nil, all[n].noun.isEmpty, !whole.isPart,
      reading.has(all[n].tokens.lowerBound - 1, [.comma, .joiner, .clause])
    else { return nil }
    var at = all[n].tokens.upperBound
    if reading.has(at, .dash) { at += 1 }
    guard reading.has(at, .stop), !reading.has(at, [.passive, .boundary, .predicate]), reading.range.contains(at + 1),
      reading.tokens[at + 1].shape == .title
    else { return nil }
    return LinkedFigure(
      amount: all[n].amount, tokens: all[n].tokens, noun: all[n].noun, kind: whole.kind, predicate: nil,
      isCumulative: whole.isCumulative, confidence: 0.65)
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
      isCumulative: whole.isCumulative, confidence: 0.7)
  }

  /// A sentence that goes on counting: «Только за прошлую неделю — трое.»
  func continued(_ candidate: Candidate) -> LinkedFigure? {
    guard let last = earlier.last, reading.predicates.isEmpty, candidate.noun.isEmpty || candidate.noun.isAnaphoric,
      candidate.isMore || candidate.amount.isCollective
    else { return nil }
    return LinkedFigure(
      amount: candidate.amount, tokens: candidate.tokens, noun: candidate.noun, kind: last.kind, predicate: nil,
      isCumulative: false, isMore: candidate.isMore, confidence: 0.5)
  }

  func part(_ n: Int, _ all: [Candidate], _ found: [LinkedFigure?]) -> LinkedFigure? {
    let candidate = all[n]
    let named = reading.among.last { $0.tokens.upperBound <= candidate.tokens.lowerBound }
    if let named, candidate.tokens.lowerBound - named.tokens.upperBound <= 2 {
      return figure(candidate, Link(kind: named.value, predicate: named.tokens, cost: 1), named.value)
    }
    // Its own predicate must touch it: "two of them wounded".
    if let link = link(candidate, among: all), link.cost <= 1.2 {
      return link.kind.map { figure(candidate, link, $0) }
    }
    let before = found[..<n].last { $0 != nil && $0?.isPart == false } ?? nil
    let behind = before == nil ? found[(n + 1)...].first { $0 != nil } ?? nil : nil
    guard let whole = before ?? behind ?? earlier.last else {
      return link(candidate, among: all).flatMap { link in link.kind.map { figure(candidate, link, $0) } }
    }
    guard candidate.noun.isPersonal || candidate.noun.isEmpty else { return nil }
    return LinkedFigure(
      amount: candidate.amount, tokens: candidate.tokens, noun: candidate.noun, kind: whole.kind, predicate: nil,
      isCumulative: whole.isCumulative, isPart: true, confidence: 0.8)
  }
}
