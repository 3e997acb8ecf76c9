public import SvodkaKit

extension TalksStance {
  /// The stances of one document, kept whole.
  public func summarize(_ findings: [Stance], of document: DocumentView) -> StanceSummary {
    StanceSummary(
      findings.filter { $0.holder.unresolved != true }, of: document.id,
      date: document.metadata.day.map { $0.description } ?? "")
  }

  /// A matrix of holders and labels with the sentences, and the changes of position with the sentences on both sides.
  public func report(on summary: StanceSummary, context: ReportContext) -> ReportSection {
    let holders = summary.holders
    let shown = context.rows.map { holders.prefix($0) } ?? holders[...]
    var section = ReportSection(id: Self.identity.name, title: "Stance toward the \(target)")
    let matrix = ReportTable(
      id: "holders", caption: "Holders and where they stand",
      columns: [.init("holder")] + StanceLabel.allCases.map { .init($0.rawValue, isNumber: true) },
      rows: shown.map { holder in
        .init(
          [.text(holder.name)] + StanceLabel.allCases.map { .integer(holder.count($0)) },
          evidence: section.cite(holder.positions.map { Self.evidence(of: $0.stance, in: $0.document) }))
      }, omitted: holders.count - shown.count)
    section.blocks = [.table(matrix), .table(Self.changes(holders, &section))]
    return section
  }

  private static func changes(_ holders: [StanceSummary.Holder], _ section: inout ReportSection) -> ReportTable {
    var rows: [ReportTable.Row] = []
    for holder in holders {
      for position in holder.positions {
        guard let before = position.stance.before else { continue }
        rows.append(
          .init(
            [holder.name, before.label.rawValue, position.stance.label.rawValue, position.document],
            evidence: section.cite([
              .init(document: position.document, sentence: before.sentence, finding: before.evidence.span),
              evidence(of: position.stance, in: position.document),
            ])))
      }
      for (from, to) in holder.changes {
        rows.append(
          .init(
            [holder.name, from.stance.label.rawValue, to.stance.label.rawValue, "\(from.document) → \(to.document)"],
            evidence: section.cite([
              evidence(of: from.stance, in: from.document),
              evidence(of: to.stance, in: to.document),
            ])))
      }
    }
    return ReportTable(
      id: "changes", caption: "Changes of position",
      columns: [.init("holder"), .init("from"), .init("to"), .init("document")],
      rows: rows)
  }
}
