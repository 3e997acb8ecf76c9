import SvodkaKit
import SvodkaLanguage
import SvodkaNames

/// Who says what, as figures need it.
struct ClaimedContent {
  private let text: DocumentText
  private let sentences: [Sentence]
  private let attributions: [Attribution]
  private let names: NamedEntities
  private let actors: ActorMentions
  private let tokens: [Token]
  private let contents: RangeIndex
  /// The attributions of each sentence, as indices.
  private let bySentence: [[Int]]

  init(
    text: DocumentText, tokens: [Token], sentences: [Sentence], attributions: [Attribution], names: NamedEntities,
    actors: ActorMentions
  ) {
    self.text = text
    self.tokens = tokens
    self.actors = actors
    self.sentences = sentences
    self.attributions = attributions
    self.names = names
    contents = RangeIndex(attributions.map(\.content.range))
    var bySentence = [[Int]](repeating: [], count: sentences.count)
    for (n, attribution) in attributions.enumerated() where bySentence.indices.contains(attribution.sentence) {
      bySentence[attribution.sentence].append(n)
    }
    self.bySentence = bySentence
  }

  private func attributions(in sentence: Int) -> some BidirectionalCollection<Attribution> {
    bySentence[sentence].lazy.map { attributions[$0] }
  }

  /// Who vouches for the number at a span of a sentence, and who denies it.
  ///
  /// Of several sources the one with the shortest content is taken, an original one before one that reports it. A figure that
  /// goes on with those of the sentence before, in one that names no source, is told by whom that one named first.
  func claim(
    on span: TextSpan, in sentence: Int, goesOn: Bool
  ) -> (by: CasualtyFigure.Claimant?, denied: CasualtyFigure.Claimant?) {
    let covering = contents.overlapping(span.range).map { attributions[$0] }.filter {
      !$0.source.overlaps(span) && !$0.pointsBack
    }
    let denied = covering.first { $0.kind == .denied }
    let affirming = covering.filter { $0.kind != .denied }.sorted {
      ($0.kind == .reported ? 1 : 0, $0.content.length, $0.cue) < (
        $1.kind == .reported ? 1 : 0, $1.content.length, $1.cue
      )
    }
    if let best = affirming.first { return (claimant(best), denied.map(claimant)) }
    if goesOn, bySentence[sentence].isEmpty, sentence > 0,
      sentences[sentence].paragraph == sentences[sentence - 1].paragraph,
      let before = attributions(in: sentence - 1).last(where: { $0.kind != .denied }),
      before.cue.start <= before.content.start, before.content.end + 2 >= sentences[sentence - 1].span.end
    {
      return (claimant(before), denied.map(claimant))
    }
    return (nil, denied.map(claimant))
  }

  /// Who speaks in a sentence: the words that name sources.
  func sources(in sentence: Int) -> [TextSpan] {
    attributions(in: sentence).map(\.source)
  }

  /// True when nobody only speaks at that place: it stands inside what each source of the sentence says.
  func holds(_ span: TextSpan, in sentence: Int) -> Bool {
    attributions(in: sentence).allSatisfy { $0.pointsBack || $0.content.overlaps(span) || isApart(span, from: $0) }
  }

  /// "… in Homs on Tuesday; earlier reports spoke of 12": who speaks stands in another clause.
  private func isApart(_ span: TextSpan, from attribution: Attribution) -> Bool {
    let frame = attribution.source.union(attribution.cue)
    let between = span.end <= frame.start ? span.end..<frame.start : min(frame.end, span.start)..<span.start
    return text.bytes[between].contains(UInt8(ascii: ";"))
  }

  /// "The army denied the claim": who denies what others told before, sentence by sentence.
  func denialsOfEarlier() -> [(sentence: Int, cue: TextSpan, by: CasualtyFigure.Claimant)] {
    attributions.filter(\.pointsBack).map { ($0.sentence, $0.cue, claimant($0)) }
  }

  private func claimant(_ attribution: Attribution) -> CasualtyFigure.Claimant {
    let entity = attribution.mention.flatMap { names.entity(ofMention: $0) }
    // A source without a name may be a phrase of the list; a place in it does not make it that state's.
    let phrase = entity == nil ? actors.first(over: attribution.source, tokens) { !$0.isName } : nil
    return .init(
      text: text.spanned(attribution.source), canonical: entity?.name, entity: entity?.id,
      actor: entity?.actor ?? phrase?.actor)
  }
}
