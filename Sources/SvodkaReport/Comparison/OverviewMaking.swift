import SvodkaKit

/// Makes the first page of a report.
struct OverviewMaking {
  let summary: RunSummary
  let by: Grouping
  let groups: ComparedGroups
  let copies: CopyClusters
  let joins: [ReportOverview.Join]
  let wording: any ReportWording

  private func text(_ key: String, _ places: [String: String] = [:]) -> String {
    wording.text(key, of: "SvodkaReport", places)
  }

  func overview() -> ReportOverview {
    ReportOverview(
      by: by.fields.map(\.description), groups: groups.facts.map(\.group), copies: copies.clusters,
      failures: failures, corrections: corrections, joins: joins, provenance: provenance, notes: notes)
  }

  private var failures: [ReportOverview.Failure] {
    summary.unread.sorted().map { failure in
      .init(
        document: nil, place: failure.place, analyzer: failure.analyzer, code: failure.code, message: failure.message)
    }
      + summary.sortedDocuments.flatMap { document in
        document.failures.map { failure in
          .init(
            document: document.id, place: failure.place, analyzer: failure.analyzer, code: failure.code,
            message: failure.message)
        }
      }
  }

  private var corrections: [ReportTally] {
    summary.corrections.sorted { $0.key < $1.key }.map { ReportTally(text("correction.\($0.key)"), $0.value) }
  }

  private var provenance: [ReportOverview.Fact] {
    func fact(_ member: JSONValue.Member) -> ReportOverview.Fact {
      .init(member.key, member.value.string ?? member.value.json())
    }
    let models = summary.models.sorted { $0.lexicographicallyPrecedes($1) }.map { model in
      ReportOverview.Fact("\(text("provenance.model")) (\(model.first ?? ""))", model.last ?? "")
    }
    return summary.origin.versions.map(fact) + summary.origin.analyzers.map(fact) + models
  }

  private var notes: [ReportStatement] {
    var notes: [String] = []
    let small = groups.facts.map(\.group).filter { $0.documents < CountsComparison.fewDocuments }
    if !small.isEmpty {
      notes.append(
        wording.text(
          "note.small-groups", of: "SvodkaReport", count: small.count,
          [
            "groups": small.count <= 6 ? small.map(\.name).joined(separator: ", ") : wording.number(small.count),
            "least": wording.number(CountsComparison.fewDocuments),
          ]))
    }
    if groups.lacksWords { notes.append(text("note.no-words")) }
    if !copies.wereLookedFor { notes.append(text("note.no-copies")) }
    return notes.map { ReportStatement($0) }
  }
}
