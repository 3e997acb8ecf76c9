/// One document as it lies in the input, before it is decoded.
public struct RawInput: Sendable {
  /// What the bytes are.
  public enum Kind: Sendable {
    /// Plain text.
    case text
    /// An HTML page.
    case html
    /// A row of JSON Lines.
    case row
  }

  /// The file as given or as found in a folder; nil for standard input.
  public var path: String?
  /// The document's id when it is a page or a text; a row brings its own. See ``InputReader``.
  public var name: String
  /// The folder below which the file was found; nil for a file that was named itself.
  public var root: String?
  /// The line of a row, from 1.
  public var line: Int?
  /// What the bytes are.
  public var kind: Kind
  /// The bytes, inflated where they were gzipped.
  public var bytes: [UInt8]

  /// Describes one document.
  public init(
    path: String? = nil, name: String = "stdin", root: String? = nil, line: Int? = nil, kind: Kind, bytes: [UInt8]
  ) {
    self.path = path
    self.name = name
    self.root = root
    self.line = line
    self.kind = kind
    self.bytes = bytes
  }
}
