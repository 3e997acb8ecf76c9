import SvodkaKit
import SvodkaMarkup
import SvodkaText

/// What `extract` writes of a document.
struct ExtractedRow {
  var path: String?
  var document: Document?
  var errors: [AnalysisError] = []
  /// The first document of the run that this one is nearly the same as; its own id where there is none.
  var cluster: String?
  /// The passages of the body, as Markdown sets them.
  var passages: [Article.Passage] = []
  /// What was dropped, where that is to be explained.
  var removed: [Furniture]?

  var jsonLine: [UInt8] {
    let metadata = document?.metadata
    let own: JSONValue = [
      "id": .optional(document?.id), "path": .optional(path), "url": .optional(metadata?.url),
      "source": .optional(metadata?.source), "title": .optional(metadata?.title),
      "author": .array((metadata?.author ?? []).map { .string($0) }), "date": .optional(metadata?.date),
      "lang": .optional(document?.language), "text": .optional(document?.text.string),
      "errors": .array(
        errors.map { ["code": .string($0.code), "analyzer": .null, "message": .string($0.message)] }),
    ]
    var row = own.members ?? []
    if let cluster { row.append(.init("cluster", .string(cluster))) }
    if let removed {
      row.append(
        .init(
          "removed",
          .array(
            removed.map { ["kind": .string($0.kind.rawValue), "reason": .string($0.reason), "text": .string($0.text)] })
        ))
    }
    var out: [UInt8] = []
    JSONValue.object(row).write(to: &out)
    out.append(0x0A)
    return out
  }

  /// The text alone; a form feed divides documents.
  var text: [UInt8] { document.map { $0.text.bytes + Array("\n\u{0C}\n".utf8) } ?? [] }

  var markdown: [UInt8] {
    document.map { Array(MarkdownArticle(document: $0, passages: passages).lines.joined(separator: "\n").utf8) } ?? []
  }
}
