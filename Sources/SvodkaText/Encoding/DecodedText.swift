/// Text read from bytes, and how.
public struct DecodedText: Sendable, Hashable {
  /// The text, without its byte-order mark; line ends stay as they are and nothing is normalised.
  public var text: String
  /// The encoding as the WHATWG Encoding Standard names it (`UTF-8`, `windows-1251`, `KOI8-R`, `IBM866`), else by its MIME name.
  public var encoding: String
  /// How many invalid byte sequences became U+FFFD.
  public var replaced: Int
  /// True when a byte-order mark was dropped.
  public var bom: Bool

  /// Puts the parts together.
  public init(text: String, encoding: String, replaced: Int, bom: Bool) {
    self.text = text
    self.encoding = encoding
    self.replaced = replaced
    self.bom = bom
  }
}
