import SvodkaKit
import SvodkaText

/// Bytes to text, and what is no text at all.
enum Decoding {
  /// Decodes a page or a text before anything else looks at it.
  ///
  /// - Throws: `I106` for bytes that are no text.
  static func decode(
    _ raw: RawInput, by decoder: TextDecoder, at location: SourceLocation
  ) throws(AnalysisError) -> (text: String, encoding: String) {
    if TextDecoder.isBinary(raw.bytes) {
      throw AnalysisError(
        .binaryInput, "the file is no text: leave it out, or convert it to text or HTML first", location: location)
    }
    let declared = raw.kind == .html ? DeclaredCharset.name(in: raw.bytes) : nil
    let decoded = decoder.decode(raw.bytes, declared: declared)
    return (decoded.text, decoded.encoding)
  }

  /// A row as well-formed UTF-8, with a warning when bytes had to be replaced.
  static func repaired(
    _ bytes: [UInt8], at location: SourceLocation, warnings: inout [AnalysisError]
  ) -> [UInt8] {
    if String(validating: bytes, as: UTF8.self) != nil { return bytes }
    warnings.append(
      AnalysisError(
        .brokenJSON, "the line is not UTF-8: each invalid byte sequence was replaced by U+FFFD", location: location))
    return Array(String(decoding: bytes, as: UTF8.self).utf8)
  }
}
