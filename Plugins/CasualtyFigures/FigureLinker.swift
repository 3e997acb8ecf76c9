import SvodkaKit
import SvodkaLanguage
import SvodkaText

/// A number that counts people, linked to what happened to them.
struct LinkedFigure {
  var amount: Amount
  /// The tokens of the amount.
  var tokens: Range<Int>
  var noun: CountedNoun
  var kind: CasualtyKind
  /// The word that says what happened, where one does.
  var predicate: Range<Int>?
  var isCumulative = false
  /// True of "including three children" and of «из них двое».
  var isPart = false
  /// True of "another 15", «ещё двое».
  var isMore = false
  var confidence: Double
}

/// Links the numbers of a sentence to what happened, by the distance to the words that say so.
struct FigureLinker {
  let reading: SentenceReading
  let lexicon: CasualtyLexicon
  /// The figures of the sentences before, nearest last.
  let earlier: [LinkedFigure]

  private struct Candidate {
    var amount: Amount
    var tokens: Range<Int>
    var noun: CountedNoun
    var isPart = false
    var isMore = false
    var isTogether = false
  }

  private struct Link {
    var kind: CasualtyKind?
    var predicate: Range<Int>?
    var isCumulative = false
    var cost: Double
  }

  /// The figures of the sentence, in text order.
  func figures() -> [LinkedFigure] {
    if reading.blockers.contains(where: { $0.value && !isClaimed($0.tokens) }) { return zeros() }
    var candidates = self.candidates().filter { !isBlocked($0) }
    let zeros = self.zeros()
    candidates.removeAll { c in zeros.contains { $0.tokens.overlaps(c.tokens) } }
    var found: [LinkedFigure?] = Array(repeating: nil, count: candidates.count)
    var released: Set<Int> = []
    for (n, candidate) in candidates.enumerated() where !candidate.isPart {
      guard let link = link(candidate, among: candidates) else { continue }
      if let kind = link.kind { found[n] = figure(candidate, link, kind) } else { released.insert(n) }
    }
    for n in candidates.indices where found[n] == nil && !released.contains(n) && !candidates[n].isPart {
      found[n] = listed(n, candidates, found) ?? continued(candidates[n])
    }
    for n in candidates.indices where candidates[n].isPart && !candidates[n].noun.isThing {
      found[n] = part(n, candidates, found)
    }
    return (found.compactMap { $0 } + zeros).sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
  }

  // MARK: Candidates

  private func candidates() -> [Candidate] {
    var list: [Candidate] = []
    for found in reading.amounts where found.value.kind == .cardinal && found.value.low != nil {
      if reading.predicates.contains(where: { $0.tokens.contains(found.tokens.lowerBound) && $0.tokens.count > 1 }) {
        continue
      }
      let noun = reading.noun(behind: found.tokens)
      if noun.isThing { continue }
      list.append(candidate(found.value, found.tokens, noun))
    }
    for i in reading.range where lexicon.needsDirection && reading.has(i, .singular) && !reading.has(i, .amount) {
      if let single = single(at: i) { list.append(single) }
    }
    return list.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
  }

  /// "a civilian driver": one, by its article.
  private func single(at i: Int) -> Candidate? {
    let noun = reading.noun(behind: i..<(i + 1))
    guard let victims = noun.victims, !noun.isProper, noun.end > i + 1, victims.count <= 4 else { return nil }
    let last = reading.tokens[victims.upperBound - 1].key
    // The article shows a single one; collectives are none.
    if last.hasSuffix("s") && !last.hasSuffix("ss") || noun.people != nil || last == "family" || last == "people" {
      return nil
    }
    let token = reading.tokens[i]
    let amount = Amount(one: token.span)
    return candidate(amount, i..<(i + 1), noun)
  }

  private func candidate(_ amount: Amount, _ tokens: Range<Int>, _ noun: CountedNoun) -> Candidate {
    var made = Candidate(amount: amount, tokens: tokens, noun: noun)
    let start = tokens.lowerBound
    let touches = { (cue: Range<Int>) in
      cue.upperBound <= start && start - cue.upperBound <= 1 && cue.upperBound > start - 2
    }
    made.isMore = reading.has(start - 1, .more) || tokens.contains { reading.has($0, .more) }
    made.isTogether = reading.together.contains(where: touches)
    made.isPart = noun.isAnaphoric || (reading.parts.contains(where: touches) && !made.isTogether)
    return made
  }

  // MARK: Blockers

