import SvodkaKit
import SvodkaNames

/// Claims one by one, with what became of them.
extension ClaimsComparison {
  /// A line a source and claimant.
  func lines(_ section: inout ReportSection) -> ReportTable {
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
    let most = context.rows.map { $0 * 2 } ?? .max
    events: for event in events {
      for claim in event.claims {
        guard rows.count < most else { break events }
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
        var marks = marks(claim) + copyMarks(claim)
        if claim.isPlaceInferred { marks.append(ReportMark(id: "place-inferred", text: word("place-inferred"))) }
        if figure.subsetOf != nil { marks.append(ReportMark(id: "part", text: word("part"))) }
        rows.append(.init(cells, marks: marks, evidence: section.cite([evidence(claim)])))
      }
    }
    return ReportTable(
      id: "claims", caption: word("claims"), note: word("never-summed"), columns: columns, rows: rows,
      omitted: events.reduce(0) { $0 + $1.claims.count } - rows.count)
  }

  /// Figures that were replaced within a document, and denials.
  func changes(_ section: inout ReportSection) -> ReportTable {
    var (rows, omitted): ([ReportTable.Row], Int) = ([], 0)
    func add(_ cells: [ReportCell], _ marks: [ReportMark], _ claims: [ClaimedEvent.Claim]) {
      if let most = context.rows, rows.count >= most { return omitted += 1 }
      rows.append(.init(cells, marks: marks, evidence: section.cite(claims.map(evidence))))
    }
    for event in events {
      var byID: [String: ClaimedEvent.Claim] = [:]
      for claim in event.claims where event.claims.count > 1 {
        byID["\(claim.claim.document)\u{0}\(claim.figure.id)"] = claim
      }
      for claim in event.claims {
        let figure = claim.figure
        if let later = figure.supersededBy, let newer = byID["\(claim.claim.document)\u{0}\(later)"] {
          add(
            [
              .text(word("revision")), .text(title(event)), .text(group(claim.group)), .text(range(figure)),
              .text(range(newer.figure)), .text(claimant(newer)), ReportCell(.document(claim.claim.document)),
            ], [mark(ReportMark.ID.revised)] + copyMarks(claim), [claim, newer])
        }
        if let denier = figure.deniedBy {
          let name = context.name(
            of: denier.entity, in: claim.claim.document, fallback: denier.canonical ?? denier.text.text)
          add(
            [
              .text(word("denial")), .text(title(event)), .text(group(claim.group)),
              .text("\(range(figure)) \(claimant(claim))"), .empty, .text(name.shown),
              ReportCell(.document(claim.claim.document)),
            ], [mark(ReportMark.ID.denied)] + copyMarks(claim), [claim])
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
      ], rows: rows, omitted: omitted)
  }

  func copyMarks(_ claim: ClaimedEvent.Claim) -> [ReportMark] {
    claim.isCopy ? [mark(ReportMark.ID.copy)] : []
  }
}
