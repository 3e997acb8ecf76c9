/// The analysed text of a document: UTF-8 bytes, addressed by byte offset.
///
/// Nothing is normalised; line ends stay as they are. A text may be a reading of another one, as with the case of its letters put back:
/// the same number of bytes, each character where it was. Evidence is then quoted as it was written.
public struct DocumentText: Sendable, Hashable, ExpressibleByStringLiteral {
  /// The text as UTF-8; always well formed.
  public let bytes: [UInt8]
  /// What was written, where this is a reading of it.
  private let written: [UInt8]?

  /// Takes the UTF-8 of a string.
  public init(_ string: String) {
    bytes = Array(string.utf8)
    written = nil
  }

  /// Takes a reading of a text: well-formed UTF-8, as long as the text and with its characters at the same places.
  public init(reading bytes: [UInt8], of text: DocumentText) {
    precondition(bytes.count == text.count, "a reading is as long as the text")
    self.bytes = bytes
    written = bytes == text.bytes ? text.written : text.written ?? text.bytes
  }

  /// Takes a literal, for tests and examples.
  public init(stringLiteral value: String) { self.init(value) }

  /// The length in bytes.
  public var count: Int { bytes.count }

  /// The whole text.
  public var string: String { String(decoding: bytes, as: UTF8.self) }

  /// The span of the whole text.
  public var span: TextSpan { TextSpan(0, bytes.count) }

  /// The text that a span covers.
  public subscript(_ span: TextSpan) -> String { String(decoding: bytes[span.range], as: UTF8.self) }

  /// The span with its text as it was written, as evidence is given.
  public func spanned(_ span: TextSpan) -> SpannedText {
    SpannedText(text: String(decoding: (written ?? bytes)[span.range], as: UTF8.self), span: span)
  }

  /// The span without white space at its ends.
  public func trimmed(_ span: TextSpan) -> TextSpan {
    var (start, end) = (span.start, span.end)
    while start < end, let n = whiteSpace(at: start) { start += n }
    while start < end, let n = whiteSpace(before: end, after: start) { end -= n }
    return TextSpan(start, max(start, end))
  }

  /// The length of a white-space character that starts at `i`: ASCII blanks, U+00A0, U+2000…U+200B, U+2028, U+2029, U+202F, U+3000, U+FEFF.
  private func whiteSpace(at i: Int) -> Int? {
    switch bytes[i] {
    case 0x20, 0x09...0x0D: return 1
    case 0xC2: return i + 1 < bytes.count && (bytes[i + 1] == 0xA0 || bytes[i + 1] == 0x85) ? 2 : nil
    case 0xE2:
      guard i + 2 < bytes.count, bytes[i + 1] == 0x80 else { return nil }
      return (0x80...0x8B).contains(bytes[i + 2]) || [0xA8, 0xA9, 0xAF].contains(bytes[i + 2]) ? 3 : nil
    case 0xE3: return i + 2 < bytes.count && bytes[i + 1] == 0x80 && bytes[i + 2] == 0x80 ? 3 : nil
    case 0xEF: return i + 2 < bytes.count && bytes[i + 1] == 0xBB && bytes[i + 2] == 0xBF ? 3 : nil
    default: return nil
    }
  }

  private func whiteSpace(before end: Int, after start: Int) -> Int? {
    for length in 1...3 where end - length >= start {
      if let n = whiteSpace(at: end - length), n == length { return n }
    }
    return nil
  }
}
