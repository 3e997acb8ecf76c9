/// A text with what is known about it.
public struct Document: Sendable {
  /// Its id, unique in a run.
  public var id: String
  /// The text that is analysed.
  public var text: DocumentText
  /// The language as an ISO 639 code, `und` where it could not be told.
  public var language: String
  /// What is known about its publication.
  public var metadata: Metadata
  /// Whether `text` is the input as it came, or the article without the furniture of its page.
  public var textIs: TextKind

  /// What the analysed text is.
  public enum TextKind: String, Sendable {
    /// The input as it came.
    case input
    /// The body of the article.
    case article
  }

  /// Makes a document.
  public init(
    id: String, text: DocumentText, language: String = "und", metadata: Metadata = Metadata(), textIs: TextKind = .input
  ) {
    self.id = id
    self.text = text
    self.language = language
    self.metadata = metadata
    self.textIs = textIs
  }
}

/// What is known about a document's publication.
public struct Metadata: Sendable, Hashable {
  /// The headline.
  public var title: String?
  /// The outlet.
  public var source: String?
  /// Publication as ISO 8601: a day, or a time with its offset.
  public var date: String?
  /// The canonical address.
  public var url: String?
  /// The file it was read from.
  public var path: String?
  /// The authors' names.
  public var author: [String] = []
  /// Whatever else the input said, in its order.
  public var extra: [JSONValue.Member] = []

  /// Knows nothing.
  public init() {}

  /// The day of publication in the document's own offset.
  public var day: CivilDate? { date.flatMap { CivilDate(iso: $0) } }
}
