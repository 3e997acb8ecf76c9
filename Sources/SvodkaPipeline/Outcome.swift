public import SvodkaKit

/// What a run gives for one document: exactly one a document, in input order.
public struct Outcome: Sendable {
  /// The document, where it could be read.
  public var document: Document?
  /// The file that it came from.
  public var path: String?
  /// The line of that file, for a row of JSON Lines.
  public var line: Int?
  /// The SHA-256 of the input, in hexadecimal.
  public var sha256: String
  /// Languages by paragraph, in UTF-8 bytes, neighbours of one language joined.
  public var languages: [LanguageSpan]
  /// The models that made layers for the document; none where rules did.
  public var models: [Identity]
  /// What each analyzer gave, in the order of the pipeline.
  public var analyses: [Analysis]
  /// What went wrong; the document counts as failed when there is an error that is no warning.
  public var errors: [AnalysisError]
  /// What the user should know, though the document was analysed.
  public var warnings: [AnalysisError]
  /// The first document of the run that this one is nearly the same as, its own id where there is none; only where asked for.
  public var cluster: String?

  /// An outcome that says nothing yet.
  public init(path: String?, line: Int?, sha256: String) {
    self.path = path
    self.line = line
    self.sha256 = sha256
    languages = []
    models = []
    analyses = []
    errors = []
    warnings = []
  }

  /// A stretch of text in one language.
  public struct LanguageSpan: Sendable, Hashable {
    /// Where it stands.
    public var span: TextSpan
    /// The language as an ISO 639 code.
    public var language: String
    /// Makes a stretch.
    public init(span: TextSpan, language: String) {
      self.span = span
      self.language = language
    }
  }

  /// What one analyzer gave.
  public struct Analysis: Sendable {
    /// The analyzer's name.
    public var analyzer: String
    /// The findings; nil when it failed or does not know the language.
    public var findings: [JSONValue]?
    /// How each finding is shown to a reader; only made when asked for.
    public var presentations: [Presentation]
    /// The sum over the document; only made when asked for.
    public var summary: AnySummary?

    /// What an analyzer gave; `findings` is nil when it failed or does not know the language.
    public init(
      analyzer: String, findings: [JSONValue]?, presentations: [Presentation] = [], summary: AnySummary? = nil
    ) {
      self.analyzer = analyzer
      self.findings = findings
      self.presentations = presentations
      self.summary = summary
    }
  }

  /// True when the document could not be read or a step failed on it. A language that an analyzer does not know is no failure.
  public var isFailed: Bool {
    document == nil || errors.contains { $0.code != ErrorCode.unknownLanguage.rawValue }
  }
}
