public import SvodkaKit

extension TalksStance {
  /// The stances of one document, kept whole.
  public func summarize(_ findings: [Stance], of document: DocumentView) -> StanceSummary {
    StanceSummary(findings, of: document.id, date: document.metadata.day.map { $0.description } ?? "")
  }

  /// A matrix of holders and labels with the sentences, and the changes of position with the sentences on both sides.
  public func report(on summary: StanceSummary, context: ReportContext) -> ReportSection {
    let holders = summary.holders
    let shown = context.rows.map { holders.prefix($0) } ?? holders[...]
    let matrix = ReportTable(
      caption: "Holders and where they stand",
      columns: [.init("holder")] + StanceLabel.allCases.map { .init($0.rawValue, isNumber: true) },
      rows: shown.map { holder in
        .init(
          [holder.name] + StanceLabel.allCases.map { String(holder.count($0)) },
          evidence: holder.positions.map { Self.evidence($0.stance.evidence, $0.stance.sentence, $0.document) })
      }, omitted: holders.count - shown.count)
    return ReportSection(title: "Stance toward the talks", tables: [matrix, Self.changes(holders)])
  }

  private static func changes(_ holders: [StanceSummary.Holder]) -> ReportTable {
    var rows: [ReportTable.Row] = []
    for holder in holders {
      for position in holder.positions {
        guard let before = position.stance.before else { continue }
        rows.append(
          .init(
            [holder.name, before.label.rawValue, position.stance.label.rawValue, position.document],
            evidence: [
              evidence(before.evidence, before.sentence, position.document),
              evidence(position.stance.evidence, position.stance.sentence, position.document),
            ]))
      }
      for (from, to) in holder.changes {
        rows.append(
          .init(
            [holder.name, from.stance.label.rawValue, to.stance.label.rawValue, "\(from.document) → \(to.document)"],
            evidence: [
              evidence(from.stance.evidence, from.stance.sentence, from.document),
              evidence(to.stance.evidence, to.stance.sentence, to.document),
            ]))
      }
    }
    return ReportTable(
      caption: "Changes of position", columns: [.init("holder"), .init("from"), .init("to"), .init("document")],
      rows: rows)
  }

  /// A finding marked in its sentence; one that runs beyond the sentence is marked as far as the sentence goes.
  private static func evidence(_ finding: SpannedText, _ sentence: SpannedText, _ document: String) -> ReportEvidence {
    let start = max(0, finding.span.start - sentence.span.start)
    let end = min(sentence.span.length, finding.span.end - sentence.span.start)
    return ReportEvidence(
      document: document, sentence: sentence.text, finding: TextSpan(min(start, max(end, 0)), max(end, 0)))
  }
}
