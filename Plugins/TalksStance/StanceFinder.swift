import SvodkaKit
import SvodkaLanguage
import SvodkaNames

/// Finds the stances of one document.
struct StanceFinder {
  /// A stance before the document's stances are joined by holder.
  struct Found {
    var holder: NounPhrase
    var speaker: Attribution?
    var reading: ClauseReading
    var sentence: Int
    var condition: Range<Int>?
    var reason: Range<Int>?
    var isFormer: Bool
    /// What only a noun implies gives way to what a verb says.
    var isImplied: Bool
    var confidence: Double
  }

  let words: StanceWords
  let holders: HolderReader
  private let divider: ClauseDivider
  private let reader: ClauseReader
  private var found: [Found] = []
  /// Subjects and speakers so far, latest last.
  private var salient: [NounPhrase] = []
  /// The sentence in which the target was last named.
  private var targetSentence: Int?
  private var isSuspect = false
  /// What was read of a clause whose subject is still to come: "Far from boycotting the talks, Lima …".
  private var pending: (reading: ClauseReading, clause: Clause)?

  init(words: StanceWords, attributions: [Attribution]) {
    self.words = words
    holders = HolderReader(words: words, attributions: attributions)
    divider = ClauseDivider(words: words)
    reader = ClauseReader(words: words)
  }

  /// All stances in text order, several a holder.
  mutating func all() -> [Found] {
    isSuspect = firstTargetIsBlocked()
    for number in words.sentences.indices { read(sentence: number) }
    return found
  }

  private func named(in number: Int) -> [StanceWords.Target] {
    words.targets.filter {
      words.sentences[number].tokens.contains($0.tokens.lowerBound)
        && ($0.kind == .strong || $0.kind == .weak || $0.kind == .verb)
    }
  }

  private func firstTargetIsBlocked() -> Bool {
    words.sentences.indices.first { !named(in: $0).isEmpty }.map { words.blocked[$0] } ?? false
  }

  /// What the clause before hands on to the next.
  private struct Before {
    var elements: [StanceWords.Element] = []
    var subject: NounPhrase?
    var hasTarget = false
  }

  private mutating func read(sentence number: Int) {
    let names = named(in: number)
    if words.blocked[number] { return }
    if isSuspect, !names.contains(where: { $0.kind == .strong && $0.tokens.count > 1 }) { return }
    pending = nil
    var subject: NounPhrase?
    var fronted: Range<Int>?
    var governors: [StanceWords.Element] = []
    var before = Before()
    var hanging: StanceWords.Target?
    let clauses = divider.clauses(of: number)
    let count = found.count
    for (place, clause) in clauses.enumerated() {
      let isKnown =
        targetSentence.map { number - $0 <= 3 } ?? false
        || names.contains { $0.kind != .verb && !clause.tokens.contains($0.tokens.lowerBound) }
        || names.contains {
          !clause.tokens.contains($0.tokens.lowerBound) && $0.tokens.lowerBound < clause.tokens.lowerBound
        }
          && words.elements.contains {
            clause.tokens.contains($0.tokens.lowerBound) && words.frame($0).label == .undecided
          }
      let elements = words.elements.filter { clause.tokens.contains($0.tokens.lowerBound) }
      if clause.opening == .condition {
        if found.last?.sentence != number { fronted = clause.tokens }
        precondition(clause, before, subject)
        if !before.hasTarget, let judged = judged(clause, before, isKnown) {
          settle(judged, clause, own: nil, inherited: nil, elements, [], fronted: &fronted)
        }
        continue
      }
      let own = holders.subject(of: clause, elements: elements)
      if let own, clause.opening != .relative { subject = own }
      implied(clause, elements, isKnown, number)
      let isGoverned = clause.opening == .coordinate && own == nil && goesOnWithInfinitive(clause)
      let isContent = clause.opening == .content && !before.hasTarget && !before.elements.isEmpty
      let isQuestion = isContent && asks(clause)
      if isContent { governors = before.elements } else if !isGoverned { governors = [] }
      let isHanging = own == nil && holders.firstVerb(clause.tokens) == clause.tokens.lowerBound
      if !divider.hasVerb(clause.tokens), found.last?.sentence != number,
        words.conditions.contains(where: { $0.extent != nil && clause.tokens.contains($0.tokens.lowerBound) })
      {
        fronted = clause.tokens
      }
      if let demand = demanded(clause, fronted, elements) {
        fronted = nil
        settle(demand.0, clause, own: nil, inherited: nil, elements, [], fronted: &fronted, demand: demand.1)
      }
      if let pending, let own, clause.opening != .relative {
        self.pending = nil
        settle(pending.reading, pending.clause, own: own, inherited: own, [], clauses[place...], fronted: &fronted)
      }
      if var reading = reader.read(
        clause, governors: governors, isKnown: isKnown, hanging: isHanging ? hanging : nil),
        !(reading.isDeictic
          && (found.last.map { $0.reading.label == .oppose || $0.reading.label == .conditional } ?? false))
      {
        if isQuestion { reading.label = .neutral }
        let isHeldBefore = isContent && (reading.role == .subject || isQuestion)
        settle(
          reading, clause, own: isHeldBefore ? before.subject ?? own : own, inherited: subject, elements,
          clauses[(place + 1)...], fronted: &fronted)
      }
      if !isGoverned, !isContent {
        governors = Array(elements.prefix { !reader.isInfinitive($0, clause.tokens) })
        if governors.count == elements.count { governors = [] }
      }
      before = Before(
        elements: elements.filter { !$0.isNominal && words.frame($0).modal != true }, subject: own ?? before.subject,
        hasTarget: words.targets.contains {
          clause.tokens.contains($0.tokens.lowerBound) && ($0.kind == .strong || $0.kind == .weak)
        })
      remember(own, clause)
      if !divider.hasVerb(clause.tokens) {
        hanging = words.targets.last { clause.tokens.contains($0.tokens.lowerBound) && $0.kind != .place } ?? hanging
      }
    }
    for attribution in holders.attributions where attribution.sentence == number && attribution.kind != .reported {
      salient.append(holders.phrase(of: attribution))
    }
    if names.contains(where: { $0.kind != .verb }) || found.count > count { targetSentence = number }
  }

