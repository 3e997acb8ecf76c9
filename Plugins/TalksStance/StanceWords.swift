import SvodkaKit
import SvodkaLanguage

/// The words of a document that stances are read from.
struct StanceWords {
  struct Target {
    var tokens: Range<Int>
    var kind: TargetLexicon.Kind
  }
  struct Element {
    var tokens: Range<Int>
    var frame: Int
    var isNegated: Bool
    /// True for a noun, or a verb's form that stands as one: "the start of".
    var isNominal: Bool
  }
  struct Condition {
    /// The words that open it.
    var tokens: Range<Int>
    /// Where the condition itself begins.
    var start: Int
    var kind: FrameLexicon.Role
    /// All of it, where a preposition opens it: "without a halt to the bombing".
    var extent: Range<Int>?
  }

  private(set) var base: ClauseWords
  let lexicon: FrameLexicon
  let sentences: [Sentence]
  /// In text order, none overlapping another.
  private var elements: [Element] = []
  private var targets: [Target] = []
  private var conditions: [Condition] = []
  private(set) var blocked: [Bool]
  private var roles: [Set<Int>] = []
  private var ownerBefore: Set<Int> = []
  private var ownerAfter: Set<Int> = []

  init(base: ClauseWords, sentences: [Sentence], lexicon: FrameLexicon, target: TargetLexicon) {
    self.base = base
    self.lexicon = lexicon
    self.sentences = sentences
    let all = 0..<base.tokens.count
    blocked = [Bool](repeating: false, count: sentences.count)
    for (_, table) in lexicon.roles {
      var tokens: Set<Int> = []
      for match in table.longest(in: base.tokens, within: all) { tokens.formUnion(match.tokens) }
      roles.append(tokens)
    }
    for match in lexicon.possessives.longest(in: base.tokens, within: all) { ownerBefore.formUnion(match.tokens) }
    for match in lexicon.ownersAfter.longest(in: base.tokens, within: all) { ownerAfter.formUnion(match.tokens) }
    let contexts = Self.contexts(base, sentences, target)
    for (number, sentence) in sentences.enumerated() {
      var phrases: [Range<Int>] = []
      let (firstCondition, firstTarget) = (conditions.count, targets.count)
      for match in lexicon.conditions.longest(in: base.tokens, within: sentence.tokens) {
        if match.value == .notCondition { phrases.append(match.tokens); continue }
        let opener =
          match.value == .eventCondition ? match.tokens.lowerBound..<match.tokens.lowerBound + 1 : match.tokens
        let mayStand =
          !lexicon.setsOff || match.value == .condition || match.value == .prepositionCondition
          || match.value == .eventCondition
          || opener.lowerBound == sentence.tokens.lowerBound || base.tokens[opener.lowerBound - 1].kind == .mark
          || base.has(opener.lowerBound - 1, [.conjunction, .adverb])
        guard mayStand else { continue }
        conditions.append(Condition(tokens: opener, start: opener.upperBound, kind: match.value))
      }
      readTargets(target, sentence.tokens, number)
      // What also means other things is the target only where the matter is politics.
      let isPolitics =
        (number - 2...number + 2).contains { contexts.contains($0) }
        || sentence.tokens.contains { speaksAsState($0, sentence) }
      let isDiplomacy =
        isPolitics || sentence.tokens.contains { base.mention(at: $0)?.type == .location }
      let here = targets[firstTarget...].filter { one in
        !(one.kind == .weak && !isDiplomacy || !isPolitics && [.slight, .verb, .place].contains(one.kind))
      }
      targets.replaceSubrange(firstTarget..., with: here)
      for n in targets.indices[firstTarget...] where targets[n].kind == .slight { targets[n].kind = .weak }
      for n in conditions.indices[firstCondition...] {
        if conditions[n].kind == .eventCondition || conditions[n].kind == .prepositionCondition {
          conditions[n].extent = extent(from: conditions[n].start, sentence.tokens)
        }
      }
      readFrames(sentence.tokens, but: phrases)
    }
  }

