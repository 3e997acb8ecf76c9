public import SvodkaKit
import SvodkaNames
import SvodkaText

extension CasualtyFigures {
  /// Claims lined up by place, day and kind, a line a source and claimant; never a sum of claims that overlap.
  public func comparison(of summaries: [CasualtySummary], context: ReportContext) -> ReportSection {
    ClaimsComparison(summaries, context: context).section(named: identity.name)
  }
}

/// The section on casualty claims.
struct ClaimsComparison {
  let context: ReportContext
  let summaries: [CasualtySummary]
  let events: [ClaimedEvent]
  /// So many events are named first, and have a chart.
  static let shown = 4
  /// So many different claims stand in a cell of events by groups.
  static let mostEntries = 12
  /// So many points stand in a chart.
  static let mostPoints = 150

  init(_ summaries: [CasualtySummary], context: ReportContext) {
    self.context = context
    self.summaries = summaries
    events = ClaimedEvent.events(summaries, context: context)
  }

  func section(named name: String) -> ReportSection {
    var section = ReportSection(id: name, title: word("title"))
    guard !events.isEmpty else {
      section.blocks = [.statement(ReportStatement(word("none")))]
      return section
    }
    // Each names the claims of every group.
    let told = context.groups.count > 3 ? Self.shown / 2 : Self.shown
    section.headlines = events.prefix(told).compactMap { headline($0, &section) }
    section.blocks = [.statement(ReportStatement(word("note"), marks: [mark(ReportMark.ID.firstGrouping)]))]
    section.blocks.append(.matrix(sideBySide(&section)))
    for event in events.prefix(Self.shown) {
      if let chart = timeline(event, &section) { section.blocks.append(.timeline(chart)) }
    }
    section.blocks.append(.table(lines(&section)))
    let changed = changes(&section)
    if !changed.rows.isEmpty { section.blocks.append(.table(changed)) }
    return section
  }

  func word(_ key: String, _ places: [String: String] = [:]) -> String {
    context.wording.text(key, of: "CasualtyFigures", places)
  }
  func mark(_ id: String) -> ReportMark {
    ReportMark(id: id, text: context.wording.text("mark.\(id)", of: "SvodkaReport"))
  }
  func group(_ index: Int) -> String {
    context.groups.indices.contains(index) ? context.groups[index].name : ""
  }
  func kind(_ kind: CasualtyKind) -> String { word("kind.\(kind.rawValue)") }

  /// `killed · Tal Sabiya · 2016-01-25`.
  func title(_ event: ClaimedEvent) -> String {
    var parts = [kind(event.kind), event.place?.shown ?? word("no-place")]
    if event.scope == .cumulative { parts.append(word("cumulative")) }
    if !event.firstDay.isEmpty, event.scope == .incident { parts.append(event.firstDay) }
    return parts.joined(separator: " · ")
  }

  /// The bounds of a figure: `52`, `≥ 50`, `≤ 20`, `6,000–7,000`; what is only about a number has `≈` before it.
  func range(_ figure: CasualtyFigure) -> String {
    switch figure.qualifier {
    case .about, .indefinite:
      return "≈ " + ReportValue.range(low: figure.low, high: figure.high ?? figure.low).text(by: context.wording)
    case .upTo, .fewerThan: return ReportValue.range(low: nil, high: figure.high).text(by: context.wording)
    default: return ReportValue.range(low: figure.low, high: figure.high).text(by: context.wording)
    }
  }

  func evidence(_ claim: ClaimedEvent.Claim) -> ReportEvidence {
    let figure = claim.figure
    return ReportEvidence(
      document: claim.claim.document, sentence: figure.sentence, finding: figure.evidence.span,
      label: kind(figure.kind), analyzer: CasualtyFigures.identity.name, id: figure.id)
  }

  func claimant(_ claim: ClaimedEvent.Claim) -> String {
    claim.claimantName.isEmpty ? word("unnamed") : claim.claimantName
  }

  /// How far the claims of an event lie apart, in each group, and whose they are, with and without near-duplicates; nil for an event
  /// that only one claim is of.
  func headline(_ event: ClaimedEvent, _ section: inout ReportSection) -> ReportStatement? {
    guard event.place != nil, event.compared.count > 1 else { return nil }
    let (all, distinct) = (ends(of: event.compared), ends(of: event.distinct))
    // Only the groups of which near-duplicates change something are told a second time.
    let others = all.indices.filter { distinct[$0].words != all[$0].words }
    let without = others.map { index in
      distinct[index].words.isEmpty
        ? word("headline.none", ["group": group(index)]) : distinct[index].words
    }
    let places = [
      "event": title(event), "groups": all.map(\.words).filter { !$0.isEmpty }.joined(separator: "; "),
      "without": without.isEmpty ? "" : word("headline.without", ["groups": without.joined(separator: "; ")]),
    ]
    return ReportStatement(
      word("headline", places), marks: [mark(ReportMark.ID.firstGrouping)] + disagreement(event),
      evidence: section.cite(all.flatMap(\.cited).map(evidence)))
  }