  /// Whoever a clause is about may be meant by a later pronoun: its subject, the owner of its subject, or who stands behind its verb.
  private mutating func remember(_ own: NounPhrase?, _ clause: Clause) {
    guard clause.opening != .relative else { return }
    if let own { if !own.isPronoun { salient.append(own) }; return }
    if let phrase = holders.leading(clause) { salient.append(phrase) }
  }

  /// "whether to attend", «ехать ли»: what is asked is not held.
  private func asks(_ clause: Clause) -> Bool { clause.tokens.prefix(6).contains { words.has($0, .asking) } }

  /// "to stop firing *and start* talking": the verb behind the conjunction is an infinitive too.
  private func goesOnWithInfinitive(_ clause: Clause) -> Bool {
    guard let verb = holders.firstVerb(clause.tokens) else { return false }
    let key = words.base.tokens[verb].key
    if words.lexicon.isInfinitive(key) { return true }
    return !words.lexicon.inversion && !words.has(verb, .past) && !words.lexicon.isPast(key)
      && !words.lexicon.isParticiple(key) && !key.hasSuffix("s") && !words.base.has(verb, .auxiliary)
  }

  // MARK: - Whose

  /// Nouns that imply their owner's stance: "the junta's invitation".
  private mutating func implied(_ clause: Clause, _ elements: [StanceWords.Element], _ isKnown: Bool, _ number: Int) {
    for element in elements
    where words.frame(element).kind == .noun && !element.isNegated && words.frame(element).label != .undecided {
      guard let owner = holders.owner(of: element, in: clause),
        let target = words.targets.first(where: {
          clause.tokens.contains($0.tokens.lowerBound) && $0.tokens.lowerBound >= element.tokens.lowerBound
            && $0.tokens.lowerBound - element.tokens.upperBound < 12
            && ($0.kind == .strong || $0.kind == .weak || $0.kind == .verb)
        })
      else { continue }
      let label: StanceLabel = words.frame(element).label == .against ? .oppose : .support
      let reading = ClauseReading(
        label: label, role: .subject, target: target,
        tokens: min(
          owner.tokens.lowerBound, element.tokens.lowerBound)..<max(target.tokens.upperBound, owner.tokens.upperBound),
        frames: [words.frame(element).name + "-of"], isOpen: false)
      add(owner, reading, clause, nil, condition: nil, reason: nil, isImplied: true, confidence: 0.6)
    }
  }