  // In a long document each clause is asked for what it holds: looking through all of the document would take minutes.

  /// The elements that lie over tokens, with some beside them.
  func elements(near tokens: Range<Int>) -> ArraySlice<Element> { Self.near(tokens, elements) { $0.tokens } }
  /// The targets that lie over tokens, with some beside them.
  func targets(near tokens: Range<Int>) -> ArraySlice<Target> { Self.near(tokens, targets) { $0.tokens } }
  /// The openers of conditions that lie over tokens, with some beside them.
  func conditions(near tokens: Range<Int>) -> ArraySlice<Condition> { Self.near(tokens, conditions) { $0.tokens } }

  /// No phrase of the lexicons, and no name, has more tokens.
  private static let longest = 40

  private static func near<Item>(
    _ tokens: Range<Int>, _ items: [Item], _ place: (Item) -> Range<Int>
  ) -> ArraySlice<Item> {
    let start = items.firstPlace { place($0).lowerBound >= tokens.lowerBound - longest }
    return items[start..<max(start, items.firstPlace { place($0).lowerBound >= tokens.upperBound })]
  }

  /// True for the first token of a sentence.
  func opensSentence(_ i: Int) -> Bool {
    let place = sentences.firstPlace { $0.tokens.lowerBound >= i }
    return place < sentences.count && sentences[place].tokens.lowerBound == i
  }

  func has(_ i: Int, _ role: FrameLexicon.Role) -> Bool {
    guard let place = lexicon.roles.firstIndex(where: { $0.0 == role }) else { return false }
    return roles[place].contains(i)
  }
  func ownsBefore(_ i: Int) -> Bool { ownerBefore.contains(i) }
  func ownsAfter(_ i: Int) -> Bool { ownerAfter.contains(i) }
  func frame(_ element: Element) -> FrameLexicon.Frame { lexicon.frames[element.frame] }

  /// The sentences that show that the matter is politics: the target by its own name, or a word of such matters.
  private static func contexts(_ base: ClauseWords, _ sentences: [Sentence], _ target: TargetLexicon) -> Set<Int> {
    var found: Set<Int> = []
    for (number, sentence) in sentences.enumerated() {
      let hasWord = target.words.all(in: base.tokens, within: sentence.tokens).contains {
        if $0.value == .context || $0.value == .strong { return true }
        // "an invitation to Cairo": where it leads says what it is.
        let next = $0.tokens.upperBound
        return ($0.value == .weak || $0.value == .slight) && next + 1 < sentence.tokens.upperBound
          && base.mention(at: next + 1)?.type == .location
          && !target.toward.all(in: base.tokens, within: next..<next + 1).isEmpty
      }
      if hasWord { found.insert(number) }
    }
    return found
  }

  /// "Moscow insists": a place that opens a clause stands for its government.
  private func speaksAsState(_ i: Int, _ sentence: Sentence) -> Bool {
    guard let mention = base.mention(at: i), mention.type == .location, mention.tokens.lowerBound == i else {
      return false
    }
    return i == sentence.tokens.lowerBound || base.tokens[i - 1].kind == .mark
      || base.has(i - 1, [.that, .conjunction]) && !base.has(i - 1, .preposition)
      || target(modifiedAt: mention.tokens.upperBound)
  }

  /// "the Luanda *track*".
  private func target(modifiedAt next: Int) -> Bool {
    targets(near: next..<next + 1).contains { $0.tokens.lowerBound == next && $0.kind == .slight }
  }

