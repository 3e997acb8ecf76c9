/// The one error of Svodka: a stable code, a message that says what to do, and where it happened.
public struct AnalysisError: Error, Sendable, Hashable, CustomStringConvertible {
  /// A stable code such as `P102`; `svodka explain P102` says more.
  public var code: String
  /// What went wrong and what to do about it.
  public var message: String
  /// The id of the document, where there is one.
  public var document: String?
  /// The step at fault, where there is one.
  public var step: String?
  /// The file and place, where there is one.
  public var location: SourceLocation?
  /// The text of an underlying error.
  public var cause: String?

  /// Makes an error under one of the program's codes.
  public init(
    _ code: ErrorCode, _ message: String, document: String? = nil, step: String? = nil,
    location: SourceLocation? = nil, cause: String? = nil
  ) {
    self.init(
      code: code.rawValue, message, document: document, step: step, location: location, cause: cause)
  }

  /// Makes an error under a code of a plugin's own.
  public init(
    code: String, _ message: String, document: String? = nil, step: String? = nil, location: SourceLocation? = nil,
    cause: String? = nil
  ) {
    self.code = code
    self.message = message
    self.document = document
    self.step = step
    self.location = location
    self.cause = cause
  }

  /// `file:line:column: message [P102]`.
  public var description: String {
    (location.map { "\($0): " } ?? "") + message + (cause.map { " (\($0))" } ?? "") + " [\(code)]"
  }
}

/// A place in a file.
public struct SourceLocation: Sendable, Hashable, CustomStringConvertible {
  /// The path as the user gave it.
  public var path: String
  /// The line, from 1.
  public var line: Int?
  /// The column in Unicode scalars, from 1.
  public var column: Int?

  /// Names a place.
  public init(path: String, line: Int? = nil, column: Int? = nil) {
    self.path = path
    self.line = line
    self.column = column
  }

  /// `file:line:column`, as far as known.
  public var description: String {
    path + (line.map { ":\($0)" } ?? "") + (column.map { ":\($0)" } ?? "")
  }
}
