import SvodkaKit
import SvodkaLanguage

/// What names the target, and where what also means other things names it.
extension StanceWords {
  /// "Moscow insists": a place that opens a clause stands for its government.
  func speaksAsState(_ i: Int, _ sentence: Sentence) -> Bool {
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

  /// What names the target in a sentence, in text order.
  func readTargets(
    _ target: TargetLexicon, _ matches: [WordTable<TargetLexicon.Kind>.Match], _ range: Range<Int>
  ) -> [Target] {
    var targets: [Target] = []
    var taken = range.lowerBound
    for match in WordTable.longest(matches) where match.tokens.lowerBound >= taken {
      // A word inside a name is no target, unless the name is one of a conference.
      let isInName = base.mention(at: match.tokens.lowerBound).map {
        $0.tokens.lowerBound < match.tokens.lowerBound || match.tokens.count == 1
      }
      if match.value != .strong, match.value != .place, isInName ?? false { continue }
      if match.value == .place {
        let before = match.tokens.lowerBound - 1
        guard before >= range.lowerBound, target.leads(before, in: base.tokens) else { continue }
      }
      if [.blocker, .context, .politics].contains(match.value) { continue }
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
        target.leads(i - 1, in: base.tokens) || isAttributive(mention.tokens),
        !targets.contains(where: { $0.tokens.overlaps(mention.tokens) })
      else { continue }
      targets.append(Target(tokens: mention.tokens, kind: .place, isSlight: true))
    }
    return targets.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
  }

  /// True when a possessive has its noun behind it.
  private func opensPhrase(_ i: Int, _ range: Range<Int>) -> Bool {
    let next = i + 1
    return range.contains(next) && base.tokens[next].kind == .word
      && !base.has(next, [.preposition, .conjunction, .verb, .adverb, .subordinator]) && base.mentionAt[next] < 0
  }

  /// "the *Geneva* signing": what is held there.
  private func isAttributive(_ place: Range<Int>) -> Bool {
    let next = place.upperBound
    guard !lexicon.inversion, next < base.tokens.count, base.mentionAt[next] < 0,
      base.mentionAt[place.lowerBound - 1] < 0
    else { return false }
    return base.has(place.lowerBound - 1, .determiner) && base.tokens[next].kind == .word
      && base.tokens[next].shape == .lower
      && !base.has(next, [.verb, .preposition, .conjunction, .actor, .adverb, .time])
  }
}
