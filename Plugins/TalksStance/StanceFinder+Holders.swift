import SvodkaKit
import SvodkaLanguage
import SvodkaNames

/// Whose stance a clause tells.
extension StanceFinder {
  /// Nouns that imply their owner's stance: "the junta's invitation".
  mutating func implied(_ clause: Clause, _ elements: [StanceWords.Element], _ isKnown: Bool, _ number: Int) {
    // Whose invitation nobody answered is not what the clause is about.
    if elements.contains(where: { words.frame($0).name == "answer" }) { return }
    for element in elements
    where words.frame(element).kind == .noun && !element.isNegated && words.frame(element).label != .undecided {
      guard let owner = holders.owner(of: element, in: clause),
        let target = words.targets(near: clause.tokens).first(where: {
          clause.tokens.contains($0.tokens.lowerBound) && $0.tokens.lowerBound >= element.tokens.lowerBound
            && $0.tokens.lowerBound - element.tokens.upperBound < 12
            && ($0.kind == .strong || $0.kind == .weak || $0.kind == .verb)
        })
      else { continue }
      // "the decision *not to attend*": what is decided counts in.
      let turns = elements.count { other in
        other.tokens.lowerBound >= element.tokens.upperBound && other.tokens.lowerBound < target.tokens.lowerBound
          && !other.isNominal && (words.frame(other).kind == .act || words.frame(other).kind == .wish)
          && other.isNegated != (words.frame(other).label == .against)
      }
      let isAgainst = (words.frame(element).label == .against) != !turns.isMultiple(of: 2)
      let label: StanceLabel = isAgainst ? .oppose : .support
      let reading = ClauseReading(
        label: label, role: .subject, target: target,
        tokens: min(
          owner.tokens.lowerBound, element.tokens.lowerBound)..<max(target.tokens.upperBound, owner.tokens.upperBound),
        frames: [words.frame(element).name + "-of"], isOpen: false, path: ["owner of the noun"])
      add(owner, reading, clause, nil, condition: nil, reason: nil, isImplied: true, confidence: 0.6)
    }
  }