  private mutating func readTargets(_ target: TargetLexicon, _ range: Range<Int>, _ number: Int) {
    let all = target.words.all(in: base.tokens, within: range)
    blocked[number] =
      all.contains { $0.value == .blocker } && !all.contains { $0.value == .strong && $0.tokens.count > 1 }
    var taken = range.lowerBound
    let first = targets.count
    for match in target.words.longest(in: base.tokens, within: range) where match.tokens.lowerBound >= taken {
      // A word inside a name is no target, unless the name is one of a conference.
      let isInName = base.mention(at: match.tokens.lowerBound).map {
        $0.tokens.lowerBound < match.tokens.lowerBound || match.tokens.count == 1
      }
      if match.value != .strong, match.value != .place, isInName ?? false { continue }
      if match.value == .place {
        let before = match.tokens.lowerBound - 1
        guard before >= range.lowerBound, !target.toward.all(in: base.tokens, within: before..<before + 1).isEmpty
        else {
          continue
        }
      }
      if match.value == .blocker || match.value == .context { continue }
      if match.value == .other { taken = match.tokens.upperBound; continue }
      let first = match.tokens.lowerBound
      // A negotiator is no negotiation, and "their" before a noun stands for no talks.
      if match.tokens.count == 1, base.has(first, .people) { continue }
      if match.value == .anaphor, match.tokens.count == 1, base.has(first, .possessive), opensPhrase(first, range) {
        continue
      }
      targets.append(Target(tokens: match.tokens, kind: match.value))
      taken = match.tokens.upperBound
    }
    // Any place may be where talks are held.
    for i in range where i > range.lowerBound {
      guard let mention = base.mention(at: i), mention.tokens.lowerBound == i, mention.type == .location,
        !target.toward.all(in: base.tokens, within: i - 1..<i).isEmpty,
        !targets[first...].contains(where: { $0.tokens.overlaps(mention.tokens) })
      else { continue }
      targets.append(Target(tokens: mention.tokens, kind: .place))
    }
    targets[first...].sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
  }

  /// The noun phrase behind a preposition, up to a mark, a verb, the target, or where another phrase opens.
  private func extent(from start: Int, _ range: Range<Int>) -> Range<Int>? {
    var end = start
    while end < range.upperBound {
      if base.tokens[end].kind == .mark, !base.isQuote(end), base.mentionAt[end] < 0 { break }
      if base.mentionAt[end] < 0, base.has(end, .verb), !base.has(end, [.actor, .determiner]) { break }
      if end > start, targets(near: end..<end + 1).contains(where: { $0.tokens.lowerBound == end && $0.kind != .place })
      {
        break
      }
      if end > start, lexicon.inversion, base.has(end, .preposition), has(end, .targetward) { break }
      // «без этого пункта *Киев* за стол не сядет»: the subject behind the condition.
      if end > start + 1, lexicon.inversion, let mention = base.mention(at: end), mention.tokens.lowerBound == end,
        !base.has(end - 1, .preposition), mention.tokens.upperBound < range.upperBound,
        has(mention.tokens.upperBound, .targetward) || base.has(mention.tokens.upperBound, .verb)
      {
        break
      }
      end += 1
    }
    return end > start ? start..<end : nil
  }

  /// True when a possessive has its noun behind it.
  private func opensPhrase(_ i: Int, _ range: Range<Int>) -> Bool {
    let next = i + 1
    return range.contains(next) && base.tokens[next].kind == .word
      && !base.has(next, [.preposition, .conjunction, .verb, .adverb, .subordinator]) && base.mentionAt[next] < 0
  }