  private func isClaimed(_ blocker: Range<Int>) -> Bool { reading.claims.contains { $0.overlaps(blocker) } }

  private func isBlocked(_ candidate: Candidate) -> Bool {
    reading.blockers.contains { blocker in
      guard !blocker.value, !isClaimed(blocker.tokens) else { return false }
      let clause = clause(around: blocker.tokens)
      return clause.contains(candidate.tokens.lowerBound)
    }
  }

  /// The tokens up to the next comma, colon or semicolon on either side.
  private func clause(around tokens: Range<Int>) -> Range<Int> {
    var start = tokens.lowerBound
    while start > reading.range.lowerBound, !reading.has(start - 1, [.comma, .clause]) { start -= 1 }
    var end = tokens.upperBound
    while end < reading.range.upperBound, !reading.has(end, [.comma, .clause]) { end += 1 }
    return start..<end
  }

  // MARK: Zero

  private func zeros() -> [LinkedFigure] {
    reading.zeros.map { zero in
      let span = reading.tokens[zero.tokens.lowerBound].span.union(reading.tokens[zero.tokens.upperBound - 1].span)
      return LinkedFigure(
        amount: Amount(none: span), tokens: zero.tokens, noun: CountedNoun(end: zero.tokens.upperBound),
        kind: zero.value, predicate: zero.tokens, confidence: 0.9)
    }
  }

  // MARK: Links

  private func figure(_ candidate: Candidate, _ link: Link, _ kind: CasualtyKind) -> LinkedFigure {
    LinkedFigure(
      amount: candidate.amount, tokens: candidate.tokens, noun: candidate.noun, kind: kind, predicate: link.predicate,
      isCumulative: link.isCumulative, isPart: candidate.isPart, isMore: candidate.isMore,
      confidence: max(0.4, 0.95 - link.cost * 0.05))
  }

  private func link(_ candidate: Candidate, among all: [Candidate]) -> Link? {
    var best: Link?
    for predicate in reading.predicates {
      guard let cost = cost(of: predicate, for: candidate, among: all),
        cost < (best?.cost ?? limit(candidate, predicate))
      else { continue }
      best = Link(
        kind: predicate.value.kind, predicate: predicate.tokens, isCumulative: predicate.value.isCumulative, cost: cost)
    }
    if let people = candidate.noun.people, !people.value.isWeak || best == nil {
      let own = Link(
        kind: people.value.kind, predicate: people.tokens, isCumulative: people.value.isCumulative, cost: 0)
      // «двое раненых скончались»: the verb says more than the noun, when it is close.
      guard let verb = best, verb.cost <= 1.5, people.value.kind != .killed, verb.kind != own.kind else {
        return joined(own)
      }
      return verb
    }
    return best.map(joined)
  }

  /// "killed or wounded", said of one number, makes it affected.
  private func joined(_ link: Link) -> Link {
    guard let first = link.predicate, let kind = link.kind, reading.has(first.upperBound, .joiner) else { return link }
    let next = first.upperBound + 1
    let second = reading.predicates.first { $0.tokens.lowerBound == next } ?? reading.people[next]
    guard let second, let other = second.value.kind, other != kind, !reading.has(second.tokens.upperBound, .amount),
      [.killed, .wounded, .missing].contains(kind), [.killed, .wounded, .missing].contains(other)
    else { return link }
    // "20 were killed and wounded another five" has a number of its own.
    if reading.has(second.tokens.upperBound, [.more, .object]) { return link }
    var affected = link
    affected.kind = .affected
    affected.predicate = first.lowerBound..<second.tokens.upperBound
    return affected
  }

  /// What a link may cost at most.
  private func limit(_ candidate: Candidate, _ predicate: SentenceReading.Found<CasualtyLexicon.Predicate>) -> Double {
    if predicate.value.isWeak, !candidate.noun.isPersonal || candidate.noun.isProper { return 0.1 }
    if candidate.noun.isUnknown { return predicate.value.kind == nil ? 9 : 2 }
    if candidate.noun.isProper { return 6 }
    return candidate.noun.isPersonal ? 9 : 6
  }

