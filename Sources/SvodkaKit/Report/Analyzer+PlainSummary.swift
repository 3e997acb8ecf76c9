extension Analyzer {
  /// None.
  public func entityNames(in summary: Summary, context: ReportContext) -> [ReportName] { [] }

  /// The reports on the single groups, one after the other, each table under the name of its group; of a group with near-duplicates a
  /// second time without them where the summary knows its documents.
  public func comparison(of summaries: [Summary], context: ReportContext) -> ReportSection {
    var joined = ReportSection(id: identity.name, title: identity.name)
    for (group, summary) in zip(context.groups, summaries) {
      joined.add(report(on: summary, context: context.alone(group.documents)), under: group.name)
      guard group.distinctDocuments < group.documents, var keyed = summary as? any DocumentKeyed else { continue }
      keyed.keep { !context.copies.contains($0) }
      guard let distinct = keyed as? Summary else { continue }
      let without = context.wording.text("without.line", of: "SvodkaReport")
      joined.add(
        report(on: distinct, context: context.alone(group.distinctDocuments)), under: "\(group.name), \(without)")
    }
    return joined
  }
}

extension ReportContext {
  /// What a report on one group alone is made for.
  fileprivate func alone(_ documents: Int) -> ReportContext {
    var context = self
    context.documents = documents
    context.groups = []
    return context
  }
}

extension ReportSection {
  /// Takes in the report on one group, its tables under the name of the group.
  fileprivate mutating func add(_ section: ReportSection, under name: String) {
    if !section.title.isEmpty { title = section.title }
    _ = cite(section.evidence)
    headlines += section.headlines
    for block in section.blocks {
      guard case .table(var table) = block else {
        blocks.append(block)
        continue
      }
      table.id = [table.id, name].filter { !$0.isEmpty }.joined(separator: "-")
      table.caption = [name, table.caption].filter { !$0.isEmpty }.joined(separator: ": ")
      blocks.append(.table(table))
    }
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
