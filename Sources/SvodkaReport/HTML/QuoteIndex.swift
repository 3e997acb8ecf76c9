import SvodkaKit

/// The sentences of a report: each stands in the page once, whichever figures rest on it.
struct QuoteIndex {
  /// So many sentences open from one figure.
  static let most = 20

  /// The sentences that some figure opens, by document and place.
  let shown: [ReportEvidence]
  /// The documents that sentences are quoted from.
  let documents: [String: ReportDocument]

  private let ids: Set<ReportEvidence.ID>

  init(_ report: Report) {
    documents = Dictionary(report.documents.map { ($0.id, $0) }) { first, _ in first }
    var used: Set<ReportEvidence.ID> = []
    for statement in report.headlines + report.overview.notes { used.formUnion(statement.evidence.prefix(Self.most)) }
    for section in report.sections {
      for block in section.blocks {
        for ids in block.citations { used.formUnion(ids.prefix(Self.most)) }
      }
    }
    var byID: [ReportEvidence.ID: ReportEvidence] = [:]
    for section in report.sections {
      for sentence in section.evidence {
        let id = sentence.id
        if used.contains(id) { byID[id] = sentence }
      }
    }
    shown = byID.sorted { ($0.value, $0.key) < ($1.value, $1.key) }.map(\.value)
    ids = Set(byID.keys)
  }

  /// Those of the ids whose sentences the page has, at most ``most``.
  func known(_ wanted: [ReportEvidence.ID]) -> [ReportEvidence.ID] {
    var seen: Set<ReportEvidence.ID> = []
    return wanted.prefix(Self.most).filter { ids.contains($0) && seen.insert($0).inserted }
  }
}

extension ReportBlock {
  /// The sentences cited by each thing in the block.
  var citations: [[ReportEvidence.ID]] {
    switch self {
    case .statement(let statement): [statement.evidence]
    case .table(let table): table.rows.flatMap { row in [row.evidence] + row.cells.map(\.evidence) }
    case .bars(let bars): bars.categories.flatMap { $0.bars.map(\.evidence) }
    case .timeline(let timeline): timeline.points.map(\.evidence)
    case .matrix(let matrix): matrix.rows.flatMap { $0.cells.flatMap { $0.map(\.evidence) } }
    case .counts: []
    }
  }
}
