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
    /// True where the holder is a pronoun that may mean several, or none that is named.
    var isUnresolved = false
  }

  let words: StanceWords
  let holders: HolderReader
  let divider: ClauseDivider
  let reader: ClauseReader
  var found: [Found] = []
  /// Subjects and speakers so far, latest last.
  var salient = Salient()
  /// The sentence in which the target was last named.
  var targetSentence: Int?
  var isSuspect = false
  /// What was read of a clause whose subject is still to come: "Far from boycotting the talks, Lima …".
  var pending: (reading: ClauseReading, clause: Clause)?

  init(words: StanceWords, attributions: [Attribution]) {
    self.words = words
    holders = HolderReader(words: words, attributions: attributions)
    divider = ClauseDivider(words: words)
    reader = ClauseReader(words: words)
  }

  /// All stances in text order, several a holder.
  mutating func all() -> [Found] {
    isSuspect = firstTargetIsBlocked()
    for number in words.reading { read(sentence: number) }
    return found
  }

  func named(in number: Int) -> [StanceWords.Target] {
    words.targets(near: words.sentences[number].tokens).filter {
      words.sentences[number].tokens.contains($0.tokens.lowerBound)
        && ($0.kind == .strong || $0.kind == .weak || $0.kind == .verb)
    }
  }

  func firstTargetIsBlocked() -> Bool {
    words.reading.first { !named(in: $0).isEmpty }.map { words.blocked[$0] } ?? false
  }

  /// What the clause before hands on to the next.
  struct Before {
    var elements: [StanceWords.Element] = []
    var subject: NounPhrase?
    var hasTarget = false
  }

  mutating func read(sentence number: Int) {
    let names = named(in: number)
    if words.blocked[number] { return }
    if isSuspect, !names.contains(where: { $0.kind == .strong && $0.tokens.count > 1 }) { return }
    pending = nil
    var subject: NounPhrase?
    var fronted: Range<Int>?
    var governors: [StanceWords.Element] = []
    var before = Before()
    var hanging: StanceWords.Target?
    var outer: NounPhrase?
    let clauses = divider.clauses(of: number)
    let count = found.count
    let isNamedSoon = number + 1 < words.sentences.count && named(in: number + 1).contains { $0.kind == .strong }
    for (place, divided) in clauses.enumerated() {
      // What was said then is told as past too: "had earlier said that it would never go".
      var clause = divided
      if clause.opening == .content, place > 0, clauses[place - 1].isFormer { clause.isFormer = true }
      let isKnown =
        targetSentence.map { number - $0 <= 3 } ?? false || found.count > count
        || names.contains { $0.kind != .verb && !clause.tokens.contains($0.tokens.lowerBound) }
        || names.contains {
          !clause.tokens.contains($0.tokens.lowerBound) && $0.tokens.lowerBound < clause.tokens.lowerBound
        }
          && words.elements(near: clause.tokens).contains {
            clause.tokens.contains($0.tokens.lowerBound) && words.frame($0).label == .undecided
          }
      let elements = words.elements(near: clause.tokens).filter { clause.tokens.contains($0.tokens.lowerBound) }
      if clause.opening == .condition, let opener = clause.opener, tellsWhen(clause, opener, elements) {
        clause.opening = .main
        clause.tokens = opener.upperBound..<clause.tokens.upperBound
      }
      if clause.opening == .condition {
        if found.last?.sentence != number { fronted = clause.tokens }
        precondition(clause, before, subject, isKnown)
        if !before.hasTarget, let judged = judged(clause, before, isKnown) {
          settle(judged, clause, own: nil, inherited: nil, elements, [], fronted: &fronted)
        }
        continue
      }
      if let target = modified(by: clause, elements) {
        hanging = target
        continue
      }
      let own = holders.subject(of: clause, elements: elements)
      // ", a spokesman said, insisting that …": whom an aside names is not who insists.
      let isInterposed =
        subject != nil && place + 1 < clauses.count && clauses[place + 1].opening == .participle && isAside(clause)
      // «сожалеет, что Пхеньян вышел, *и надеется*»: behind the mark that ends what is said, the sentence's own subject goes on.
      if clause.opening == .content { outer = outer ?? subject }
      if clause.opening == .coordinate, own == nil, words.lexicon.setsOff, place > 0,
        clauses[place - 1].opening == .content,
        words.base.isComma(clause.tokens.lowerBound - 1), let outer
      {
        subject = outer
      }
      if clause.opening != .content, clause.opening != .relative { outer = nil }
      if let own, clause.opening != .relative, !isInterposed { subject = own }
      implied(clause, elements, isKnown, number)
      let isGoverned = clause.opening == .coordinate && own == nil && goesOnWithInfinitive(clause)
      let isContent = clause.opening == .content && !before.hasTarget && !before.elements.isEmpty
      let isQuestion = isContent && asks(clause)
      if isContent { governors = before.elements } else if !isGoverned { governors = [] }
      let isHanging = own == nil && holders.firstVerb(clause.tokens) == clause.tokens.lowerBound
      if !divider.hasVerb(clause.tokens), found.last?.sentence != number,
        words.conditions(near: clause.tokens).contains(where: {
          $0.extent != nil && clause.tokens.contains($0.tokens.lowerBound)
        })
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
        clause, governors: governors, isKnown: isKnown, isNamedSoon: isNamedSoon, hanging: isHanging ? hanging : nil),
        !(reading.isDeictic
          && (found.last.map { $0.reading.label == .oppose || $0.reading.label == .conditional } ?? false))
      {
        if isQuestion { reading.label = .neutral }
        // "accused them of this, that they come only to …": what is held against another is not what is wanted.
        if isContent, reading.label == .oppose, before.elements.contains(where: { words.frame($0).name == "accuse" }) {
          continue
        }
        if condemnsRefusal(reading) { reading.label = .support }
        if isContent, let own, !own.isPronoun, tellsAFact(before.elements), own.tokens != before.subject?.tokens,
          let inner = reader.read(clause, governors: [], isKnown: isKnown), inner.role == .subject,
          !elements.contains(where: { words.frame($0).modal == true })
        {
          var none: Range<Int>?
          settle(inner, clause, own: own, inherited: nil, elements, [], fronted: &none)
        }
        let isHeldBefore = isContent && (reading.role == .subject || isQuestion)
        settle(
          reading, clause, own: isHeldBefore ? before.subject ?? own : own, inherited: subject,
          sayer: sayer(of: clause, after: place > 0 ? clauses[place - 1] : nil, before), elements,
          clauses[(place + 1)...], fronted: &fronted)
      } else if let reading = condemned(clause, elements) {
        settle(reading, clause, own: own, inherited: subject, elements, [], fronted: &fronted)
      }
      if !isGoverned, !isContent {
        governors = Array(elements.prefix { !reader.isInfinitive($0, clause.tokens) })
        if governors.count == elements.count { governors = [] }
      }
      before = Before(
        elements: elements.filter { !$0.isNominal && words.frame($0).modal != true }, subject: own ?? before.subject,
        hasTarget: words.targets(near: clause.tokens).contains {
          clause.tokens.contains($0.tokens.lowerBound) && ($0.kind == .strong || $0.kind == .weak)
        })
      remember(own, clause)
      if !divider.hasVerb(clause.tokens) {
        hanging =
          words.targets(near: clause.tokens).last { clause.tokens.contains($0.tokens.lowerBound) && $0.kind != .place }
          ?? hanging
      }
    }
    for attribution in holders.attributions(in: number..<number + 1) where attribution.kind != .reported {
      recall(holders.phrase(of: attribution))
    }
    // What was read off a mere "it" keeps nothing alive.
    let isNamed = names.contains {
      $0.kind == .strong || $0.kind == .weak && !$0.isSlight && words.matter.isConflict(near: number, within: 3)
    }
    let isTold = found.count > count && !names.isEmpty && words.matter.isConflict(near: number, within: 1)
    if isNamed || isTold
      || found[count...].contains(where: {
        $0.reading.target.map {
          $0.kind != .anaphor && (!$0.isSlight || words.matter.isConflict(near: number, within: 1))
        } ?? false
      })
    {
      targetSentence = number
    }
  }

  /// "called this decision regrettable" of another's refusal: whoever condemns it is for the target.
  func condemnsRefusal(_ reading: ClauseReading) -> Bool {
    guard reading.label == .oppose, reading.role == .speaker || reading.frames.contains("oppose"),
      let target = reading.target, target.kind == .anaphor, target.tokens.count > 1,
      words.has(target.tokens.lowerBound, .deictic) || target.tokens.contains(where: { words.has($0, .deed) }),
      let last = found.last(where: { !$0.isFormer })
    else { return false }
    return last.reading.label == .oppose && last.reading.tokens.upperBound <= reading.tokens.lowerBound
      && reading.tokens.lowerBound - last.reading.tokens.upperBound < 30
  }

  /// "called the *decision* regrettable" right after a refusal: whoever condemns what another did is for the target.
  func condemned(_ clause: Clause, _ elements: [StanceWords.Element]) -> ClauseReading? {
    guard let last = found.last(where: { !$0.isFormer }), last.reading.label == .oppose,
      clause.sentence - last.sentence <= 1,
      let deed = clause.tokens.first(where: { words.has($0, .deed) && words.base.mentionAt[$0] < 0 }),
      let element = elements.first(where: {
        let frame = words.frame($0)
        return frame.label == .against && !$0.isNegated && (!$0.isNominal || frame.kind == .judge)
          && !$0.tokens.contains(deed)
          && (frame.kind == .judge || frame.name == "oppose")
      }),
      !words.targets(near: clause.tokens).contains(where: {
        clause.tokens.contains($0.tokens.lowerBound) && $0.kind != .anaphor
      })
    else { return nil }
    return ClauseReading(
      label: .support, role: words.frame(element).kind == .judge ? .speaker : .subject, target: nil,
      tokens: min(deed, element.tokens.lowerBound)..<max(deed + 1, element.tokens.upperBound),
      frames: [words.frame(element).name + "-deed"], isOpen: false)
  }

  /// "regrets that Pyongyang left": what is regretted or welcomed has been done.
  private func tellsAFact(_ governors: [StanceWords.Element]) -> Bool {
    governors.count == 1
      && governors.allSatisfy { ["oppose", "pleased", "accuse", "loss"].contains(words.frame($0).name) }
  }

  /// "*Gailani* said he would": whom the pronoun behind a verb of saying means.
  func sayer(of clause: Clause, after last: Clause?, _ before: Before) -> NounPhrase? {
    guard clause.opening == .content || clause.opening == .main, let last, let subject = before.subject,
      !subject.isPronoun, !startsWithPossessive(subject), last.tokens.upperBound == clause.tokens.lowerBound,
      last.tokens.last.map({ words.base.has($0, [.say, .that, .time, .addressee]) }) ?? false
    else { return nil }
    return subject
  }

  /// Whoever a clause is about may be meant by a later pronoun: its subject, the owner of its subject, or who stands behind its verb.
  mutating func remember(_ own: NounPhrase?, _ clause: Clause) {
    guard clause.opening != .relative else { return }
    if let own { if !own.isPronoun { recall(own) }; return }
    if let phrase = holders.leading(clause) { recall(phrase) }
  }

  /// "the talks, *broken off in May,* could resume": what had been done to the target that stands before it.
  func modified(by clause: Clause, _ elements: [StanceWords.Element]) -> StanceWords.Target? {
    let first = clause.tokens.lowerBound
    guard !words.lexicon.inversion, first > 1, words.base.isComma(first - 1),
      clause.tokens.last.map({ words.base.isComma($0) }) ?? false,
      let element = elements.first, element.tokens.lowerBound == first, !element.isNominal,
      words.frame(element).kind == .act || words.frame(element).kind == .wish, !words.isParticiple(element)
    else { return nil }
    return words.targets(near: first - 2..<first - 1).first {
      $0.tokens.contains(first - 2) && ($0.kind == .strong || $0.kind == .weak)
    }
  }

  /// "were furious *when* Lima failed to turn up": it tells of the time, and what was done then.
  func tellsWhen(_ clause: Clause, _ opener: Range<Int>, _ elements: [StanceWords.Element]) -> Bool {
    opener.count == 1 && words.has(opener.lowerBound, .temporal)
      && words.conditions(near: opener).contains { $0.tokens == opener && $0.kind == .weakCondition }
      && !clause.tokens.contains { words.has($0, .conditional) }
      && elements.contains {
        let first = $0.tokens.lowerBound
        return !$0.isNominal && words.frame($0).modal != true && first > opener.upperBound
          && (opener.upperBound..<first).contains {
            words.base.mentionAt[$0] >= 0 || words.base.has($0, [.actor, .pronoun])
          }
          && (words.has(first, .past) || words.lexicon.isPast(words.base.tokens[first].key))
      }
  }

  /// "whether to attend", «ехать ли»: what is asked is not held.
  func asks(_ clause: Clause) -> Bool { clause.tokens.prefix(6).contains { words.has($0, .asking) } }

  /// "to stop firing *and start* talking": the verb behind the conjunction is an infinitive too.
  func goesOnWithInfinitive(_ clause: Clause) -> Bool {
    guard let verb = holders.firstVerb(clause.tokens) else { return false }
    let key = words.base.tokens[verb].key
    if words.lexicon.isInfinitive(key) { return true }
    return !words.lexicon.inversion && !words.has(verb, .past) && !words.lexicon.isPast(key)
      && !words.lexicon.isParticiple(key) && !key.hasSuffix("s") && !words.base.has(verb, .auxiliary)
  }
}
