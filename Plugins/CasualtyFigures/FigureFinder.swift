import SvodkaKit
import SvodkaLanguage
import SvodkaNames
import SvodkaText

/// Finds the figures of a document, sentence by sentence.
struct FigureFinder {
  let text: DocumentText
  let tokens: [Token]
  let sentences: [Sentence]
  let lexicon: CasualtyLexicon
  let names: NamedEntities
  let claims: ClaimedContent
  let actors: ActorMentions
  /// The day that the document speaks from.
  let day: CivilDate?

  /// How many sentences on a figure may be gone on with: "another 15", "three of them".
  private static let reach = 3

  func all() -> [CasualtyFigure] {
    var figures: [CasualtyFigure] = []
    var linked: [LinkedFigure] = []
    let settings = EventSettings(
      text: text, sentences: sentences, lexicon: lexicon, names: names, claims: claims, day: day)
    var readings: [SentenceReading] = []
    readings.reserveCapacity(sentences.count)
    var table = CasualtyTable()
    for (number, sentence) in sentences.enumerated() {
      let reading = SentenceReading(sentence, tokens, text, lexicon)
      readings.append(reading)
      guard !reading.predicates.isEmpty || !reading.amounts.isEmpty || !reading.zeros.isEmpty else {
        if table.isOpen { _ = table.figures(in: reading, text) }
        continue
      }
      let near = linked.filter { number - $0.sentence <= Self.reach }
      let row = table.figures(in: reading, text)
      let here = row.isEmpty ? linker(reading, near).figures() : row
      if here.isEmpty { continue }
      let settings = settings.sentence(number, readings)
      for figure in here {
        let record = record(figure, reading, number, settings, after: figures)
        // What the text gives only as false does not stand.
        if record.deniedBy != nil, record.claimedBy == nil { continue }
        figures.append(record)
        linked.append(figure)
        linked[linked.count - 1].sentence = number
      }
    }
    supersede(&figures, linked)
    deny(&figures, linked)
    for i in figures.indices { figures[i].id = "cf-\(i + 1)" }
    return figures
  }

  private func linker(_ reading: SentenceReading, _ earlier: [LinkedFigure]) -> FigureLinker {
    let named = names.mentions(within: reading.range).filter { $0.mention.type == .person }.map(\.mention.tokens)
    return FigureLinker(reading: reading, lexicon: lexicon, earlier: earlier, named: named)
  }

  /// "Three of them died", "No one was hurt", «только за неделю — трое»: what the sentences before told goes on.
  private func goesOn(_ figure: LinkedFigure, _ reading: SentenceReading) -> Bool {
    figure.predicate == nil || figure.amount.high == 0 || figure.isMore || reading.continues
      || figure.noun.isAnaphoric && reading.ofThese[figure.tokens.upperBound] == nil
  }

  /// "civilian deaths", "the number of soldiers killed": who they are stands with the word that says what happened.
  private func named(by figure: LinkedFigure, _ reading: SentenceReading) -> Range<Int>? {
    guard let predicate = figure.predicate, predicate.upperBound <= figure.tokens.lowerBound else { return nil }
    let near = predicate.lowerBound...predicate.upperBound
    return reading.victims.filter { place, found in
      // Of «перемещённых лиц» the noun is part of what happened.
      near.contains(place) && found.value != CountedNoun.unnamed
        && !(found.value == "unknown"
          && reading.people.values.contains { $0.tokens.count > 1 && $0.tokens.contains(place) })
    }
    .min { $0.key < $1.key }?.value.tokens
  }

  private func span(_ range: Range<Int>) -> TextSpan {
    tokens[range.lowerBound].span.union(tokens[range.upperBound - 1].span)
  }

  /// The sentence as evidence; the figures of one sentence share its string.
  private func quoted(_ sentence: Sentence, after figures: [CasualtyFigure]) -> SpannedText {
    if let last = figures.last?.sentence, last.span == sentence.span { return last }
    return text.spanned(sentence.span)
  }

