public import SvodkaKit
public import SvodkaPipeline

/// Writes an outcome as the output contract has it: one JSON object a document.
public struct OutcomeRow: Sendable {
  private let provenance: Provenance
  private let withText: Bool

  /// Makes a writer of rows; `withText` adds the analysed text.
  public init(provenance: Provenance, withText: Bool) {
    self.provenance = provenance
    self.withText = withText
  }

  /// The row of one outcome.
  public func json(_ outcome: Outcome) -> JSONValue {
    guard let document = outcome.document else {
      return [
        "schema": "svodka.analysis/1", "id": .null,
        "input": ["path": .optional(outcome.path), "line": outcome.line.map { .int($0) } ?? .null],
        "errors": .array(outcome.errors.map(Self.error)), "provenance": provenance.json(language: nil, models: []),
      ]
    }
    let offsets = ScalarOffsets(document.text)
    let metadata = document.metadata
    let row: JSONValue = [
      "schema": "svodka.analysis/1", "id": .string(document.id), "lang": .string(document.language),
      "languages": .array(
        outcome.languages.map {
          [
            "start": .int(offsets.scalar(atByte: $0.span.start)), "end": .int(offsets.scalar(atByte: $0.span.end)),
            "lang": .string($0.language),
          ]
        }),
      "title": .optional(metadata.title), "source": .optional(metadata.source), "date": .optional(metadata.date),
      "author": .array(metadata.author.map { .string($0) }), "meta": .object(metadata.extra),
      "document": .object(
        [
          .init("path", .optional(metadata.path)), .init("url", .optional(metadata.url)),
          .init("sha256", .string(outcome.sha256)), .init("length", .int(offsets.count)),
          .init("words", .int(WordCount.words(in: document.text))),
          .init("text_is", .string(document.textIs.rawValue)),
        ] + (withText ? [.init("text", .string(document.text.string))] : [])),
      "offsets": "unicodeScalars",
      "findings": .object(
        outcome.analyses.map { .init($0.analyzer, $0.findings.map { .array($0) } ?? .null) }),
      "provenance": provenance.json(language: document.language, models: outcome.models),
      "errors": .array(outcome.errors.map(Self.error)),
      "warnings": .array(outcome.warnings.map(Self.error)),
    ]
    guard let cluster = outcome.cluster, let members = row.members else { return row }
    return .object(members + [.init("cluster", .string(cluster))])
  }

  private static func error(_ error: AnalysisError) -> JSONValue {
    [
      "code": .string(error.code), "analyzer": .optional(error.step),
      "message": .string(error.message + (error.cause.map { " (\($0))" } ?? "")),
    ]
  }
}
