import SvodkaKit

extension EntityCounts {
  /// Who is named together, the pair that most sentences name first; nil where that was not asked for.
  func together(in summary: EntitySummary, _ section: inout ReportSection, _ context: ReportContext) -> ReportBlock? {
    guard let pairs = summary.pairs else { return nil }
    var names: [String: ReportName] = [:]
    for cell in summary.cells { names[cell.id] = cell.name(in: context.script) }
    func name(_ id: String) -> ReportName { names[id] ?? ReportName(id) }
    let sorted = pairs.sorted {
      ($1.count, $1.atoms.count, name($0.first).shown, name($0.second).shown, $0)
        < ($0.count, $0.atoms.count, name($1.first).shown, name($1.second).shown, $1)
    }
    let shown = context.rows.map { sorted.prefix($0) } ?? sorted[...]
    let rows = shown.map { pair in
      ReportTable.Row(
        [
          ReportCell(.name(name(pair.first))), ReportCell(.name(name(pair.second))), .integer(pair.count),
          .integer(pair.atoms.count),
        ], evidence: section.cite(pair.evidence.map(\.quote).sorted()))
    }
    return .table(
      ReportTable(
        id: "together", caption: word("together", context),
        columns: [
          .init(word("name", context), id: "first"), .init(word("with", context), id: "second"),
          .init(word("sentences", context), id: "sentences", isNumber: true),
          .init(word("documents", context), id: "documents", isNumber: true),
        ], rows: rows, omitted: sorted.count - shown.count))
  }

  /// Who is named together in which group: of the documents of each, the share that names both; nil where that was not asked for.
  func togetherCompared(_ summaries: [EntitySummary], _ context: ReportContext) -> ReportBlock? {
    guard summaries.contains(where: { $0.pairs != nil }) else { return nil }
    var names: [String: ReportName] = [:]
    for summary in summaries {
      for name in entityNames(in: summary, context: context) {
        if let entity = name.entity, names[entity] == nil { names[entity] = name }
      }
    }
    func name(_ id: String) -> ReportName { context.names[id] ?? names[id] ?? ReportName(id) }
    var rows: [[String]: (documents: [Set<String>], evidence: [[ReportEvidence]])] = [:]
    for (group, summary) in summaries.enumerated() {
      for pair in summary.pairs ?? [] {
        func key(_ document: String) -> [String] {
          [pair.first, pair.second].map { context.joins.identity(of: $0, in: document) }.sorted()
        }
        let empty = (
          documents: [Set<String>](repeating: [], count: summaries.count),
          evidence: [[ReportEvidence]](repeating: [], count: summaries.count)
        )
        // Two that are one by a join are not together with themselves.
        for atom in pair.atoms where Set(key(atom.document)).count == 2 {
          rows[key(atom.document), default: empty].documents[group].insert(atom.document)
        }
        for kept in pair.evidence where Set(key(kept.quote.document)).count == 2 {
          rows[key(kept.quote.document), default: empty].evidence[group].append(kept.quote)
        }
      }
    }
    let counted = rows.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map { ids, row in
      ReportCounts.Row(
        id: ids.joined(separator: " "), name: Self.joined(name(ids[0]), name(ids[1])),
        occurrences: row.documents.map { $0.sorted().map { .init(document: $0, count: 1) } },
        evidence: row.evidence)
    }
    return .counts(
      ReportCounts(
        id: "together", caption: word("together", context), subject: word("pair", context),
        unit: word("documents", context), base: .documents, rows: counted))
  }

  /// `Lavrov · Kerry`.
  private static func joined(_ a: ReportName, _ b: ReportName) -> ReportName {
    func both(_ first: String?, _ second: String?) -> String? {
      guard let first, let second else { return nil }
      return first + " · " + second
    }
    return ReportName(
      a.shown + " · " + b.shown, latin: both(a.latin, b.latin), cyrillic: both(a.cyrillic, b.cyrillic),
      original: a.original + " · " + b.original)
  }
}