  mutating func settle(
    _ reading: ClauseReading, _ clause: Clause, own: NounPhrase?, inherited: NounPhrase?, sayer: NounPhrase? = nil,
    _ elements: [StanceWords.Element], _ behind: ArraySlice<Clause>, fronted: inout Range<Int>?,
    demand: Range<Int>? = nil
  ) {
    var reading = reading
    let speaker = holders.speaker(of: reading.tokens) ?? holders.turn(at: clause.sentence)
    var holder: NounPhrase?
    var confidence = reading.target == nil ? 0.6 : 0.8
    // A clause with an owned noun and nothing else is the owner's alone.
    if reading.role == .subject, elements.allSatisfy({ words.frame($0).kind == .noun }),
      elements.contains(where: { holders.owner(of: $0, in: clause) != nil })
    {
      return
    }
    // "received a proposal": another has made it.
    if reading.role == .subject, elements.allSatisfy({ $0.isNominal }), !elements.isEmpty,
      clause.tokens.contains(where: { words.has($0, .receiving) && words.base.mentionAt[$0] < 0 })
    {
      return
    }
    switch reading.role {
    case .speaker:
      if let experiencer = holders.experiencer(elements, in: clause) {
        holder = experiencer
        reading.path = ["who is in need of it"]
      } else if let judge = holders.judge(of: clause) {
        holder = judge
        reading.path = ["whose judgement it is"]
      } else if let own, clause.tokens.contains(where: { words.has($0, .opinion) && $0 >= own.tokens.upperBound }) {
        holder = own
        reading.path = ["subject of the verb of judging"]
      } else if let speaker {
        holder = holders.phrase(of: speaker)
        reading.path = ["whoever says so"]
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
        reading.path = ["agent of the passive"]
      }
      if holder == nil, own == nil || own?.mention == nil && own?.isPronoun == false, let speaker,
        saysOfThemselves(elements, clause)
      {
        holder = holders.phrase(of: speaker)
        reading.path = ["whoever says so", "verb in the first person"]
      }
      if holder == nil, own != nil { reading.path = ["subject"] }
      if holder == nil, own == nil, sharesSubject(clause), let inherited {
        holder = inherited
        reading.path = ["subject of the clause before"]
      }
      holder =
        holder ?? own.flatMap { holders.named(behind: $0, clause, elements) } ?? own
        ?? holders.subjectBehind(clause, elements: elements)
      if holder == nil, let inherited, !holders.hasForeignSubject(clause) {
        holder = inherited
        reading.path = ["subject of the clause before"]
        confidence -= 0.1
      } else if holder == nil, let speaker {
        holder = holders.phrase(of: speaker)
        reading.path = ["whoever says so"]
        confidence -= 0.1
      }
    }
    // "an empty chair": what is said to stay away is no one who does.
    if let held = holder, held.mention == nil, !words.lexicon.inversion,
      elements.contains(where: { $0.tokens.overlaps(held.tokens) && words.frame($0).kind == .act && !$0.isNominal })
    {
      return
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
    let isWe = holder.isPronoun && words.base.has(holder.tokens.lowerBound, .speaker)
    for _ in 0..<2 where holder.isPronoun || startsWithPossessive(holder) {
      guard let meant = fitting(sayer, holder) ?? antecedent(of: holder, speaker, clause) else {
        unresolved(holder, reading, clause)
        return
      }
      holder = meant
      reading.path.append("antecedent")
      confidence -= 0.1
    }
    if holder.isPronoun { unresolved(holder, reading, clause) }
    if holder.isPronoun || isNobody(holder) { return }
    if let body = holders.spokenFor(by: holder) {
      holder = body
      reading.path.append("body that is spoken for")
    }
    if clause.opening != .relative, isDeputy(holder), let source = speaker.map({ holders.phrase(of: $0) }),
      isBodyOrPlace(source)
    {
      holder = source
      reading.path.append("whom the delegation is of")
    } else if isGeneric(holder), let meant = bodyBefore(holder) {
      holder = meant
      reading.path.append("body named before")
      confidence -= 0.1
    }
    // Where the denial is a frame of the clause, or stands beside it ("denied this, saying that …"), it is no second one.
    if speaker?.kind == .denied, !reading.frames.contains("deny"), !sayAgain(clause) {
      reading.label = Self.contrary(reading.label)
    }
    let condition = demand ?? self.condition(for: reading, clause, behind, &fronted)
    if condition != nil {
      reading.label = .conditional
      reading.path.append("on a condition")
    }
    if isWe, speaksForAnother(holder, reading.label) { return }
    let reason = self.reason(clause, behind)
    for part in holders.deniedTogether(holder, clause) ?? split(holder) {
      add(
        part, reading, clause, speaker, condition: condition, reason: reason,
        isImplied: reading.isCoerced && reading.label == .oppose, confidence: confidence)
    }
  }

  /// "*He* will not come": the text does not say who, and neither do we.
  private mutating func unresolved(_ pronoun: NounPhrase, _ reading: ClauseReading, _ clause: Clause) {
    guard pronoun.isPronoun, words.base.has(pronoun.tokens.lowerBound, .person),
      !words.base.has(pronoun.tokens.lowerBound, [.speaker, .group]), reading.role == .subject,
      let target = reading.target, target.kind == .strong || target.kind == .verb, clause.opening == .main,
      pronoun.tokens.lowerBound <= words.sentences[clause.sentence].tokens.lowerBound + 3,
      !found.contains(where: { $0.sentence == clause.sentence })
    else { return }
    var reading = reading
    reading.path.append("unresolved pronoun")
    add(
      pronoun, reading, clause, nil, condition: nil, reason: nil, isImplied: false, confidence: 0.3, isUnresolved: true)
  }

  /// "Transnistria is ready, its minister said. *We* are ready": the "we" of one whose state's stance has been told by them.
  private func speaksForAnother(_ speaker: NounPhrase, _ label: StanceLabel) -> Bool {
    guard let name = speaker.tokens.last.map({ words.base.tokens[$0].key }) else { return false }
    return found.contains { one in
      guard one.reading.label == label, let source = one.speaker?.sourceTokens.last,
        words.base.tokens[source].key == name
      else { return false }
      return one.holder.tokens.last.map { words.base.tokens[$0].key } != name
    }
  }

  /// «В Женеву *едем*»: the verb's form says that its subject is whoever speaks.
  private func saysOfThemselves(_ elements: [StanceWords.Element], _ clause: Clause) -> Bool {
    elements.contains { element in
      let first = element.tokens.lowerBound
      return clause.tokens.contains(first) && !element.isNominal && words.frame(element).kind != .judge
        && words.lexicon.isFirstPerson(words.base.tokens[first].key)
    }
  }

  /// Whoever says so, where the pronoun can mean them.
  private func fitting(_ sayer: NounPhrase?, _ pronoun: NounPhrase) -> NounPhrase? {
    guard let sayer, pronoun.isPronoun else { return nil }
    let first = pronoun.tokens.lowerBound
    let isPersonal = words.base.has(first, .person) && !words.base.has(first, .group)
    let isSomeone = holders.antecedents.isPerson(sayer)
    return isPersonal == isSomeone && !words.base.has(first, .speaker) ? sayer : nil
  }

  /// The Q of an interview, or whom it asks.
  func isNobody(_ holder: NounPhrase) -> Bool {
    holder.mention == nil && holder.tokens.count == 1
      && (words.base.tokens[holder.tokens.lowerBound].key.count == 1 || words.has(holder.tokens.lowerBound, .addressed))
  }

  /// «отклонил план *и предложил* Киеву …»: a verb right behind the conjunction has the subject of the clause before.
  func sharesSubject(_ clause: Clause) -> Bool {
    guard words.lexicon.inversion, let first = clause.tokens.first, words.base.has(first, .joiner),
      let verb = holders.firstVerb(clause.tokens)
    else { return false }
    return (first + 1..<max(first + 1, verb)).allSatisfy {
      words.base.mentionAt[$0] < 0 && words.base.has($0, [.adverb, .time])
    }
  }

  /// "denied this, *saying* that …": what follows is meant as it stands.
  func sayAgain(_ clause: Clause) -> Bool {
    let before = clause.tokens.lowerBound - 1
    return clause.opening == .participle
      || before >= 0 && words.base.has(before, .say) && words.lexicon.isParticiple(words.base.tokens[before].key)
  }

  /// "was spurned by Pyongyang": the subject is not who does it.
  func isPassive(_ elements: [StanceWords.Element], _ clause: Clause) -> Bool {
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
        words.has($0, [.passive, .copula])
      }
  }

