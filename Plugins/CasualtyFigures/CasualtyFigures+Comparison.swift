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
  private let context: ReportContext
  private let summaries: [CasualtySummary]
  private let events: [ClaimedEvent]
  /// So many events are named first, and have a chart.
  private static let shown = 4

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
    section.headlines = events.prefix(Self.shown).compactMap { headline($0, &section) }
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

  private func word(_ key: String, _ places: [String: String] = [:]) -> String {
    context.wording.text(key, of: "CasualtyFigures", places)
  }
  private func mark(_ id: String) -> ReportMark {
    ReportMark(id: id, text: context.wording.text("mark.\(id)", of: "SvodkaReport"))
  }
  private func group(_ index: Int) -> String {
    context.groups.indices.contains(index) ? context.groups[index].name : ""
  }
  private func kind(_ kind: CasualtyKind) -> String { word("kind.\(kind.rawValue)") }

  /// `killed · Tal Sabiya · 2016-01-25`.
  private func title(_ event: ClaimedEvent) -> String {
    var parts = [kind(event.kind), event.place?.shown ?? word("no-place")]
    if event.scope == .cumulative { parts.append(word("cumulative")) }
    if !event.firstDay.isEmpty, event.scope == .incident { parts.append(event.firstDay) }
    return parts.joined(separator: " · ")
  }

  /// The bounds of a figure: `52`, `≥ 50`, `≤ 20`, `6,000–7,000`; what is only about a number has `≈` before it.
  private func range(_ figure: CasualtyFigure) -> String {
    switch figure.qualifier {
    case .about, .indefinite:
      return "≈ " + ReportValue.range(low: figure.low, high: figure.high ?? figure.low).text(by: context.wording)
    case .upTo, .fewerThan: return ReportValue.range(low: nil, high: figure.high).text(by: context.wording)
    default: return ReportValue.range(low: figure.low, high: figure.high).text(by: context.wording)
    }
  }

  private func evidence(_ claim: ClaimedEvent.Claim) -> ReportEvidence {
    let figure = claim.figure
    return ReportEvidence(
      document: claim.claim.document, sentence: figure.sentence, finding: figure.evidence.span,
      label: kind(figure.kind), analyzer: CasualtyFigures.identity.name, id: figure.id)
  }

  private func claimant(_ claim: ClaimedEvent.Claim) -> String {
    claim.claimantName.isEmpty ? word("unnamed") : claim.claimantName
  }

  /// How far the claims of an event lie apart, in each group, and whose they are; nil for an event that only one claim is of.
  private func headline(_ event: ClaimedEvent, _ section: inout ReportSection) -> ReportStatement? {
    guard event.place != nil, event.compared.count > 1 else { return nil }
    var (parts, ids): ([String], [ReportEvidence.ID]) = ([], [])
    for index in context.groups.indices {
      guard let (low, high) = event.ends(ofGroup: index) else { continue }
      let places = [
        "group": group(index), "low": range(low.figure), "low-claimant": claimant(low), "high": range(high.figure),
        "high-claimant": claimant(high),
      ]
      parts.append(word(low.number == high.number ? "headline.same" : "headline.apart", places))
      ids += section.cite(low.number == high.number ? [evidence(low)] : [evidence(low), evidence(high)])
    }
    return ReportStatement(
      word("headline", ["event": title(event), "groups": parts.joined(separator: "; ")]),
      marks: [mark(ReportMark.ID.firstGrouping)] + (disagrees(event) ? [mark(ReportMark.ID.disagreement)] : []),
      evidence: ids)
  }

  /// Events by groups: who claims what.
  private func sideBySide(_ section: inout ReportSection) -> ReportMatrix {
    let compared = events.filter { $0.compared.count > 1 && $0.place != nil }
    let shown = context.rows.map { compared.prefix($0) } ?? compared[...]
    var rows: [ReportMatrix.Row] = []
    for event in shown {
      var cells: [[ReportMatrix.Entry]] = []
      for index in context.groups.indices {
        var entries: [ReportMatrix.Entry] = []
        var places: [String: Int] = [:]
        for claim in event.compared where claim.group == index {
          let label = "\(range(claim.figure)) \(claimant(claim))"
          let ids = section.cite([evidence(claim)])
          if let place = places[label] {
            entries[place].count += 1
            entries[place].evidence += ids
          } else {
            places[label] = entries.count
            entries.append(
              .init(id: claim.figure.qualifier.rawValue, label: label, count: 1, marks: marks(claim), evidence: ids))
          }
        }
        cells.append(entries)
      }
      rows.append(
        .init(ReportName(title(event)), cells: cells, marks: disagrees(event) ? [mark(ReportMark.ID.disagreement)] : [])
      )
    }
    return ReportMatrix(
      id: "side-by-side", title: word("side-by-side"), columns: context.groups.map(\.name), rows: rows,
      alternative: rows.map { row in
        row.name.shown + ": "
          + zip(context.groups, row.cells).map { "\($0.name): " + $1.map(\.label).joined(separator: ", ") }
          .joined(separator: "; ")
      }.joined(separator: ". "), omitted: compared.count - shown.count)
  }

  /// True when two claims that stand leave no number that fits both.
  private func disagrees(_ event: ClaimedEvent) -> Bool {
    let standing = event.compared
    let lowest = standing.compactMap { $0.figure.high }.min() ?? .max
    return (standing.map { $0.figure.low }.max() ?? 0) > lowest
  }

  private func marks(_ claim: ClaimedEvent.Claim) -> [ReportMark] {
    var marks: [ReportMark] = []
    if claim.figure.supersededBy != nil { marks.append(mark(ReportMark.ID.revised)) }
    if claim.figure.deniedBy != nil { marks.append(mark(ReportMark.ID.denied)) }
    return marks
  }

  /// The claims of an event by day of publication; nil where there are too few to draw.
  private func timeline(_ event: ClaimedEvent, _ section: inout ReportSection) -> ReportTimeline? {
    let dated = event.claims.filter { !$0.published.isEmpty && $0.figure.subsetOf == nil }
    guard dated.count > 2, event.place != nil, Set(dated.map(\.published)).count > 1 else { return nil }
    let points = dated.map { claim in
      ReportTimeline.Point(
        date: claim.published, series: claim.group, low: claim.figure.low, high: claim.figure.high,
        label: "\(range(claim.figure)) · \(claimant(claim))", marks: marks(claim),
        evidence: section.cite([evidence(claim)]))
    }
    return ReportTimeline(
      id: "claims-" + title(event), title: title(event), unit: kind(event.kind), series: context.groups.map(\.name),
      points: points,
      alternative: points.map { "\($0.date) \(group($0.series)): \($0.label)" }.joined(separator: "; "))
  }

  /// A line a source and claimant.
  private func lines(_ section: inout ReportSection) -> ReportTable {
    let hasSides = summaries.contains {
      $0.claims.contains { $0.figure.claimedBy?.actor?.side != nil || $0.figure.losses != nil }
    }
    var columns: [ReportTable.Column] = [
      .init(word("column.kind"), id: "kind"), .init(word("column.place"), id: "place"),
      .init(word("column.day"), id: "day"),
      .init(context.wording.text("counts.group", of: "SvodkaReport"), id: "group"),
      .init(word("column.source"), id: "source"), .init(word("column.claimant"), id: "claimant"),
      .init(word("column.range"), id: "range", isNumber: true), .init(word("column.words"), id: "words"),
      .init(word("column.victims"), id: "victims"), .init(word("column.published"), id: "published"),
    ]
    if hasSides {
      columns += [.init(word("column.side"), id: "side"), .init(word("column.losses"), id: "losses")]
    }
    var rows: [ReportTable.Row] = []
    for event in events {
      for claim in event.claims {
        let figure = claim.figure
        var cells: [ReportCell] = [
          .text(kind(event.kind)), event.place.map { ReportCell(.name($0)) } ?? .empty, ReportCell(.date(claim.day)),
          .text(group(claim.group)), .text(context.publications[claim.claim.document]?.source ?? ""),
          .text(claim.claimantName), ReportCell(.range(low: figure.low, high: figure.high)),
          .text(figure.number.text), .text(figure.victims?.text.text ?? ""), ReportCell(.date(claim.published)),
        ]
        if hasSides {
          cells += [
            .text(figure.claimedBy?.actor?.side ?? ""),
            .text(figure.losses.map { word("losses.\($0.rawValue)") } ?? ""),
          ]
        }
        var marks = marks(claim)
        if claim.isPlaceInferred { marks.append(ReportMark(id: "place-inferred", text: word("place-inferred"))) }
        if figure.subsetOf != nil { marks.append(ReportMark(id: "part", text: word("part"))) }
        rows.append(.init(cells, marks: marks, evidence: section.cite([evidence(claim)])))
      }
    }
    let shown = context.rows.map { Array(rows.prefix($0 * 2)) } ?? rows
    return ReportTable(
      id: "claims", caption: word("claims"), note: word("never-summed"), columns: columns, rows: shown,
      omitted: rows.count - shown.count)
  }

  /// Figures that were replaced within a document, and denials.
  private func changes(_ section: inout ReportSection) -> ReportTable {
    var rows: [ReportTable.Row] = []
    for event in events {
      for claim in event.claims {
        let figure = claim.figure
        if let later = figure.supersededBy,
          let newer = event.claims.first(where: { $0.claim.document == claim.claim.document && $0.figure.id == later })
        {
          rows.append(
            .init(
              [
                .text(word("revision")), .text(title(event)), .text(group(claim.group)), .text(range(figure)),
                .text(range(newer.figure)), .text(claimant(newer)), ReportCell(.document(claim.claim.document)),
              ], marks: [mark(ReportMark.ID.revised)], evidence: section.cite([evidence(claim), evidence(newer)])))
        }
        if let denier = figure.deniedBy {
          let name = context.name(
            of: denier.entity, in: claim.claim.document, fallback: denier.canonical ?? denier.text.text)
          rows.append(
            .init(
              [
                .text(word("denial")), .text(title(event)), .text(group(claim.group)),
                .text("\(range(figure)) \(claimant(claim))"), .empty, .text(name.shown),
                ReportCell(.document(claim.claim.document)),
              ], marks: [mark(ReportMark.ID.denied)], evidence: section.cite([evidence(claim)])))
        }
      }
    }
    return ReportTable(
      id: "revisions", caption: word("revisions"),
      columns: [
        .init(word("column.what"), id: "what"), .init(word("column.event"), id: "event"),
        .init(context.wording.text("counts.group", of: "SvodkaReport"), id: "group"),
        .init(word("column.before"), id: "before"), .init(word("column.after"), id: "after"),
        .init(word("column.by"), id: "by"), .init(word("column.document"), id: "document"),
      ], rows: rows)
  }
}