  private mutating func settle(
    _ reading: ClauseReading, _ clause: Clause, own: NounPhrase?, inherited: NounPhrase?,
    _ elements: [StanceWords.Element], _ behind: ArraySlice<Clause>, fronted: inout Range<Int>?,
    demand: Range<Int>? = nil
  ) {
    var reading = reading
    let speaker = holders.speaker(of: reading.tokens)
    var holder: NounPhrase?
    var confidence = reading.target == nil ? 0.6 : 0.8
    // A clause with an owned noun and nothing else is the owner's alone.
    if reading.role == .subject, elements.allSatisfy({ words.frame($0).kind == .noun }),
      elements.contains(where: { holders.owner(of: $0, in: clause) != nil })
    {
      return
    }
    switch reading.role {
    case .speaker:
      if let judge = holders.judge(of: clause) {
        holder = judge
      } else if let own, clause.tokens.contains(where: { words.has($0, .opinion) && $0 >= own.tokens.upperBound }) {
        holder = own
      } else if let speaker {
        holder = holders.phrase(of: speaker)
      } else if clause.opening == .participle || clause.opening == .coordinate || clause.opening == .main, own == nil,
        clause.tokens.contains(where: { words.has($0, .opinion) })
      {
        holder = inherited
      } else if reading.frames == ["not-target"], let own = own ?? inherited {
        holder = own
      }
      if holder == nil, clause.tokens.lowerBound < words.base.tokens.count, isQuoted(clause) {
        holder = lastSource(clause)
      }
    case .subject:
      if isPassive(elements, clause) {
        holder = holders.subjectBehind(clause, elements: elements) ?? speaker.map { holders.phrase(of: $0) }
        guard holder != nil else { return }
      }
      holder =
        holder ?? own.flatMap { holders.named(behind: $0, clause, elements) } ?? own
        ?? holders.subjectBehind(clause, elements: elements)
      if holder == nil, let inherited, !holders.hasForeignSubject(clause) {
        holder = inherited
        confidence -= 0.1
      } else if holder == nil, let speaker {
        holder = holders.phrase(of: speaker)
        confidence -= 0.1
      }
    }
    guard var holder else {
      if clause.opening != .content { pending = (reading, clause) }
      return
    }
    if deniesAnyone(holder) {
      reading.label = Self.contrary(reading.label)
      // "No patriot will sit with them": whoever says so is against it.
      if let speaker, ownerWithin(holder) == nil, !holder.tokens.contains(where: { words.has($0, .collective) }) {
        holder = holders.phrase(of: speaker)
      }
    }
    if let part = words.base.has(holder.tokens.lowerBound, .possessive) ? nil : ownerWithin(holder) { holder = part }
    for _ in 0..<2 where holder.isPronoun || startsWithPossessive(holder) {
      guard let meant = antecedent(of: holder, speaker, clause) else { return }
      holder = meant
      confidence -= 0.1
    }
    if holder.isPronoun { return }
    holder = holders.spokenFor(by: holder) ?? holder
    if clause.opening != .relative, isDeputy(holder), let source = speaker.map({ holders.phrase(of: $0) }),
      isBodyOrPlace(source)
    {
      holder = source
    } else if isGeneric(holder), let meant = bodyBefore(holder) {
      holder = meant
      confidence -= 0.1
    }
    if speaker?.kind == .denied { reading.label = Self.contrary(reading.label) }
    let condition = demand ?? self.condition(for: reading, clause, behind, &fronted)
    if condition != nil { reading.label = .conditional }
    let reason = self.reason(clause, behind)
    for part in split(holder) {
      add(
        part, reading, clause, speaker, condition: condition, reason: reason,
        isImplied: reading.isCoerced && reading.label == .oppose, confidence: confidence)
    }
  }

  /// "was spurned by Pyongyang": the subject is not who does it.
  private func isPassive(_ elements: [StanceWords.Element], _ clause: Clause) -> Bool {
    guard !words.lexicon.inversion,
      let element = elements.first(where: { !$0.isNominal && words.frame($0).modal != true })
    else { return false }
    let first = element.tokens.lowerBound
    let frame = words.frame(element)
    guard frame.kind == .wish || frame.kind == .act, frame.label != .undecided, frame.name != "ready",
      frame.name != "pleased",
      words.lexicon.isPast(words.base.tokens[first].key), element.tokens.count == 1
    else { return false }
    let isAdjective =
      element.tokens.upperBound < clause.tokens.upperBound
      && words.base.tokens[element.tokens.upperBound].key == "to" && (frame.name == "support" || frame.name == "oppose")
    return !isAdjective
      && (max(clause.tokens.lowerBound, first - 3)..<first).contains {
        words.has($0, .passive) || words.has($0, .past) && words.base.tokens[$0].key.hasPrefix("w")
      }
  }

