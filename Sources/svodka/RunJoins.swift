import EntityCounts
import SvodkaKit
import SvodkaNames
import SvodkaPipeline
import SvodkaReport
import SvodkaResources

/// Which names of a run are one's: what `resolve` finds or a file of links says, and what people have joined and split.
struct RunJoins {
  /// For the report.
  private(set) var joins = EntityJoins()
  /// What the report tells of them.
  private(set) var told: [ComparisonReport.Options.Join] = []
  /// How many joins and splits of people were applied.
  private(set) var merged = 0
  private(set) var split = 0
  /// How many are about entities that no document has.
  private(set) var unused = 0

  /// Joins the entities of a run: by the rows of a file, which take the place of what `resolve` finds, or by what it finds where `links` is nil.
  ///
  /// - Throws: `R101`, `R102` when a table of names is missing or broken.
  init(
    of summary: RunSummary, links: [ComparisonReport.Options.Join]?, corrections: Corrections?,
    resources: ResourceLoader
  ) throws(AnalysisError) {
    let sums = summary.sums(of: EntitySummary.self)
    var told: [ComparisonReport.Options.Join]
    if let links { told = links } else { told = try Self.found(sums, resources) }
    let known = corrections.map { _ in Self.documents(sums) } ?? [:]
    var people: [ComparisonReport.Options.Join] = []
    for join in corrections?.joins ?? [] {
      // Without counts of entities nothing tells which there are.
      if sums.isEmpty || known[join.from] != nil { merged += 1 } else { unused += 1 }
      people.append(.init(from: join.from, to: join.to, reason: "person"))
    }
    for part in corrections?.splits ?? [] {
      let isThere = part.documents.contains { known[part.entity]?.contains($0) == true }
      if sums.isEmpty || isThere { split += 1 } else { unused += 1 }
    }
    // What a person has said of an entity stands before what was found.
    told.removeAll { found in people.contains { $0.from == found.from } }
    self.told = told + people
    joins = EntityJoins(joins: self.told.map { ($0.from, $0.to) }, splits: corrections?.splits ?? [])
  }

  private static func found(
    _ sums: [EntitySummary], _ resources: ResourceLoader
  ) throws(AnalysisError) -> [ComparisonReport.Options.Join] {
    var entities = RunEntities()
    for sum in sums { sum.add(to: &entities) }
    guard entities.count > 1 else { return [] }
    return try EntityResolver(resources: resources).links(among: entities).map {
      .init(from: $0.from, to: $0.to, reason: $0.reason)
    }
  }

  /// The documents that name each entity.
  private static func documents(_ sums: [EntitySummary]) -> [String: Set<String>] {
    var documents: [String: Set<String>] = [:]
    for sum in sums {
      for cell in sum.cells { documents[cell.id, default: []].formUnion(cell.atoms.map(\.document)) }
    }
    return documents
  }
}
