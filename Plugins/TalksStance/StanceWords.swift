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
  }

  private(set) var base: ClauseWords
  let lexicon: FrameLexicon
  let sentences: [Sentence]
  /// In text order, none overlapping another.
  private(set) var elements: [Element] = []
  private(set) var targets: [Target] = []
  private(set) var conditions: [Condition] = []
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
    for (number, sentence) in sentences.enumerated() {
      var phrases: [Range<Int>] = []
      for match in lexicon.conditions.longest(in: base.tokens, within: sentence.tokens) {
        if match.value == .notCondition { phrases.append(match.tokens); continue }
        let opener = match.value == .eventCondition ? match.tokens.lowerBound..<match.tokens.lowerBound + 1 : match.tokens
        conditions.append(Condition(tokens: opener, start: opener.upperBound, kind: match.value))
      }
      readTargets(target, sentence.tokens, number)
      readFrames(sentence.tokens, but: phrases)
    }
  }

  func has(_ i: Int, _ role: FrameLexicon.Role) -> Bool {
    guard let place = lexicon.roles.firstIndex(where: { $0.0 == role }) else { return false }
    return roles[place].contains(i)
  }
  func ownsBefore(_ i: Int) -> Bool { ownerBefore.contains(i) }
  func ownsAfter(_ i: Int) -> Bool { ownerAfter.contains(i) }
  func frame(_ element: Element) -> FrameLexicon.Frame { lexicon.frames[element.frame] }

  private mutating func readTargets(_ target: TargetLexicon, _ range: Range<Int>, _ number: Int) {
    for match in target.words.all(in: base.tokens, within: range) where match.value == .blocker {
      blocked[number] = true
    }
    var taken = range.lowerBound
    for match in target.words.longest(in: base.tokens, within: range) where match.tokens.lowerBound >= taken {
      // A word inside a name is no target, unless the name is one of a conference.
      if match.value != .strong, match.value != .place, base.mentionAt[match.tokens.lowerBound] >= 0 { continue }
      if match.value == .place {
        let before = match.tokens.lowerBound - 1
        guard before >= range.lowerBound, !target.toward.all(in: base.tokens, within: before..<before + 1).isEmpty
        else {
          continue
        }
      }
      if match.value == .blocker { continue }
      targets.append(Target(tokens: match.tokens, kind: match.value))
      taken = match.tokens.upperBound
    }
    // Any place may be where talks are held.
    for i in range where i > range.lowerBound {
      guard let mention = base.mention(at: i), mention.tokens.lowerBound == i, mention.type == .location,
        !target.toward.all(in: base.tokens, within: i - 1..<i).isEmpty,
        !targets.contains(where: { $0.tokens.overlaps(mention.tokens) })
      else { continue }
      targets.append(Target(tokens: mention.tokens, kind: .place))
    }
    targets.sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
  }

  private mutating func readFrames(_ range: Range<Int>, but phrases: [Range<Int>]) {
    for match in lexicon.frameTable.longest(in: base.tokens, within: range) {
      if match.tokens.contains(where: { base.mentionAt[$0] >= 0 }) { continue }
      if phrases.contains(where: { $0.overlaps(match.tokens) }) { continue }
      let frame = lexicon.frames[match.value]
      if frame.final == true, match.tokens.upperBound < range.upperBound,
        base.tokens[match.tokens.upperBound].kind != .mark
      {
        continue
      }
      let first = match.tokens.lowerBound
      let isNominal = frame.kind == .noun || standsAsNoun(first, range)
      elements.append(
        Element(
          tokens: match.tokens, frame: match.value, isNegated: isNegated(before: first, range), isNominal: isNominal))
      if !isNominal, frame.kind == .act || frame.kind == .wish, !base.has(first, .preposition), !has(first, .negator) {
        base.mark(first)
      }
    }
  }

  private func standsAsNoun(_ i: Int, _ range: Range<Int>) -> Bool {
    if lexicon.isNominal(base.tokens[i].key) { return true }
    guard i > range.lowerBound, !lexicon.inversion else { return false }
    let before = i - 1
    return ownsBefore(before) || base.mentionAt[before] < 0 && base.has(before, .determiner) && !has(before, .negator)
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
  func isNegated(before start: Int, _ range: Range<Int>) -> Bool {
    var i = start - 1
    if i > range.lowerBound, base.has(i, .preposition), has(i - 1, .negator) { i -= 1 }
    var negated = false
    while i >= range.lowerBound, start - i <= 4 {
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
