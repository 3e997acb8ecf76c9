import SvodkaKit
import SvodkaLanguage

/// What is said of the target.
extension StanceWords {
  /// What is said of the target in a sentence, and which words are verbs by that.
  func readFrames(
    _ matches: [WordTable<Int>.Match], _ range: Range<Int>, but phrases: [Range<Int>]
  ) -> (elements: [Element], verbs: [Int]) {
    var elements: [Element] = []
    var verbs: [Int] = []
    for match in matches {
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
        verbs.append(first)
      }
    }
    // A negation belongs to the first frame behind it.
    let taken = Set(elements.flatMap { Array($0.tokens) })
    for n in elements.indices where !has(elements[n].tokens.lowerBound, .negator) {
      elements[n].isNegated =
        isNegated(before: elements[n].tokens.lowerBound, range, barred: taken)
        != deniesObject(elements[n].tokens.upperBound, range)
    }
    return (elements, verbs)
  }

  /// "the planned talks", "the proposed conference".
  private func isAttribute(_ tokens: Range<Int>, _ range: Range<Int>) -> Bool {
    let first = tokens.lowerBound
    guard !lexicon.inversion, tokens.count == 1, first > range.lowerBound, lexicon.isPast(base.tokens[first].key),
      base.mentionAt[first - 1] < 0
    else { return false }
    // "rejoin *stalled* talks": what a verb or a preposition has as its object.
    let reach =
      base.has(first - 1, .determiner)
      ? 3 : base.has(first - 1, [.verb, .preposition]) && !base.has(first - 1, [.auxiliary, .say]) ? 2 : 0
    return targets(near: first..<first + 4).contains {
      $0.tokens.lowerBound > first && $0.tokens.lowerBound - first <= reach && $0.kind != .anaphor
    }
  }

  private func standsAsNoun(_ i: Int, _ range: Range<Int>) -> Bool {
    if lexicon.isNominal(base.tokens[i].key) { return true }
    guard i > range.lowerBound, !lexicon.inversion else { return false }
    let before = i - 1
    // "the other *end*": no verb agrees with what stands before.
    let key = base.tokens[i].key
    let isBehindAdjective =
      before > range.lowerBound && base.mentionAt[before] < 0 && base.tokens[before].kind == .word
      && base.has(before - 1, .determiner) && base.mentionAt[before - 1] < 0
      && !base.has(
        before, [.verb, .auxiliary, .adverb, .preposition, .pronoun, .conjunction, .actor, .relative, .time])
      && !base.tokens[before].key.hasSuffix("s") && !key.hasSuffix("s") && !lexicon.isPast(key)
      && !lexicon.isParticiple(key) && !has(i, .past)
    return ownsBefore(before) || isBehindAdjective
      || base.mentionAt[before] < 0 && base.has(before, .determiner) && !has(before, .negator)
        && !base.has(before, [.auxiliary, .adverb, .relative])
  }
}