  /// "none of its commanders", "neither side": what is said is said of no one.
  private func deniesAnyone(_ holder: NounPhrase) -> Bool {
    (words.has(holder.tokens.lowerBound, .noOne) || words.has(holder.tokens.lowerBound, .nounNegator))
      && !words.elements.contains {
        $0.tokens.lowerBound >= holder.tokens.upperBound && $0.isNegated
          && $0.tokens.lowerBound <= holder.tokens.upperBound + 3
      }
  }

  /// "none of *its* commanders".
  private func ownerWithin(_ holder: NounPhrase) -> NounPhrase? {
    guard words.has(holder.tokens.lowerBound, .noOne),
      let owner = holder.tokens.first(where: { words.base.has($0, .possessive) && words.base.mentionAt[$0] < 0 })
    else { return nil }
    return NounPhrase(tokens: owner..<holder.tokens.upperBound, head: owner..<owner + 1, mention: nil, isPronoun: false)
  }

  private static func contrary(_ label: StanceLabel) -> StanceLabel {
    label == .support ? .oppose : label == .oppose ? .support : label
  }

  private mutating func add(
    _ holder: NounPhrase, _ reading: ClauseReading, _ clause: Clause, _ speaker: Attribution?, condition: Range<Int>?,
    reason: Range<Int>?, isImplied: Bool, confidence: Double
  ) {
    found.append(
      Found(
        holder: holder, speaker: speaker, reading: reading, sentence: clause.sentence, condition: condition,
        reason: reason, isFormer: clause.isFormer, isImplied: isImplied, confidence: confidence))
  }

  private func startsWithPossessive(_ phrase: NounPhrase) -> Bool {
    phrase.mention == nil && words.base.has(phrase.tokens.lowerBound, .possessive)
      && !phrase.tokens.contains { words.base.mentionAt[$0] >= 0 }
  }

  private func isGeneric(_ phrase: NounPhrase) -> Bool {
    phrase.mention == nil && phrase.tokens.count <= 2 && phrase.tokens.contains { words.has($0, .generic) }
  }

  /// The body that "the front" means: the last one named, its own name with that word in it first.
  private func bodyBefore(_ holder: NounPhrase) -> NounPhrase? {
    let named = words.base.mentions.indices.filter {
      let mention = words.base.mentions[$0]
      return mention.type == .organization && mention.tokens.upperBound <= holder.tokens.lowerBound
        && !mention.tokens.contains { words.base.has($0, .medium) } && !isMedium($0)
    }
    let nouns = holder.tokens.filter { words.has($0, .generic) }.map { words.base.tokens[$0].key.prefix(5) }
    let fitting = named.last { index in
      words.base.mentions[index].tokens.contains { i in nouns.contains { words.base.tokens[i].key.hasPrefix($0) } }
    }
    guard let index = fitting ?? named.last else { return nil }
    let tokens = words.base.mentions[index].tokens
    return NounPhrase(tokens: tokens, head: tokens, mention: index, isPronoun: false)
  }

  private func isMedium(_ mention: Int) -> Bool {
    holders.attributions.contains { $0.mention == mention && $0.kind == .reported }
  }

  private func isDeputy(_ phrase: NounPhrase) -> Bool {
    phrase.mention == nil && phrase.tokens.contains { words.has($0, .deputy) }
      && !phrase.tokens.contains { words.base.mentionAt[$0] >= 0 }
  }

  private func isBodyOrPlace(_ phrase: NounPhrase) -> Bool {
    phrase.mention.map { words.base.mentions[$0].type != .person } ?? false
  }

  /// True within quotation marks that opened in this sentence or stand before it.
  private func isQuoted(_ clause: Clause) -> Bool {
    let sentence = words.sentences[clause.sentence].tokens
    return (sentence.lowerBound...clause.tokens.lowerBound).contains { words.base.isQuote($0) }
  }

