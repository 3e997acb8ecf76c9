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
  /// True of a figure that the text gives as past.
  var isFormer = false
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
    /// Said by an article or by a noun alone.
    var isSingle = false
  }

  private struct Link {
    var kind: CasualtyKind?
    var predicate: Range<Int>?
    var isCumulative = false
    var cost: Double
    var isFar = false
  }

  /// The figures of the sentence, in text order.
  func figures() -> [LinkedFigure] {
    var candidates = self.candidates().filter { !isBlocked($0.tokens) }
    let zeros = self.zeros().filter { !isBlocked($0.tokens) }
    candidates.removeAll { c in zeros.contains { $0.tokens.overlaps(c.tokens) } }
    var found: [LinkedFigure?] = Array(repeating: nil, count: candidates.count)
    var released: Set<Int> = []
    correct(&candidates, &found)
    for (n, candidate) in candidates.enumerated() where !candidate.isPart && found[n] == nil {
      guard let link = link(candidate, among: candidates) else { continue }
      if let kind = link.kind { found[n] = figure(candidate, link, kind) } else { released.insert(n) }
    }
    for n in candidates.indices where found[n] == nil && !released.contains(n) && !candidates[n].isPart {
      found[n] =
        listed(n, candidates, found) ?? generic(n, candidates, found) ?? spread(n, candidates, found)
        ?? continued(candidates[n])
    }
    for n in candidates.indices.reversed() where found[n] == nil && !released.contains(n) && !candidates[n].isPart {
      found[n] = leading(n, candidates, found)
    }
    for n in candidates.indices where candidates[n].isPart && !candidates[n].noun.isThing {
      found[n] = part(n, candidates, found)
      if found[n] == nil { released.insert(n) }
    }
    for n in candidates.indices where found[n] == nil && !released.contains(n) {
      found[n] = listed(n, candidates, found)
    }
    return (found.compactMap { $0 } + zeros).sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }.map { figure in
      var figure = figure
      figure.isFormer =
        figure.amount.isFormer || reading.former.contains { clause(around: $0).contains(figure.tokens.lowerBound) }
      return figure
    }
  }

  // MARK: Candidates

  private func candidates() -> [Candidate] {
    var list: [Candidate] = []
    for found in reading.amounts where found.value.kind == .cardinal && found.value.low != nil {
      if reading.predicates.contains(where: { $0.tokens.contains(found.tokens.lowerBound) && $0.tokens.count > 1 }) {
        continue
      }
      let noun = reading.noun(behind: found.tokens)
      if noun.isThing || isAge(found.tokens, found.value, noun) { continue }
      list.append(candidate(found.value, found.tokens, noun))
    }
    // Of "three of the 20 guards" the whole is no figure, unless its noun says what happened.
    // "He was one of 43 students" counts the whole.
    list.removeAll { $0.noun.whole != nil && $0.amount.low == 1 && reading.has($0.tokens.lowerBound - 1, .copula) }
    let wholes = list.compactMap { $0.noun.people == nil ? $0.noun.whole : nil }
    list.removeAll { wholes.contains($0.tokens) }
    for i in reading.range where lexicon.needsDirection && reading.has(i, .singular) && !reading.has(i, .amount) {
      if let single = single(at: i) { list.append(single) }
    }
    for i in reading.range where reading.has(i, .lone) { if let lone = lone(at: i, list) { list.append(lone) } }
    return list.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
  }

  /// "Petrov, 37, was killed", «двое детей, 4 и 9 лет», "children under five".
  private func isAge(_ tokens: Range<Int>, _ amount: Amount, _ noun: CountedNoun) -> Bool {
    guard noun.isEmpty, amount.value <= 110 else { return false }
    let (before, behind) = (tokens.lowerBound - 1, tokens.upperBound)
    if reading.has(behind, [.joiner, .comma]) {
      let next = reading.amounts.first { $0.tokens.lowerBound == behind + 1 }
      if next?.value.kind == .age || next?.value.kind == .measure { return true }
    }
    let people = { (end: Int) in reading.victims.values.contains { $0.tokens.upperBound == end } }
    if amount.qualifier == .fewerThan || amount.qualifier == .moreThan, people(tokens.lowerBound) { return true }
    guard amount.isDigits, reading.has(before, .comma) else { return false }
    let closes = !reading.range.contains(behind) || reading.has(behind, [.comma, .clause])
    return closes
      && (people(before) || reading.range.contains(before - 1) && reading.tokens[before - 1].shape == .title)
  }

  /// «погиб водитель»: one, by a noun in the singular beside its verb, where no name follows.
  private func lone(at i: Int, _ list: [Candidate]) -> Candidate? {
    if list.contains(where: { ($0.tokens.lowerBound..<$0.noun.end).contains(i) }) { return nil }
    if reading.range.contains(i + 1), reading.tokens[i + 1].shape == .title { return nil }
    var start = i
    while reading.range.contains(start - 1), i - start < 3, reading.tokens[start - 1].kind != .mark,
      !reading.has(start - 1, [.loneVerb, .joiner, .stop, .amount])
    {
      start -= 1
    }
    var behind = i + 1
    while reading.range.contains(behind), behind - i < 4, reading.tokens[behind].kind != .mark,
      !reading.has(behind, [.loneVerb, .amount])
    {
      behind += 1
    }
    let joins = reading.has(i - 1, .joiner) && list.contains { $0.noun.end == i - 1 }
    guard joins || reading.has(start - 1, .loneVerb) || reading.has(behind, .loneVerb) else { return nil }
    var noun = CountedNoun(end: i + 1)
    (noun.victims, noun.victimClass) = (i..<(i + 1), reading.victims[i]?.value ?? "unknown")
    var made = candidate(Amount(one: reading.tokens[i].span), i..<(i + 1), noun)
    made.isSingle = true
    return made
  }

  /// «не 19, а 17», "not 19 but 17": the second takes the link of the first.
  private func correct(_ candidates: inout [Candidate], _ found: inout [LinkedFigure?]) {
    for n in candidates.indices.dropLast() {
      let (first, second) = (candidates[n], candidates[n + 1])
      guard reading.has(first.tokens.lowerBound - 1, .denial), first.noun.end < second.tokens.lowerBound,
        second.tokens.lowerBound - first.noun.end <= 2,
        (first.noun.end..<second.tokens.lowerBound).contains(where: { reading.has($0, .correction) }),
        let link = link(first, among: candidates), let kind = link.kind
      else { continue }
      candidates[n].amount.isFormer = true
      found[n] = figure(candidates[n], link, kind)
      found[n + 1] = figure(second, link, kind)
    }
  }

  /// "a civilian driver": one, by its article.
  private func single(at i: Int) -> Candidate? {
    let noun = reading.noun(behind: i..<(i + 1))
    guard let victims = noun.victims, !noun.isProper, !noun.isUnknown, noun.end > i + 1, victims.count <= 4 else {
      return nil
    }
    let last = reading.tokens[victims.upperBound - 1].key
    // The article shows a single one; collectives are none.
    if last.hasSuffix("s") && !last.hasSuffix("ss") || noun.people != nil || last == "family" || last == "people" {
      return nil
    }
    let token = reading.tokens[i]
    let amount = Amount(one: token.span)
    var made = candidate(amount, i..<(i + 1), noun)
    made.isSingle = true
    return made
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

  private func isBlocked(_ tokens: Range<Int>) -> Bool {
    reading.blockers.contains { blocker in
      guard !isClaimed(blocker.tokens) else { return false }
      return clause(around: blocker.tokens, withCommas: blocker.value).contains(tokens.lowerBound)
    }
  }

  /// The tokens up to the next colon, semicolon or, unless it runs over them, comma on either side.
  private func clause(around tokens: Range<Int>, withCommas: Bool = false) -> Range<Int> {
    let ends: SentenceReading.Marks = withCommas ? .clause : [.comma, .clause]
    var start = tokens.lowerBound
    while start > reading.range.lowerBound, !reading.has(start - 1, ends) { start -= 1 }
    var end = tokens.upperBound
    while end < reading.range.upperBound, !reading.has(end, ends) { end += 1 }
    return start..<end
  }

  // MARK: Zero

  private func zeros() -> [LinkedFigure] {
    reading.zeros.compactMap { zero in
      guard let kind = zero.value else { return nil }
      let span = reading.tokens[zero.tokens.lowerBound].span.union(reading.tokens[zero.tokens.upperBound - 1].span)
      return LinkedFigure(
        amount: Amount(none: span), tokens: zero.tokens, noun: CountedNoun(end: zero.tokens.upperBound),
        kind: kind, predicate: zero.tokens, confidence: 0.9)
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
        kind: harm(predicate, of: candidate), predicate: predicate.tokens, isCumulative: predicate.value.isCumulative,
        cost: cost, isFar: predicate.value.isFar)
    }
    if let people = candidate.noun.people, !people.value.isWeak || best == nil {
      let own = Link(
        kind: harm(people, of: candidate), predicate: people.tokens, isCumulative: people.value.isCumulative, cost: 0)
      // «двое раненых скончались»: the verb says more than the noun, when it is close.
      guard let verb = best, verb.cost <= 1.5, !verb.isFar, people.value.kind != .killed, verb.kind != own.kind else {
        return joined(own)
      }
      return verb
    }
    return best.map(joined)
  }

  /// Hurt beside the dead, or taken to hospital: wounded; else affected.
  private func harm(
    _ predicate: SentenceReading.Found<CasualtyLexicon.Predicate>, of candidate: Candidate
  ) -> CasualtyKind? {
    guard predicate.value.isHarmed else { return predicate.value.kind }
    let start = candidate.tokens.lowerBound
    let besideDead =
      reading.predicates.contains { $0.value.kind == .killed && $0.tokens.upperBound <= start }
      || reading.people.contains { $0.value.value.kind == .killed && $0.key < start }
    return besideDead || reading.predicates.contains { $0.value.kind == .wounded } ? .wounded : predicate.value.kind
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
    if candidate.isSingle { return 4 }
    if predicate.value.isWeak {
      // «потеряли около трёх сотен.»
      let ends =
        candidate.noun.isEmpty
        && (!reading.range.contains(candidate.noun.end) || reading.tokens[candidate.noun.end].kind == .mark)
      return candidate.noun.isPersonal && !candidate.noun.isProper ? 6 : ends ? 2.5 : 0.1
    }
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
    // "surrendered in droves: 600 on the first day"
    let isTold =
      isBefore
      && (predicate.tokens.upperBound..<candidate.tokens.lowerBound).contains {
        reading.tokens[$0].key == ":"
      }
    if isBefore, !after && !candidate.isTogether && !isTold { return nil }
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
      isCumulative: whole.isCumulative, isPart: whole.isPart, isMore: all[n].isMore, confidence: 0.75)
  }

  /// "A mother and her four children": the first of a list shares the predicate of the second.
  private func leading(_ n: Int, _ all: [Candidate], _ found: [LinkedFigure?]) -> LinkedFigure? {
    guard n + 1 < all.count, let next = found[n + 1], all[n].noun.isPersonal, !next.isPart,
      reading.has(all[n].noun.end, .joiner), all[n + 1].tokens.lowerBound - all[n].noun.end <= 2,
      next.predicate.map({ $0.lowerBound >= next.noun.end }) ?? false
    else { return nil }
    return LinkedFigure(
      amount: all[n].amount, tokens: all[n].tokens, noun: all[n].noun, kind: next.kind, predicate: nil,
      isCumulative: next.isCumulative, confidence: 0.7)
  }

  /// "Eight were killed in Homs, five in Hama": a number that only a place follows goes on with the count.
  private func spread(_ n: Int, _ all: [Candidate], _ found: [LinkedFigure?]) -> LinkedFigure? {
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
  private func generic(_ n: Int, _ all: [Candidate], _ found: [LinkedFigure?]) -> LinkedFigure? {
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
