public import SvodkaKit

/// The form of a stored summary, JSON Lines: what made it, then documents by id, then groups by their values.
extension RunSummary {
  /// What the first line of a summary calls itself.
  public static let schema = "svodka.summary/1"

  /// Writes the summary line by line.
  ///
  /// - Throws: `A104` when an analyzer's summary cannot be written; what `write` throws.
  public func write(
    by analyzers: [AnyAnalyzer], to write: ([UInt8]) throws(AnalysisError) -> Void
  ) throws(AnalysisError) {
    func line(_ value: JSONValue) throws(AnalysisError) {
      var out: [UInt8] = []
      value.write(to: &out)
      out.append(0x0A)
      try write(out)
    }
    try line(header)
    for failure in unread.sorted() { try line(.object([.init("unread", try Self.encoded(failure))])) }
    for document in sortedDocuments { try line(.object([.init("document", try Self.encoded(document))])) }
    for (values, summaries) in sums {
      for (name, summary) in summaries {
        guard let analyzer = analyzers.first(where: { $0.identity.name == name }) else { continue }
        try line([
          "cell": .array(values.map { .string($0) }), "analyzer": .string(name),
          "summary": try analyzer.encoded(summary),
        ])
      }
    }
  }

  private var header: JSONValue {
    [
      "schema": .string(Self.schema), "by": .string(origin.by.description), "analyzers": .object(origin.analyzers),
      "provenance": .object(origin.versions),
      "models": .array(
        models.sorted { $0.lexicographicallyPrecedes($1) }.map { .array($0.map { .string($0) }) }),
      "corrections": .object(corrections.sorted { $0.key < $1.key }.map { .init($0.key, .int($0.value)) }),
    ]
  }

  private static func encoded(_ value: some Encodable) throws(AnalysisError) -> JSONValue {
    do { return try JSONValueEncoder().encode(value) } catch {
      throw AnalysisError(.stepFailed, "a part of the summary cannot be written", cause: String(describing: error))
    }
  }

  /// Reads the first line of a summary.
  ///
  /// - Throws: `I115` when it is none.
  public init(header: JSONValue, at location: SourceLocation) throws(AnalysisError) {
    guard header["schema"]?.string == Self.schema, let by = header["by"]?.string else {
      throw AnalysisError(
        .foreignSummary, "this is no summary: expected {\"schema\": \"\(Self.schema)\", \"by\": …} on the first line",
        location: location)
    }
    self.init(
      origin: Origin(
        by: by.isEmpty ? Grouping([]) : try Grouping(by), analyzers: header["analyzers"]?.members ?? [],
        versions: header["provenance"]?.members ?? []))
    for model in header["models"]?.array ?? [] { add(models: model.array?.compactMap(\.string) ?? []) }
    for correction in header["corrections"]?.members ?? [] {
      count(correction: correction.key, correction.value.int ?? 0)
    }
  }

  /// Takes in another line of a summary.
  ///
  /// - Throws: `I115` when it is none, `I104` for a second document of one id.
  public mutating func add(
    line: JSONValue, by analyzers: [AnyAnalyzer], at location: SourceLocation
  ) throws(AnalysisError) {
    do throws(AnalysisError) {
      if let document = line["document"] {
        try add(document: try Self.decoded(DocumentRecord.self, document))
      } else if let failure = line["unread"] {
        add(failure: try Self.decoded(DocumentRecord.Failure.self, failure))
      } else if let values = line["cell"]?.array?.compactMap(\.string), let name = line["analyzer"]?.string,
        let stored = line["summary"]
      {
        guard let analyzer = analyzers.first(where: { $0.identity.name == name }) else { return }
        add(cell: values, analyzer: name, summary: try analyzer.summary(from: stored), weight: 1)
      } else {
        throw AnalysisError(.foreignSummary, "this is no line of a summary")
      }
    } catch {
      var error = error
      error.location = location
      throw error
    }
  }

  private static func decoded<T: Decodable>(_ type: T.Type, _ value: JSONValue) throws(AnalysisError) -> T {
    do { return try JSONValueDecoder().decode(type, from: value) } catch {
      throw AnalysisError(.foreignSummary, "this is no line of a summary", cause: String(describing: error))
    }
  }

  /// Takes in another part of the run.
  ///
  /// - Throws: `I117` when another pipeline made it or it groups otherwise, `I104` for a second document of one id.
  public mutating func merge(_ other: RunSummary) throws(AnalysisError) {
    try Self.check(origin, other.origin)
    let known = documents
    for document in other.documents.values { try add(document: document) }
    for failure in other.unread { add(failure: failure) }
    for model in other.models { add(models: model) }
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
