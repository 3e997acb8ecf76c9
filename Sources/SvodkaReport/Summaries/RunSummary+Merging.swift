public import SvodkaKit

extension RunSummary {
  /// Takes in another part of the run.
  ///
  /// - Throws: `I117` when another pipeline made it or it groups otherwise, `I104` for a second document of one id.
  public mutating func merge(_ other: RunSummary) throws(AnalysisError) {
    try Self.check(origin, other.origin)
    let known = documents
    for document in other.documents.values { try add(document: document) }
    for failure in other.unread { add(failure: failure) }
    for model in other.models { add(models: model) }
    for field in other.fields { add(field: field) }
    for (action, times) in other.corrections { count(correction: action, times) }
    for (values, summaries) in other.sums {
      for (analyzer, summary) in summaries {
        var summary = summary
        // Of a document that both have, one is enough: its sums are the same.
        if other.documents.count != documents.count - known.count,
          !summary.keep(documents: { known[$0] == nil })
        {
          throw AnalysisError(
            .duplicateID,
            "the summaries have documents in common, and '\(analyzer)' cannot take them out of one of them")
        }
        add(cell: values, analyzer: analyzer, summary: summary, weight: 1)
      }
    }
  }

  private static func check(_ a: Origin, _ b: Origin) throws(AnalysisError) {
    guard a.by == b.by else {
      throw AnalysisError(
        .otherPipeline, "the summaries are made by '\(a.by)' and '\(b.by)': make all with the same --by")
    }
    func difference(_ a: [JSONValue.Member], _ b: [JSONValue.Member]) -> String? {
      (a + b).first { member in a.first { $0.key == member.key } != b.first { $0.key == member.key } }?.key
    }
    guard let name = difference(a.analyzers, b.analyzers) ?? difference(a.versions, b.versions) else { return }
    throw AnalysisError(
      .otherPipeline, "the summaries were not made by the same '\(name)': make all parts with one pipeline and version")
  }
}