  /// Whoever spoke last before a quotation that names no speaker.
  private func lastSource(_ clause: Clause) -> NounPhrase? {
    holders.attributions.last {
      $0.kind != .reported && $0.sentence < clause.sentence && clause.sentence - $0.sentence <= 2
    }.map { holders.phrase(of: $0) }
  }

  /// Whom a pronoun or a possessive means.
  private func antecedent(of phrase: NounPhrase, _ speaker: Attribution?, _ clause: Clause) -> NounPhrase? {
    let first = phrase.tokens.lowerBound
    if words.base.has(first, .speaker) {
      return speaker.map { holders.phrase(of: $0) } ?? (isQuoted(clause) ? lastSource(clause) : nil)
    }
    let source = speaker.map { holders.phrase(of: $0) }
    let people = salient.filter { holders.antecedents.isPerson($0) }
    let groups = salient.filter { one in
      !holders.antecedents.isPerson(one)
        && !words.targets.contains { $0.tokens.overlaps(one.tokens) && $0.kind != .place }
    }
    if words.base.has(first, .person), !words.base.has(first, .group) {
      if let source, holders.antecedents.isPerson(source) { return source }
      return holders.antecedents.person(at: first, sentence: clause.sentence, sources: people) ?? groups.last
    }
    if let source, !holders.antecedents.isPerson(source) { return source }
    if let group = groups.last { return group }
    return source ?? people.last
  }

  /// Each of several holders joined by a conjunction.
  private func split(_ phrase: NounPhrase) -> [NounPhrase] {
    guard phrase.mention == nil || phrase.head != phrase.tokens else { return [phrase] }
    var parts: [Range<Int>] = []
    var start = phrase.tokens.lowerBound
    for i in phrase.tokens where words.base.mentionAt[i] < 0 && (words.base.has(i, .joiner) || words.base.isComma(i)) {
      if i > start { parts.append(start..<i) }
      start = i + 1
    }
    if start < phrase.tokens.upperBound { parts.append(start..<phrase.tokens.upperBound) }
    guard parts.count > 1, parts.contains(where: { holders.reader.names($0) }),
      parts.allSatisfy({ holders.reader.names($0) || words.base.tokens[$0.lowerBound].shape == .title }),
      parts.allSatisfy({ holders.reader.describe($0).map(holders.canHold) ?? false || $0.count == 1 })
    else { return [phrase] }
    return parts.compactMap { holders.reader.describe($0) }
  }

  // MARK: - Conditions and reasons

  private func condition(
    for reading: ClauseReading, _ clause: Clause, _ behind: ArraySlice<Clause>, _ fronted: inout Range<Int>?
  ) -> Range<Int>? {
    func fits(_ condition: StanceWords.Condition) -> Bool {
      switch condition.kind {
      case .eventCondition where reading.label == .oppose: return true
      case .weakCondition, .eventCondition:
        return reading.isOpen && reading.label != .neutral
          && (reading.role == .subject || reading.frames == ["not-target"])
      case .prepositionCondition:
        return reading.label != .neutral
          && (reading.isOpen && reading.role == .subject
            || reading.label == .oppose && condition.tokens.lowerBound <= clause.tokens.lowerBound + 1)
      case .untilCondition: return reading.label == .oppose && (reading.role == .subject || reading.isOpen)
      default: return true
      }
    }
    if reading.label == .neutral, reading.role == .speaker { return nil }
    for condition in words.conditions
    where clause.tokens.contains(condition.tokens.lowerBound) && condition.start < clause.tokens.upperBound
      && fits(condition)
    {
      return trimmed(condition.extent ?? condition.start..<clause.tokens.upperBound)
    }
    for next in behind {
      if next.opening == .condition, let opener = next.opener,
        let condition = words.conditions.last(where: { opener.contains($0.tokens.lowerBound) }),
        words.conditions.contains(where: { opener.contains($0.tokens.lowerBound) && fits($0) })
      {
        return trimmed(condition.start..<max(next.tokens.upperBound, condition.start))
      }
      if next.opening != .condition, divider.hasVerb(next.tokens), !isAside(next) { break }
    }
    if let range = fronted, let condition = words.conditions.last(where: { range.contains($0.tokens.lowerBound) }),
      words.conditions.contains(where: { range.contains($0.tokens.lowerBound) && fits($0) })
    {
      fronted = nil
      return trimmed(condition.start..<max(condition.start, range.upperBound))
    }
    return nil
  }

