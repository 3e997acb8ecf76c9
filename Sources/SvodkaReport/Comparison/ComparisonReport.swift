public import SvodkaKit

/// Makes the report that sets the groups of a run side by side.
public struct ComparisonReport: Sendable {
  /// What a reader may ask for.
  public struct Options: Sendable {
    /// By what documents are grouped; as fine as the summary or coarser.
    public var by: Grouping
    /// At most this many rows a table; nil for all.
    public var rows: Int?
    /// In which letters names are shown.
    public var script: ReportScript
    /// Which entities are one.
    public var joins: EntityJoins

    /// Asks for a report.
    public init(
      by: Grouping, rows: Int? = nil, script: ReportScript = .original, joins: EntityJoins = EntityJoins()
    ) {
      self.by = by
      self.rows = rows
      self.script = script
      self.joins = joins
    }
  }

  private let summary: RunSummary
  private let analyzers: [AnyAnalyzer]
  private let options: Options
  private let wording: any ReportWording

  /// Prepares a report in the language of `wording`.
  public init(_ summary: RunSummary, analyzers: [AnyAnalyzer], options: Options, wording: any ReportWording) {
    self.summary = summary
    self.analyzers = analyzers
    self.options = options
    self.wording = wording
  }

  /// The report.
  ///
  /// - Throws: `I116` when the summary is coarser than what is asked for.
  public func report() throws(AnalysisError) -> Report {
    let coarser = try summary.origin.by.coarsening(to: options.by)
    let documents = summary.sortedDocuments
    let copies = CopyClusters(documents)
    let groups = ComparedGroups(documents, by: coarser, copies: copies, wording: wording)
    var context = ReportContext(
      documents: documents.count, rows: options.rows, groups: groups.facts.map(\.group), script: options.script,
      wording: wording)
    context.joins = options.joins
    for document in documents {
      context.publications[document.id] = .init(
        source: document.source, day: document.date.map { String($0.prefix(10)) })
    }
    let sums = sums(groups, coarser)
    for analyzer in analyzers {
      var total = SummaryPile()
      for sum in sums[analyzer.identity.name] ?? [] { if let sum { total.add(sum) } }
      for name in analyzer.entityNames(in: total.total, context: context) {
        if let id = name.entity, context.names[id] == nil { context.names[id] = name }
      }
    }
    var sections: [ReportSection] = []
    for analyzer in analyzers {
      guard let groupSums = sums[analyzer.identity.name] else { continue }
      sections.append(finished(analyzer.comparison(of: groupSums, context: context), groups, context))
    }
    NeighbouringFindings.fill(&sections)
    let overview = OverviewMaking(
      summary: summary, by: options.by, groups: groups, copies: copies, joins: options.joins, wording: wording
    ).overview()
    return Report(
      language: wording.language, title: text("report.title", ["by": fields]), overview: overview,
      headlines: sections.flatMap(\.headlines), sections: sections,
      documents: quoted(documents, in: sections, groups, copies))
  }

  /// The fields by which is grouped, in words; a field of the metadata as it is called there.
  private var fields: String {
    options.by.fields.map { field in
      let key = "by.\(field)"
      let word = text(key)
      return word == key ? "\(field)" : word
    }.joined(separator: ", ")
  }

  private func text(_ key: String, _ places: [String: String] = [:]) -> String {
    wording.text(key, of: "SvodkaReport", places)
  }

  /// By analyzer, a sum a group; an analyzer without any is left out.
  private func sums(
    _ groups: ComparedGroups, _ coarser: @Sendable ([String]) -> [String]
  ) -> [String: [AnySummary?]] {
    var piles: [String: [SummaryPile]] = [:]
    for (values, summaries) in summary.sums {
      guard let group = groups.index[coarser(values)] else { continue }
      for (analyzer, sum) in summaries {
        piles[analyzer, default: groups.facts.map { _ in SummaryPile() }][group].add(sum)
      }
    }
    return piles.mapValues { $0.map(\.total) }
  }

  /// A section whose counts are worked out.
  private func finished(
    _ section: ReportSection, _ groups: ComparedGroups, _ context: ReportContext
  ) -> ReportSection {
    var finished = section
    finished.blocks = []
    for block in section.blocks {
      guard case .counts(let counts) = block else {
        finished.blocks.append(block)
        continue
      }
      let comparison = CountsComparison(counts: counts, groups: groups.facts)
      let (headlines, blocks) = CountsBlocks(comparison: comparison, context: context).all()
      finished.headlines += headlines
      finished.blocks += blocks
    }
    return finished
  }

  private func quoted(
    _ documents: [DocumentRecord], in sections: [ReportSection], _ groups: ComparedGroups, _ copies: CopyClusters
  ) -> [ReportDocument] {
    var wanted = Set(copies.clusters.flatMap { [$0.kept] + $0.others })
    for section in sections {
      for evidence in section.evidence { wanted.insert(evidence.document) }
      for table in section.tables {
        for row in table.rows {
          for cell in row.cells { if case .document(let id) = cell.value { wanted.insert(id) } }
        }
      }
    }
    return documents.filter { wanted.contains($0.id) }.map { document in
      ReportDocument(
        id: document.id, title: document.title, source: document.source, date: document.date,
        language: document.language, url: document.url, path: document.path, group: groups.group[document.id],
        copyOf: copies.kept[document.id])
    }
  }
}