  private func record(
    _ figure: LinkedFigure, _ reading: SentenceReading, _ number: Int, _ settings: EventSettings.InSentence,
    after figures: [CasualtyFigure]
  ) -> CasualtyFigure {
    var evidence = figure.amount.span
    var victims: CasualtyFigure.Victims?
    if let at = figure.noun.victims ?? named(by: figure, reading), figure.noun.victimClass != CountedNoun.unnamed {
      victims = .init(text: text.spanned(span(at)), class: figure.noun.victimClass, actor: actors.first(in: at)?.actor)
      evidence = evidence.union(span(at))
    } else if figure.noun.isAnaphoric,
      let last = figures.last(where: { $0.victims != nil && $0.subsetOf == nil })
    {
      victims = last.victims
    }
    if let at = figure.predicate { evidence = evidence.union(span(at)) }
    if let people = figure.noun.people { evidence = evidence.union(span(people.tokens)) }
    let circumstances = settings.circumstances
    // Nobody in a month is still nobody in one event.
    var isCumulative =
      figure.amount.high != 0 && circumstances.isCumulative(figure) { claims.holds(span($0), in: number) }
    let whole =
      figure.isPart
      ? figures.lastIndex {
        $0.kind == figure.kind && $0.subsetOf == nil && (figure.amount.low ?? 0) <= ($0.high ?? .max)
      }
      : nil
    // "Among the dead are 11 health workers": a part counts from when its whole does.
    if let whole, figures[whole].scope == .cumulative, circumstances.hasNoIncident { isCumulative = true }
    let claim = claims.claim(on: figure.amount.span, in: number, goesOn: goesOn(figure, reading))
    return CasualtyFigure(
      id: "", evidence: text.spanned(evidence), number: text.spanned(figure.amount.span), kind: figure.kind,
      low: figure.amount.low ?? 0, high: figure.amount.high, qualifier: figure.amount.qualifier, victims: victims,
      claimedBy: claim.by,
      losses: Self.losses(claim.by, victims) ?? reading.losses(of: figure, toldBy: claim.by != nil),
      deniedBy: claim.denied,
      scope: isCumulative ? .cumulative : .incident,
      since: isCumulative
        ? circumstances.date(.since, of: figure.tokens) ?? whole.flatMap { figures[$0].since } : nil,
      asOf: circumstances.date(.asOf, of: figure.tokens),
      cause: Self.cause(settings.cause(of: figure.tokens), of: figure, victims),
      place: settings.place(of: figure.tokens),
      date: settings.date(of: figure.tokens), subsetOf: whole.map { "cf-\($0 + 1)" }, supersededBy: nil,
      confidence: (FigureConfidence.of(figure, victimClass: victims?.class, isClaimed: claim.by != nil) * 100).rounded()
        / 100, sentence: quoted(sentences[number], after: figures),
      rule: figure.rule)
  }

  /// Soldiers, fighters and captives are such by violence where nothing tells of another cause.
  private static func cause(
    _ told: CasualtyCause, of figure: LinkedFigure, _ victims: CasualtyFigure.Victims?
  ) -> CasualtyCause {
    guard told == .unknown else { return told }
    let isFighting = victims.map { ["military", "fighter"].contains($0.class) } ?? false
    return figure.kind == .captured || isFighting && figure.kind != .displaced ? .violence : .unknown
  }

  /// Known from the list of actors where it says on which side both are.
  private static func losses(
    _ claimant: CasualtyFigure.Claimant?, _ victims: CasualtyFigure.Victims?
  ) -> CasualtyLosses? {
    guard let speaker = claimant?.actor?.side, let bearer = victims?.actor?.side else { return nil }
    return speaker == bearer ? .own : .enemy
  }

  /// A former figure is superseded by the next of its kind, else by the last before it.
  private func supersede(_ figures: inout [CasualtyFigure], _ linked: [LinkedFigure]) {
    for i in figures.indices where linked[i].isFormer {
      let later = figures.indices[(i + 1)...].first {
        figures[$0].kind == figures[i].kind && !linked[$0].isPart && !linked[$0].isFormer
      }
      let earlier = figures.indices[..<i].last {
        figures[$0].kind == figures[i].kind && !linked[$0].isPart && !linked[$0].isFormer
      }
      guard let current = later ?? earlier else { continue }
      figures[i].supersededBy = "cf-\(current + 1)"
    }
  }

  /// How many sentences back a denial may look.
  private static let denialReach = 3

  /// "The army denied the claim": the figures of the last other claimant before it are denied.
  private func deny(_ figures: inout [CasualtyFigure], _ linked: [LinkedFigure]) {
    for denial in claims.denialsOfEarlier() {
      func isOthers(_ i: Int) -> Bool {
        guard let claimant = figures[i].claimedBy, figures[i].number.span.end <= denial.cue.start,
          (0...Self.denialReach).contains(denial.sentence - linked[i].sentence)
        else { return false }
        return !claimant.isSame(as: denial.by)
      }
      guard let last = figures.indices.last(where: isOthers), let claimant = figures[last].claimedBy else { continue }
      for i in figures.indices where isOthers(i) && linked[i].sentence == linked[last].sentence {
        guard figures[i].claimedBy?.isSame(as: claimant) == true else { continue }
        figures[i].deniedBy = denial.by
      }
    }
  }
}