  /// "none of its commanders", "neither side": what is said is said of no one.
  func deniesAnyone(_ holder: NounPhrase) -> Bool {
    (words.has(holder.tokens.lowerBound, .noOne) || words.has(holder.tokens.lowerBound, .nounNegator))
      && !words.elements(near: holder.tokens.upperBound..<holder.tokens.upperBound + 4).contains {
        $0.tokens.lowerBound >= holder.tokens.upperBound && $0.isNegated
          && $0.tokens.lowerBound <= holder.tokens.upperBound + 3
      }
  }

  /// "none of *its* commanders".
  func ownerWithin(_ holder: NounPhrase) -> NounPhrase? {
    guard words.has(holder.tokens.lowerBound, .noOne),
      let owner = holder.tokens.first(where: { words.base.has($0, .possessive) && words.base.mentionAt[$0] < 0 })
    else { return nil }
    return NounPhrase(tokens: owner..<holder.tokens.upperBound, head: owner..<owner + 1, mention: nil, isPronoun: false)
  }

  static func contrary(_ label: StanceLabel) -> StanceLabel {
    label == .support ? .oppose : label == .oppose ? .support : label
  }

  mutating func add(
    _ holder: NounPhrase, _ reading: ClauseReading, _ clause: Clause, _ speaker: Attribution?, condition: Range<Int>?,
    reason: Range<Int>?, isImplied: Bool, confidence: Double, isUnresolved: Bool = false
  ) {
    if reading.target?.kind != .strong, words.matter.isElsewhere(clause.sentence) { return }
    found.append(
      Found(
        holder: holder, speaker: speaker, reading: reading, sentence: clause.sentence, condition: condition,
        reason: reason, isFormer: clause.isFormer, isImplied: isImplied, confidence: confidence,
        isUnresolved: isUnresolved))
  }
}
