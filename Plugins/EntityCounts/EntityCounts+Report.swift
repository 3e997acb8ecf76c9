public import SvodkaKit

extension EntityCounts {
  private static let words = "EntityCounts"

  /// A table of the entities, the most often named first.
  public func report(on summary: EntitySummary, context: ReportContext) -> ReportSection {
    var section = ReportSection(id: Self.identity.name, title: word("title", context))
    let cells = summary.cells.map { CountedEntity($0, script: context.script) }.sorted()
    let shown = context.rows.map { cells.prefix($0) } ?? cells[...]
    let rows = shown.map { entity -> ReportTable.Row in
      let sentences = entity.cell.evidence.map { $0.quote }.sorted()
      return ReportTable.Row(
        [
          ReportCell(.name(entity.name)), .text(entity.cell.type), .integer(entity.mentions),
          .integer(entity.cell.documents),
        ], evidence: section.cite(sentences))
    }
    section.blocks = [
      .table(
        ReportTable(
          id: "names", caption: word("named", context),
          columns: [
            .init(word("name", context), id: "name"), .init(word("type", context), id: "type"),
            .init(word("mentions", context), id: "mentions", isNumber: true),
            .init(word("documents", context), id: "documents", isNumber: true),
          ], rows: rows, omitted: cells.count - shown.count))
    ]
    if let block = together(in: summary, &section, context) { section.blocks.append(block) }
    return section
  }

  /// Mentions by entity and group; what is joined over the run is one entity.
  public func comparison(of summaries: [EntitySummary], context: ReportContext) -> ReportSection {
    var section = ReportSection(id: Self.identity.name, title: word("title", context))
    var rows: [String: JoinedEntity] = [:]
    for (group, summary) in summaries.enumerated() {
      for cell in summary.cells {
        for (id, part) in cell.parts(by: context.joins) {
          rows[id, default: JoinedEntity(groups: summaries.count)].add(part, group: group)
        }
      }
    }
    let counted = rows.sorted { $0.key < $1.key }.map { id, entity in
      ReportCounts.Row(
        id: id, name: context.names[id] ?? entity.name(id, in: context.script), kind: entity.type,
        occurrences: entity.occurrences, evidence: entity.evidence)
    }
    section.blocks = [
      .counts(
        ReportCounts(
          id: "names", caption: word("named", context), subject: word("name", context),
          unit: word("mentions", context), rows: counted))
    ]
    if let block = togetherCompared(summaries, context) { section.blocks.append(block) }
    return section
  }

  /// What the entities are called, joined ones by the names of both.
  public func entityNames(in summary: EntitySummary, context: ReportContext) -> [ReportName] {
    var spellings: [String: [EntitySummary.Spelling]] = [:]
    for cell in summary.cells {
      for (id, part) in cell.parts(by: context.joins) {
        spellings[id] = SortedUnion.of(spellings[id] ?? [], part.spellings) { $0.merged($1) }
      }
    }
    return spellings.sorted { $0.key < $1.key }.map {
      EntitySummary.name($0.value, entity: $0.key, in: context.script)
    }
  }

  func word(_ key: String, _ context: ReportContext) -> String {
    context.wording.text(key, of: Self.words)
  }
}

/// An entity with its name and its mentions, the most often named first.
private struct CountedEntity: Comparable {
  let cell: EntitySummary.Cell
  let name: ReportName
  let mentions: Int

  init(_ cell: EntitySummary.Cell, script: ReportScript) {
    self.cell = cell
    name = cell.name(in: script)
    mentions = cell.mentions
  }

  static func < (a: CountedEntity, b: CountedEntity) -> Bool {
    if a.mentions != b.mentions { return a.mentions > b.mentions }
    if a.cell.documents != b.cell.documents { return a.cell.documents > b.cell.documents }
    return (a.name.shown, a.cell.id) < (b.name.shown, b.cell.id)
  }
}

/// An entity as a report has it: several that documents give may be one.
private struct JoinedEntity {
  var type = ""
  var occurrences: [[ReportCounts.Occurrence]]
  var evidence: [[ReportEvidence]]
  private var spellings: [EntitySummary.Spelling] = []

  init(groups: Int) {
    occurrences = Array(repeating: [], count: groups)
    evidence = Array(repeating: [], count: groups)
  }

  mutating func add(_ cell: EntitySummary.Cell, group: Int) {
    type = type.isEmpty ? cell.type : min(type, cell.type)
    let new = cell.atoms.map { ReportCounts.Occurrence(document: $0.document, count: $0.count) }
    evidence[group] += cell.evidence.map(\.quote)
    spellings = SortedUnion.of(spellings, cell.spellings) { $0.merged($1) }
    guard !occurrences[group].isEmpty else { return occurrences[group] = new }
    // Two entities that are one may stand in one document.
    var all: [ReportCounts.Occurrence] = []
    for occurrence in (occurrences[group] + new).sorted(by: { $0.document < $1.document }) {
      if all.last?.document == occurrence.document {
        all[all.count - 1].count += occurrence.count
      } else {
        all.append(occurrence)
      }
    }
    occurrences[group] = all
  }

  func name(_ id: String, in script: ReportScript) -> ReportName {
    EntitySummary.name(spellings, entity: id, in: script)
  }
}
