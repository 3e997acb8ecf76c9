import SvodkaKit

/// Which documents of a summary are nearly the same, and which of them counts where copies are left out: the earliest, of those of
/// one day the first by id.
struct CopyClusters {
  /// Clusters of two or more.
  private(set) var clusters: [ReportOverview.Copies] = []
  /// For each copy the document that is kept.
  private(set) var kept: [String: String] = [:]
  /// False when there was nothing to tell copies by.
  private(set) var wereLookedFor: Bool

  init(_ documents: [DocumentRecord]) {
    wereLookedFor = documents.isEmpty || documents.contains { $0.signature != nil || $0.cluster != nil }
    let leaders = NearDuplicates.clusters(of: documents.map { ($0.id, $0.signature) })
    var members: [String: [DocumentRecord]] = [:]
    for (document, leader) in zip(documents, leaders) {
      // What has no signature may bring its cluster from the run that wrote it.
      let cluster = document.signature == nil ? document.cluster ?? leader : leader
      members[cluster, default: []].append(document)
    }
    for group in members.values where group.count > 1 {
      let sorted = group.sorted { a, b in
        let (x, y) = (a.date ?? "~", b.date ?? "~")
        return x != y ? x < y : a.id.utf8.lexicographicallyPrecedes(b.id.utf8)
      }
      let first = sorted[0].id
      clusters.append(.init(kept: first, others: sorted.dropFirst().map(\.id)))
      for copy in sorted.dropFirst() { kept[copy.id] = first }
    }
    clusters.sort { $0.kept < $1.kept }
  }
}