  private mutating func readFrames(_ range: Range<Int>, but phrases: [Range<Int>]) {
    let own = elements.count
    for match in lexicon.frameTable.longest(in: base.tokens, within: range) {
      if match.tokens.contains(where: { base.mentionAt[$0] >= 0 }) { continue }
      let frame = lexicon.frames[match.value]
      if frame.label == .demand, phrases.contains(where: { $0.overlaps(match.tokens) }) { continue }
      // "round table" is no tabling; the halt of "without a halt" belongs to the condition.
      if frame.kind != .noun,
        targets(near: match.tokens).contains(where: {
          ($0.kind == .strong || $0.kind == .weak) && $0.tokens.count >= match.tokens.count
            && $0.tokens.contains(match.tokens.lowerBound)
        })
      {
        continue
      }
      if conditions(near: range).contains(where: { $0.extent?.overlaps(match.tokens) ?? false }) { continue }
      if frame.final == true, match.tokens.upperBound < range.upperBound,
        base.tokens[match.tokens.upperBound].kind != .mark
      {
        continue
      }
      let first = match.tokens.lowerBound
      if isAttribute(match.tokens, range) { continue }
      if frame.onlyDenied == true,
        !(range.lowerBound..<first).contains(where: { has($0, .negator) || has($0, .noOne) || has($0, .correlative) })
      {
        continue
      }
      let isNominal = frame.kind == .noun || standsAsNoun(first, range)
      elements.append(Element(tokens: match.tokens, frame: match.value, isNegated: false, isNominal: isNominal))
      if !isNominal, frame.kind == .act || frame.kind == .wish, !base.has(first, .preposition), !has(first, .negator) {
        base.mark(first)
      }
    }
    // A negation belongs to the first frame behind it.
    let taken = Set(elements[own...].flatMap { Array($0.tokens) })
    for n in own..<elements.count where !has(elements[n].tokens.lowerBound, .negator) {
      elements[n].isNegated =
        isNegated(before: elements[n].tokens.lowerBound, range, barred: taken)
        != deniesObject(elements[n].tokens.upperBound, range)
    }
  }

  /// "will send *no delegates*", "will meet *no one*".
  func deniesObject(_ next: Int, _ range: Range<Int>) -> Bool {
    guard !lexicon.inversion, range.contains(next), has(next, .noOne) || has(next, .nounNegator) else { return false }
    return !targets(near: next..<next + 4).contains {
      $0.tokens.lowerBound >= next && $0.tokens.lowerBound - next <= 3 && $0.kind != .anaphor
    }
  }

  /// "the planned talks", "the proposed conference".
  private func isAttribute(_ tokens: Range<Int>, _ range: Range<Int>) -> Bool {
    let first = tokens.lowerBound
    guard !lexicon.inversion, tokens.count == 1, first > range.lowerBound, lexicon.isPast(base.tokens[first].key),
      base.has(first - 1, .determiner), base.mentionAt[first - 1] < 0
    else { return false }
    return targets(near: first..<first + 4).contains {
      $0.tokens.lowerBound > first && $0.tokens.lowerBound - first <= 3 && $0.kind != .anaphor
    }
  }

  private func standsAsNoun(_ i: Int, _ range: Range<Int>) -> Bool {
    if lexicon.isNominal(base.tokens[i].key) { return true }
    guard i > range.lowerBound, !lexicon.inversion else { return false }
    let before = i - 1
    return ownsBefore(before)
      || base.mentionAt[before] < 0 && base.has(before, .determiner) && !has(before, .negator)
        && !base.has(before, [.auxiliary, .adverb, .relative])
  }

  /// True when the frame's first word has no subject of its own.
  func isParticiple(_ element: Element) -> Bool {
    lexicon.isParticiple(base.tokens[element.tokens.lowerBound].key)
  }

  /// "no talks", «никаких переговоров».
  func isNegated(_ target: Target, in range: Range<Int>) -> Bool {
    var i = target.tokens.lowerBound - 1
    while i >= range.lowerBound, target.tokens.lowerBound - i <= 4 {
      if has(i, .nounNegator) { return true }
      if base.tokens[i].kind == .mark || base.has(i, [.verb, .preposition, .conjunction]) { return false }
      i -= 1
    }
    return false
  }

  /// True when a negator stands before a word with nothing but auxiliaries and adverbs between, or "to".
  func isNegated(before start: Int, _ range: Range<Int>, barred: Set<Int> = []) -> Bool {
    var i = start - 1
    if i > range.lowerBound, base.has(i, .preposition), has(i - 1, .negator) { i -= 1 }
    var negated = false
    while i >= range.lowerBound, start - i <= 4, !barred.contains(i) {
      if has(i, .negator) {
        negated.toggle()
        // Two tokens of one phrase are one negator.
        while i > range.lowerBound, has(i - 1, .negator) { i -= 1 }
      } else if !base.has(i, [.auxiliary, .adverb]) || base.mentionAt[i] >= 0 {
        break
      }
      i -= 1
    }
    return negated
  }
}
