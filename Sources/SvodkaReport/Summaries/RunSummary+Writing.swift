public import SvodkaKit

/// The form of a stored summary, JSON Lines: what made it, documents by id, then the sums by group and analyzer.
///
/// Documents and sums are rows of numbers, each on a line behind the one that says what it is. Texts are known by their numbers: a
/// line `{"texts": […]}` stands before the first that has them, and a sentence on which ten findings rest stands there once.
extension RunSummary {
  /// What the first line of a summary calls itself.
  public static let schema = "svodka.summary/2"
  /// So many documents are in a row.
  private static let documentsARow = 500

  /// Writes the summary line by line.
  ///
  /// - Throws: `A104` when an analyzer's summary cannot be written; what `write` throws.
  public func write(
    by analyzers: [AnyAnalyzer], to write: ([UInt8]) throws(AnalysisError) -> Void
  ) throws(AnalysisError) {
    var texts = StoredTexts()
    func line(_ value: JSONValue, numbers: [Int]? = nil) throws(AnalysisError) {
      var out: [UInt8] = []
      let new = texts.takeNew()
      if !new.isEmpty {
        JSONValue.object([.init("texts", .array(new.map { .string($0) }))]).write(to: &out)
        out.append(0x0A)
      }
      value.write(to: &out)
      out.append(0x0A)
      if let numbers {
        StoredNumbers.write(numbers, to: &out)
        out.append(0x0A)
      }
      try write(out)
    }
    try line(header)
    for failure in unread.sorted() { try line(["unread": try Self.encoded(failure)]) }
    let documents = sortedDocuments
    for start in stride(from: 0, to: documents.count, by: Self.documentsARow) {
      let row = Array(documents[start..<min(start + Self.documentsARow, documents.count)])
      let numbers = try Self.packed(row, &texts)
      try line(["documents": .int(row.count), "form": .int(DocumentRecord.form)], numbers: numbers)
    }
    for (values, summaries) in sums {
      for (name, summary) in summaries {
        guard let analyzer = analyzers.first(where: { $0.identity.name == name }) else { continue }
        let cell: [JSONValue.Member] = [
          .init("cell", .array(values.map { .string($0) })), .init("analyzer", .string(name)),
        ]
        switch try analyzer.stored(summary, texts: &texts) {
        case .numbers(let numbers, let form): try line(.object(cell + [.init("form", .int(form))]), numbers: numbers)
        case .value(let value): try line(.object(cell + [.init("summary", value)]))
        }
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
      "fields": .array(fields.sorted().map { .string($0) }),
    ]
  }

  private static func encoded(_ value: some Encodable) throws(AnalysisError) -> JSONValue {
    do { return try JSONValueEncoder().encode(value) } catch { throw unwritable(error) }
  }

  private static func packed(
    _ documents: [DocumentRecord], _ texts: inout StoredTexts
  ) throws(AnalysisError) -> [Int] {
    do { return try documents.packed(&texts) } catch { throw unwritable(error) }
  }

  private static func unwritable(_ cause: any Error) -> AnalysisError {
    AnalysisError(.stepFailed, "a part of the summary cannot be written", cause: String(describing: cause))
  }
}