  /// The lowest and the highest of some claims in each group, in words; empty for a group that has none.
  func ends(of claims: [ClaimedEvent.Claim]) -> [(words: String, cited: [ClaimedEvent.Claim])] {
    context.groups.indices.map { index in
      guard let (low, high) = ClaimedEvent.ends(of: claims, inGroup: index) else { return ("", []) }
      let places = [
        "group": group(index), "low": range(low.figure), "low-claimant": claimant(low), "high": range(high.figure),
        "high-claimant": claimant(high),
      ]
      return low.number == high.number
        ? (word("headline.same", places), [low]) : (word("headline.apart", places), [low, high])
    }
  }

  /// Events by groups: who claims what.
  func sideBySide(_ section: inout ReportSection) -> ReportMatrix {
    let compared = events.filter { $0.compared.count > 1 && $0.place != nil }
    let shown = context.rows.map { compared.prefix($0) } ?? compared[...]
    let rows = shown.map { event in
      ReportMatrix.Row(
        ReportName(title(event)),
        cells: context.groups.indices.map { index in
          cell(event.compared.filter { $0.group == index }, distinct: event.distinct, &section)
        }, marks: disagreement(event))
    }
    return ReportMatrix(
      id: "side-by-side", title: word("side-by-side"), columns: context.groups.map(\.name), rows: rows,
      alternative: rows.map { row in
        row.name.shown + ": "
          + zip(context.groups, row.cells).map { "\($0.name): " + $1.map(\.label).joined(separator: ", ") }
          .joined(separator: "; ")
      }.joined(separator: ". "), omitted: compared.count - shown.count)
  }

  /// The claims of a group on one event, equal ones of one claimant together; of very many those that are told most often.
  func cell(
    _ claims: [ClaimedEvent.Claim], distinct: [ClaimedEvent.Claim], _ section: inout ReportSection
  ) -> [ReportMatrix.Entry] {
    let kept = Set(distinct.map(\.order))
    var places: [String: Int] = [:]
    var entries: [(entry: ReportMatrix.Entry, claims: [ClaimedEvent.Claim])] = []
    for claim in claims {
      let label = "\(range(claim.figure)) \(claimant(claim))"
      let isKept = kept.contains(claim.order) ? 1 : 0
      if let place = places[label] {
        entries[place].entry.count += 1
        entries[place].entry.distinct += isKept
        entries[place].claims.append(claim)
      } else {
        places[label] = entries.count
        entries.append(
          (
            .init(
              id: claim.figure.qualifier.rawValue, label: label, count: 1, distinct: isKept, marks: marks(claim)),
            [claim]
          ))
      }
    }
    var rest: [(entry: ReportMatrix.Entry, claims: [ClaimedEvent.Claim])] = []
    if context.rows != nil, entries.count > Self.mostEntries {
      let byCount = entries.enumerated().sorted {
        ($1.element.entry.count, $0.offset) < ($0.element.entry.count, $1.offset)
      }
      entries = byCount.prefix(Self.mostEntries).sorted { $0.offset < $1.offset }.map(\.element)
      rest = byCount.dropFirst(Self.mostEntries).map(\.element)
    }
    var shown = entries.map { item in
      var entry = item.entry
      entry.evidence = section.cite(item.claims.prefix(KeptEvidence.most).map(evidence))
      return entry
    }
    if !rest.isEmpty {
      let label = context.wording.text("report.more", of: "SvodkaReport", count: rest.count, [:])
      shown.append(
        .init(
          id: "more", label: label, count: rest.reduce(0) { $0 + $1.entry.count },
          distinct: rest.reduce(0) { $0 + $1.entry.distinct }))
    }
    return shown
  }

  /// That two claims that stand leave no number that fits both, and whether that is so without near-duplicates.
  func disagreement(_ event: ClaimedEvent) -> [ReportMark] {
    func disagree(_ claims: [ClaimedEvent.Claim]) -> Bool {
      let lowest = claims.compactMap { $0.figure.high }.min() ?? .max
      return (claims.map { $0.figure.low }.max() ?? 0) > lowest
    }
    guard disagree(event.compared) else { return [] }
    return [mark(ReportMark.ID.disagreement)] + (disagree(event.distinct) ? [] : [mark(ReportMark.ID.copiesOnly)])
  }

  func marks(_ claim: ClaimedEvent.Claim) -> [ReportMark] {
    var marks: [ReportMark] = []
    if claim.figure.supersededBy != nil { marks.append(mark(ReportMark.ID.revised)) }
    if claim.figure.deniedBy != nil { marks.append(mark(ReportMark.ID.denied)) }
    if let mark = context.mark(
      of: claim.figure.id, in: claim.claim.document, by: CasualtyFigures.identity.name)
    {
      marks.append(mark)
    }
    return marks
  }
}
