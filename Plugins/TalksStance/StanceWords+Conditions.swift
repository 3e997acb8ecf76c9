import SvodkaKit
import SvodkaLanguage

/// What opens a condition, and how far one goes.
extension StanceWords {
  /// What opens conditions in a sentence, and what looks so and opens none.
  func readConditions(
    _ matches: [WordTable<FrameLexicon.ConditionKind>.Match], _ range: Range<Int>
  ) -> (conditions: [Condition], unconditional: [Range<Int>]) {
    var conditions: [Condition] = []
    var unconditional: [Range<Int>] = []
    for match in matches {
      if match.value == .notCondition { unconditional.append(match.tokens); continue }
      // ", while the envoy said …": set beside it, no condition.
      if has(match.tokens.lowerBound, .contrast), match.tokens.count == 1, match.tokens.lowerBound > range.lowerBound,
        base.tokens[match.tokens.lowerBound - 1].kind == .mark
      {
        continue
      }
      let opener =
        match.value == .eventCondition ? match.tokens.lowerBound..<match.tokens.lowerBound + 1 : match.tokens
      let mayStand =
        !lexicon.setsOff || match.value == .condition || match.value == .prepositionCondition
        || match.value == .eventCondition
        || opener.lowerBound == range.lowerBound || base.tokens[opener.lowerBound - 1].kind == .mark
        || base.has(opener.lowerBound - 1, [.conjunction, .adverb])
      guard mayStand else { continue }
      conditions.append(Condition(tokens: opener, start: opener.upperBound, kind: match.value))
    }
    return (conditions, unconditional)
  }

  /// The noun phrase behind a preposition, up to a mark, a verb, the target, or where another phrase opens.
  func extent(from start: Int, _ range: Range<Int>) -> Range<Int>? {
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
}
