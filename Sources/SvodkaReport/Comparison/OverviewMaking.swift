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

  /// That groups have too few documents to tell a difference.
  private func small(_ groups: [ReportGroup], _ key: String) -> [String] {
    guard !groups.isEmpty else { return [] }
    return [
      wording.text(
        key, of: "SvodkaReport", count: groups.count,
        [
          "groups": groups.count <= 6 ? groups.map(\.name).joined(separator: ", ") : wording.number(groups.count),
          "least": wording.number(CountsComparison.fewDocuments),
        ])
    ]
  }

  private var notes: [ReportStatement] {
    var notes: [String] = []
    let least = CountsComparison.fewDocuments
    let all = groups.facts.map(\.group)
    notes += small(all.filter { $0.documents < least }, "note.small-groups")
    notes += small(all.filter { $0.documents >= least && $0.distinctDocuments < least }, "note.small-groups-without")
    if groups.lacksWords { notes.append(text("note.no-words")) }
    if !copies.wereLookedFor { notes.append(text("note.no-copies")) }
    return notes.map { ReportStatement($0) }
  }
}
