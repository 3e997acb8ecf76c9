public import SvodkaKit
public import SvodkaPipeline

/// What a run comes to, by groups of documents: from it reports are made, and parts of a run are joined.
///
/// It depends on the documents alone, not on their order or division into parts.
public struct RunSummary: Sendable {
  /// What made it: the same for all parts that can be joined.
  public struct Origin: Sendable, Hashable {
    /// By what documents are grouped at the finest.
    public var by: Grouping
    /// The analyzers with their versions.
    public var analyzers: [JSONValue.Member]
    /// Versions of program, ICU, Unicode and the pipeline's hash.
    public var versions: [JSONValue.Member]

    /// Names what makes a summary.
    public init(by: Grouping, analyzers: [JSONValue.Member], versions: [JSONValue.Member]) {
      self.by = by
      self.analyzers = analyzers
      self.versions = versions
    }
  }

  /// What made it.
  public let origin: Origin
  /// The documents, by id.
  public private(set) var documents: [String: DocumentRecord] = [:]
  /// What could not be read, in order.
  public private(set) var unread: Set<DocumentRecord.Failure> = []
  /// Models that made layers, by language.
  public private(set) var models: Set<[String]> = []
  /// The fields by which its documents can be grouped: those that at least one has.
  public private(set) var fields: Set<String> = []
  /// How often corrections were applied, by action.
  public private(set) var corrections: [String: Int] = [:]
  private var cells: [[String]: [String: SummaryPile]] = [:]

  /// Nothing yet.
  public init(origin: Origin) { self.origin = origin }

  /// Takes in a document with the sums of its findings.
  ///
  /// - Throws: `I104` when there is another document of its id.
  public mutating func add(
    _ record: DocumentRecord, summaries: [(analyzer: String, summary: AnySummary)]
  ) throws(AnalysisError) {
    if let known = documents[record.id] {
      guard known == record else {
        throw AnalysisError(
          .duplicateID, "two documents of the summaries have the id '\(record.id)': give each an id of its own",
          document: record.id)
      }
      return
    }
    documents[record.id] = record
    for (analyzer, summary) in summaries {
      cells[record.values, default: [:]][analyzer, default: SummaryPile()].add(summary)
    }
  }

  mutating func add(failure: DocumentRecord.Failure) { unread.insert(failure) }
  mutating func add(models languageAndNames: [String]) { models.insert(languageAndNames) }
  mutating func add(field name: String) { fields.insert(name) }
  mutating func add(document: DocumentRecord) throws(AnalysisError) { try add(document, summaries: []) }
  mutating func add(cell values: [String], analyzer: String, summary: AnySummary, weight: Int) {
    cells[values, default: [:]][analyzer, default: SummaryPile()].add(summary, weight: weight)
  }
  /// Counts corrections that were applied.
  public mutating func count(correction action: String, _ times: Int = 1) {
    if times > 0 { corrections[action, default: 0] += times }
  }

  /// The sums by group and analyzer, groups in order of their values.
  var sums: [(values: [String], summaries: [(analyzer: String, summary: AnySummary)])] {
    cells.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map { values, piles in
      (
        values,
        piles.sorted { $0.key < $1.key }.compactMap { name, pile in pile.total.map { (name, $0) } }
      )
    }
  }

  /// The sums of a type, of every group and analyzer that has such.
  public func sums<S: Mergeable>(of type: S.Type) -> [S] {
    sums.flatMap { $0.summaries.compactMap { $0.summary.typed(type) } }
  }

  /// Looks whether documents can be divided by these fields at all.
  ///
  /// - Throws: `C101` for a field that no document has, naming those that there are.
  public func check(_ grouping: Grouping) throws(AnalysisError) {
    guard let problem = missingField(of: grouping) else { return }
    throw AnalysisError(.badArgument, problem)
  }

  /// What to say of the first field that no document has; nil where all are there, and where there is no document.
  public func missingField(of grouping: Grouping) -> String? {
    guard !documents.isEmpty else { return nil }
    for field in grouping.fields {
      let name: String
      switch field {
      case .language: continue
      case .source: name = "source"
      case .date: name = "date"
      case .meta(let key): name = key
      }
      guard !fields.contains(name) else { continue }
      let known = (fields.union(["lang"])).sorted()
      var problem = "--by names '\(field)', and no document has a '\(name)'"
      if let nearest = nearestWord(to: name, among: known) { problem += ": did you mean '\(nearest)'?" }
      problem += (problem.hasSuffix("?") ? " " : ": ") + "The documents have " + known.joined(separator: ", ")
      if case .meta = field { return problem }
      return problem + ". Give it with --meta or --meta-from-path"
    }
    return nil
  }

  /// The documents in the order of their ids.
  public var sortedDocuments: [DocumentRecord] {
    documents.values.sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
  }
}

extension RunSummary {
  /// Takes in an outcome of a run whose extras hold summaries.
  ///
  /// - Throws: `I104` when there is another document of its id.
  public mutating func add(_ outcome: Outcome, corrections: Corrections? = nil) throws(AnalysisError) {
    let place = outcome.path.map { $0 + (outcome.line.map { ":\($0)" } ?? "") }
    let failures = outcome.errors.compactMap { DocumentRecord.Failure($0, place: place) }
    guard let document = outcome.document else {
      for failure in failures { add(failure: failure) }
      return
    }
    if !outcome.models.isEmpty {
      add(models: [document.language, outcome.models.map { "\($0.name) \($0.version)" }.joined(separator: ", ")])
    }
    let metadata = document.metadata
    for field in Grouping.fields(of: metadata) { add(field: field) }
    var record = DocumentRecord(
      id: document.id, values: origin.by.values(of: metadata, language: document.language), title: metadata.title,
      source: metadata.source, date: metadata.date, language: document.language, url: metadata.url,
      path: metadata.path, words: WordCount.words(in: document.text),
      signature: TextSignature(document.text.string), cluster: outcome.cluster, failures: failures.sorted())
    for analysis in outcome.analyses { record.note(corrections, of: analysis.analyzer) }
    try add(
      record, summaries: outcome.analyses.compactMap { analysis in analysis.summary.map { (analysis.analyzer, $0) } })
  }
}
