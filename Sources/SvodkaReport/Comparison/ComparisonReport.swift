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
    /// The joins that the report tells of, each with its ground; those of them that are in no document are left out.
    public var told: [Join]

    /// A join of two entities by their ids.
    public struct Join: Sendable, Hashable {
      /// The id that is replaced.
      public var from: String
      /// The id that stands for both.
      public var to: String
      /// By what they were joined: `surname`, `spelling`.
      public var reason: String
      /// Names a join.
      public init(from: String, to: String, reason: String) {
        (self.from, self.to, self.reason) = (from, to, reason)
      }
    }

    /// Asks for a report.
    public init(
      by: Grouping, rows: Int? = nil, script: ReportScript = .original, joins: EntityJoins = EntityJoins(),
      told: [Join] = []
    ) {
      self.by = by
      self.rows = rows
      self.script = script
      self.joins = joins
      self.told = told
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
  /// - Throws: `I116` when the summary is coarser than what is asked for, `C101` when no document has a field that is asked for.
  public func report() throws(AnalysisError) -> Report {
    let coarser = try summary.origin.by.coarsening(to: options.by)
    try summary.check(options.by)
    let documents = summary.sortedDocuments
    let copies = CopyClusters(documents)
    let groups = ComparedGroups(documents, by: coarser, copies: copies, wording: wording)
    var context = ReportContext(
      documents: documents.count, rows: options.rows, groups: groups.facts.map(\.group), script: options.script,
      wording: wording)
    context.joins = options.joins
    context.copies = Set(copies.kept.keys)
    for document in documents {
      context.publications[document.id] = .init(
        source: document.source, day: document.date.map { String($0.prefix(10)) })
      for kept in document.corrected {
        let finding = CorrectedFinding(document: document.id, analyzer: kept.analyzer, finding: kept.finding)
        context.corrected[finding] = kept.action
      }
    }
    let sums = sums(groups, coarser)
    var single: [String: ReportName] = [:]
    var apart = context
    apart.joins = EntityJoins()
    for analyzer in analyzers {
      var total = SummaryPile()
      for sum in sums[analyzer.identity.name] ?? [] { if let sum { total.add(sum) } }
      let sum = total.total
      func take(_ names: [ReportName], into known: inout [String: ReportName]) {
        for name in names { if let id = name.entity, known[id] == nil { known[id] = name } }
      }
      take(analyzer.entityNames(in: sum, context: context), into: &context.names)
      if !options.told.isEmpty { take(analyzer.entityNames(in: sum, context: apart), into: &single) }
    }
    var sections: [ReportSection] = []
    for analyzer in analyzers {
      guard let groupSums = sums[analyzer.identity.name] else { continue }
      sections.append(finished(analyzer.comparison(of: groupSums, context: context), groups, context))
    }
    NeighbouringFindings.fill(&sections)
    let overview = OverviewMaking(
      summary: summary, by: options.by, groups: groups, copies: copies,
      joins: told(single, context.names), wording: wording
    ).overview()
    return Report(
      language: wording.language, title: text("report.title", ["by": fields]), overview: overview,
      headlines: sections.flatMap(\.headlines), sections: sections,
      documents: quoted(documents, in: sections, groups, copies))
  }

  /// The joins of names that documents have, by the name that stands for both.
  private func told(
    _ single: [String: ReportName], _ names: [String: ReportName]
  ) -> [ReportOverview.Join] {
    options.told.compactMap { join in
      guard let name = single[join.from], let identity = options.joins.identity(ofUnsplit: join.from) else {
        return nil
      }
      let key = "join.\(join.reason)"
      let reason = text(key)
      return .init(
        name: name, under: names[identity] ?? single[identity] ?? ReportName(identity, entity: identity),
        reason: reason == key ? join.reason : reason)
    }.sorted { a, b in
      a.under.shown != b.under.shown
        ? wording.precedes(a.under.shown, b.under.shown) : (a.name.shown, a.reason) < (b.name.shown, b.reason)
    }
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
      let (headlines, blocks) = CountsBlocks(comparison: comparison, context: context).all(citing: &finished)
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
