public import SvodkaKit

/// Reads a stored summary line by line.
public struct SummaryReader: Sendable {
  /// What the row of numbers on the next line is.
  private enum Expected: Sendable {
    case documents(form: Int)
    case cell([String], analyzer: AnyAnalyzer?, form: Int)
  }

  /// What was read so far.
  public private(set) var summary: RunSummary
  private let analyzers: [AnyAnalyzer]
  private var texts = StoredTexts()
  private var expected: Expected?

  /// The analyzers whose sums a summary has, by its first line.
  ///
  /// - Throws: `I115` when it is none, or one that another version wrote.
  public static func analyzers(ofHeader header: JSONValue, at location: SourceLocation) throws(AnalysisError)
    -> [String]
  {
    try RunSummary(header: header, at: location).origin.analyzers.map(\.key)
  }

  /// Takes the first line; `analyzers` read the sums that are theirs, others are left out.
  ///
  /// - Throws: `I115` when it is none, or one that another version wrote.
  public init(header: JSONValue, by analyzers: [AnyAnalyzer], at location: SourceLocation) throws(AnalysisError) {
    summary = try RunSummary(header: header, at: location)
    self.analyzers = analyzers
  }

  /// Takes in another line.
  ///
  /// - Throws: `I115` when it is none, `I103` for what is no JSON, `I104` for a second document of one id.
  public mutating func add(_ bytes: [UInt8], at location: SourceLocation) throws(AnalysisError) {
    do throws(AnalysisError) {
      if let expected {
        self.expected = nil
        guard let numbers = StoredNumbers.read(bytes) else {
          throw AnalysisError(.foreignSummary, "this is no row of numbers of a summary")
        }
        try take(numbers, as: expected)
      } else {
        try take(try JSONValue(text: bytes, at: location))
      }
    } catch {
      var error = error
      error.location = location
      throw error
    }
  }

  /// - Throws: `I115` when a row is missing at the end.
  public func finish(at location: SourceLocation) throws(AnalysisError) {
    guard expected == nil else {
      throw AnalysisError(.foreignSummary, "the summary ends too early: it was cut off", location: location)
    }
  }

  private mutating func take(_ line: JSONValue) throws(AnalysisError) {
    if let new = line["texts"]?.array {
      texts.append(new.lazy.map { $0.string ?? "" })
    } else if line["documents"] != nil, let form = line["form"]?.int {
      expected = .documents(form: form)
    } else if let values = line["cell"]?.array?.compactMap(\.string), let name = line["analyzer"]?.string {
      let analyzer = analyzers.first { $0.identity.name == name }
      if let form = line["form"]?.int {
        expected = .cell(values, analyzer: analyzer, form: form)
      } else if let stored = line["summary"] {
        try add(.value(stored), to: values, of: analyzer)
      } else {
        throw Self.foreign
      }
    } else if let failure = line["unread"] {
      do { summary.add(failure: try JSONValueDecoder().decode(DocumentRecord.Failure.self, from: failure)) } catch {
        throw Self.foreign
      }
    } else {
      throw Self.foreign
    }
  }

  private mutating func take(_ numbers: [Int], as expected: Expected) throws(AnalysisError) {
    switch expected {
    case .cell(let values, let analyzer, let form): try add(.numbers(numbers, form: form), to: values, of: analyzer)
    case .documents(let form):
      let documents: [DocumentRecord]
      do {
        guard form == DocumentRecord.form else { throw Self.foreign }
        documents = try [DocumentRecord](packed: numbers, texts: texts)
      } catch {
        throw error as? AnalysisError
          ?? AnalysisError(.foreignSummary, "this is no line of a summary", cause: String(describing: error))
      }
      for document in documents { try summary.add(document: document) }
    }
  }

  private mutating func add(
    _ stored: StoredSummary, to values: [String], of analyzer: AnyAnalyzer?
  ) throws(AnalysisError) {
    guard let analyzer else { return }
    summary.add(
      cell: values, analyzer: analyzer.identity.name, summary: try analyzer.summary(from: stored, texts: texts),
      weight: 1)
  }

  private static var foreign: AnalysisError { AnalysisError(.foreignSummary, "this is no line of a summary") }
}

extension RunSummary {
  /// Reads the first line of a summary.
  ///
  /// - Throws: `I115` when it is none, or one that another version wrote.
  init(header: JSONValue, at location: SourceLocation) throws(AnalysisError) {
    guard header["schema"]?.string == Self.schema, let by = header["by"]?.string else {
      if let schema = header["schema"]?.string, schema.hasPrefix(Self.schemaPrefix) {
        throw AnalysisError(
          .foreignSummary,
          "the summary was stored as \(schema), and this version reads \(Self.schema): analyse the documents again",
          location: location)
      }
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
    for field in header["fields"]?.array ?? [] { if let name = field.string { add(field: name) } }
  }

  /// What summaries of all versions call themselves, up to the number.
  public static let schemaPrefix = "svodka.summary/"
}
