public import SvodkaKit
public import SvodkaMarkup

/// One document as it was read, or why it could not be.
public struct ReadDocument: Sendable {
  /// The id, where there is one.
  public var id: String?
  /// The document, with `und` for a language that the input does not tell; or the error.
  public var document: Result<Document, AnalysisError>
  /// What was odd but did no harm, such as a date that is none.
  public var warnings: [AnalysisError]
  /// The file it was read from; nil for standard input.
  public var path: String?
  /// The line of a row of JSON Lines, from 1.
  public var line: Int?
  /// SHA-256 of what was read, in hexadecimal: a file's bytes (inflated), the `text` or `html` of a row, or the row
  /// itself when it is broken.
  public var sha256: String
  /// The encoding it was in, as decoding found it; nil for rows.
  public var encoding: String?
  /// What was dropped as furniture.
  public var removed: [Furniture]
  /// The passages of a page's body, in its order; none for a text that was no page.
  public var passages: [Article.Passage] = []
}