  private func cost(
    of predicate: SentenceReading.Found<CasualtyLexicon.Predicate>, for candidate: Candidate, among all: [Candidate]
  ) -> Double? {
    let isBefore = predicate.tokens.upperBound <= candidate.tokens.lowerBound
    let isBehind = predicate.tokens.lowerBound >= candidate.noun.end
    guard isBefore || isBehind else { return nil }
    let (before, after) = directions(predicate, all)
    if isBefore, !after && !candidate.isTogether { return nil }
    if isBehind, !before { return nil }
    let between =
      isBefore
      ? predicate.tokens.upperBound..<candidate.tokens.lowerBound : candidate.noun.end..<predicate.tokens.lowerBound
    let distance = distance(over: between, isFar: predicate.value.isFar)
    if distance > 12 { return nil }
    // Denied of people: «не погибли», "were not killed".
    if reading.has(predicate.tokens.lowerBound - 1, .denial), candidate.amount.low != 0 { return nil }
    return distance
  }

  /// Whether the number of a predicate may stand before it, and behind it.
  private func directions(
    _ predicate: SentenceReading.Found<CasualtyLexicon.Predicate>, _ all: [Candidate]
  ) -> (before: Bool, after: Bool) {
    switch predicate.value.number {
    case .before: return (true, false)
    case .after: return (false, true)
    case .either: break
    }
    let next = predicate.tokens.upperBound
    if lexicon.needsDirection {
      let last = predicate.tokens.lowerBound - 1
      if reading.has(next, .passive) { return (false, true) }
      if reading.has(last, .passive) || reading.has(last - 1, .passive) && !reading.has(last, [.amount, .comma]) {
        return (true, false)
      }
      if reading.has(next, [.object, .amount]) || reading.has(next, .singular) { return (false, true) }
      if reading.range.contains(next), reading.tokens[next].kind == .word, !reading.has(next, [.stop, .predicate]),
        reading.tokens[next].shape != .title || reading.victims[next] != nil
      {
        return (false, true)
      }
      return (true, false)
    }
    if predicate.value.isActive {
      let follows = all.contains {
        $0.tokens.lowerBound >= next && distance(over: next..<$0.tokens.lowerBound, isFar: false) < 4
      }
      if follows { return (false, true) }
    }
    return (true, true)
  }

  /// How far apart two places of the sentence are, counting what stands between.
  private func distance(over between: Range<Int>, isFar: Bool) -> Double {
    var sum = 0.0
    var i = between.lowerBound
    while i < between.upperBound {
      if let part = reading.parts.first(where: { $0.lowerBound == i }),
        let end = closing(part, before: between.upperBound)
      {
        sum += 1
        i = end
        continue
      }
      if reading.has(i, .amount) {
        sum += 4
        while i < between.upperBound, reading.has(i, .amount) { i += 1 }
        continue
      }
      if reading.has(i, .predicate) {
        sum += isFar ? 2 : 5
        while i < between.upperBound, reading.has(i, .predicate) { i += 1 }
        continue
      }
      if reading.has(i, .comma) {
        sum += isFar ? 0.7 : 1.5
      } else if reading.has(i, .clause) {
        sum += 3
      } else if reading.has(i, .dash) {
        sum += 1
      } else if reading.has(i, .quote) {
        sum += 0
      } else if reading.has(i, .boundary) {
        sum += isFar ? 1.5 : 3
      } else if reading.has(i, .joiner) {
        sum += 1.5
      } else {
        sum += isFar ? 0.2 : 0.35
      }
      i += 1
    }
    return sum
  }

  /// Where a part in commas ends: «, среди них двое детей,».
  private func closing(_ part: Range<Int>, before end: Int) -> Int? {
    var i = part.upperBound
    while i < end {
      if reading.has(i, .comma) { return i + 1 }
      if reading.has(i, .clause) { return nil }
      i += 1
    }
    return nil
  }

  // MARK: Lists, parts, ellipsis

  /// "20 pupils and two teachers": a number that a list joins to one before shares its predicate.
  private func listed(_ n: Int, _ all: [Candidate], _ found: [LinkedFigure?]) -> LinkedFigure? {
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
      isCumulative: whole.isCumulative, isMore: all[n].isMore, confidence: 0.75)
  }

  /// A sentence that goes on counting: «Только за прошлую неделю — трое.»
  private func continued(_ candidate: Candidate) -> LinkedFigure? {
    guard let last = earlier.last, reading.predicates.isEmpty, candidate.noun.isEmpty || candidate.noun.isAnaphoric,
      candidate.isMore || candidate.amount.isCollective
    else { return nil }
    return LinkedFigure(
      amount: candidate.amount, tokens: candidate.tokens, noun: candidate.noun, kind: last.kind, predicate: nil,
      isCumulative: false, isMore: candidate.isMore, confidence: 0.5)
  }

  private func part(_ n: Int, _ all: [Candidate], _ found: [LinkedFigure?]) -> LinkedFigure? {
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
