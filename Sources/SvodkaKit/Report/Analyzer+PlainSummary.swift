extension Analyzer {
  /// None.
  public func entityNames(in summary: Summary, context: ReportContext) -> [ReportName] { [] }

  /// The reports on the single groups, one after the other, each table under the name of its group.
  public func comparison(of summaries: [Summary], context: ReportContext) -> ReportSection {
    var joined = ReportSection(id: identity.name, title: identity.name)
    for (group, summary) in zip(context.groups, summaries) {
      var context = context
      context.documents = group.documents
      context.groups = []
      let section = report(on: summary, context: context)
      if !section.title.isEmpty { joined.title = section.title }
      _ = joined.cite(section.evidence)
      joined.headlines += section.headlines
      for block in section.blocks {
        guard case .table(var table) = block else {
          joined.blocks.append(block)
          continue
        }
        table.id = [table.id, group.name].filter { !$0.isEmpty }.joined(separator: "-")
        table.caption = [group.name, table.caption].filter { !$0.isEmpty }.joined(separator: ": ")
        joined.blocks.append(.table(table))
      }
    }
    return joined
  }
}

extension Analyzer where Summary == PlainSummary {
  /// The values of the findings' fields, counted, with sentences.
  public func summarize(_ findings: [Finding], of document: DocumentView) -> PlainSummary {
    let offsets = ScalarOffsets(document.text)
    let encoder = JSONValueEncoder(offsets: offsets)
    let plain = findings.compactMap { finding in
      (try? encoder.encode(finding)).map {
        PlainFinding($0, in: document, offsets: offsets, analyzer: identity.name)
      }
    }
    return PlainSummary(plain, of: document.id)
  }

  /// For each field a table of its values, the most frequent first.
  public func report(on summary: PlainSummary, context: ReportContext) -> ReportSection {
    PlainReport(name: identity.name, context: context).section(summary)
  }

  /// For each field the counts of its values by group, which the report turns into rates, differences and bars.
  public func comparison(of summaries: [PlainSummary], context: ReportContext) -> ReportSection {
    PlainReport(name: identity.name, context: context).section(comparing: summaries)
  }
}