  /// "Before any meeting *they must hand over the hostages*": what must be comes before the target.
  private func demanded(
    _ clause: Clause, _ fronted: Range<Int>?, _ elements: [StanceWords.Element]
  ) -> (ClauseReading, Range<Int>)? {
    guard let fronted, let element = elements.first(where: { words.frame($0).name == "should" && !$0.isNegated }),
      words.conditions.contains(where: { fronted.contains($0.tokens.lowerBound) && $0.kind == .untilCondition }),
      let target = words.targets.first(where: {
        fronted.contains($0.tokens.lowerBound) && ($0.kind == .strong || $0.kind == .weak)
      }), let words = trimmed(clause.tokens)
    else { return nil }
    let reading = ClauseReading(
      label: .conditional, role: .speaker, target: target, tokens: target.tokens.lowerBound..<element.tokens.upperBound,
      frames: ["must-before"], isOpen: true)
    return (reading, words)
  }

  /// "would only lose *if it does not come*": what is judged stands in the condition.
  private func judged(_ clause: Clause, _ before: Before, _ isKnown: Bool) -> ClauseReading? {
    let judges = before.elements.filter { words.frame($0).kind == .judge }
    guard !judges.isEmpty, let opener = clause.opener,
      words.conditions.contains(where: { $0.kind == .weakCondition && opener.contains($0.tokens.lowerBound) })
    else { return nil }
    var inner = clause
    inner.tokens = opener.upperBound..<clause.tokens.upperBound
    guard let reading = reader.read(inner, governors: judges, isKnown: isKnown), reading.role == .speaker else {
      return nil
    }
    return reading
  }

  /// "wants recognition *before he will come*": what is demanded before the target is its condition.
  private mutating func precondition(_ clause: Clause, _ before: Before, _ subject: NounPhrase?) {
    guard let condition = words.conditions.first(where: { clause.opener?.contains($0.tokens.lowerBound) ?? false }),
      condition.kind == .untilCondition, !before.hasTarget,
      let demand = before.elements.last(where: { words.frame($0).name == "call" && !$0.isNegated }),
      let target = words.targets.first(where: {
        clause.tokens.contains($0.tokens.lowerBound) && ($0.kind == .strong || $0.kind == .weak || $0.kind == .verb)
      }), let holder = subject, !holder.isPronoun, demand.tokens.upperBound < condition.tokens.lowerBound
    else { return }
    let reading = ClauseReading(
      label: .conditional, role: .subject, target: target,
      tokens: demand.tokens.lowerBound..<target.tokens.upperBound, frames: ["demand-before"], isOpen: true)
    add(
      holder, reading, clause, nil, condition: trimmed(demand.tokens.upperBound..<condition.tokens.lowerBound),
      reason: nil, isImplied: false, confidence: 0.7)
  }

  /// ", Golikov wrote,": who speaks, between the parts of what is said.
  private func isAside(_ clause: Clause) -> Bool {
    clause.tokens.contains { words.base.has($0, .say) }
      && !words.targets.contains { clause.tokens.contains($0.tokens.lowerBound) && $0.kind == .strong }
      && !words.elements.contains { clause.tokens.contains($0.tokens.lowerBound) }
  }

  private func reason(_ clause: Clause, _ behind: ArraySlice<Clause>) -> Range<Int>? {
    for i in clause.tokens where words.has(i, .reason) && i > clause.tokens.lowerBound {
      let next = (i..<clause.tokens.upperBound).first { !words.has($0, .reason) } ?? clause.tokens.upperBound
      return trimmed(next..<clause.tokens.upperBound)
    }
    guard let next = behind.first, words.has(next.tokens.lowerBound, .reason) else { return nil }
    let start = next.tokens.first { !words.has($0, .reason) } ?? next.tokens.upperBound
    return trimmed(start..<next.tokens.upperBound)
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int>? {
    var (low, high) = (range.lowerBound, range.upperBound)
    while high > low, words.base.tokens[high - 1].kind == .mark, !words.base.isQuote(high - 1) { high -= 1 }
    while low < high, words.base.tokens[low].kind == .mark, !words.base.isQuote(low) { low += 1 }
    return low < high ? low..<high : nil
  }
}
