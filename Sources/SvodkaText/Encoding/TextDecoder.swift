public import SvodkaKit
import SvodkaResources

/// Reads text from bytes whose encoding is declared, declared wrongly, or not declared at all.
///
/// In this order: a byte-order mark; well-formed UTF-8; UTF-16 by the pattern of its bytes; what the declaration and
/// ICU's detector say, as far as the letter pairs of the text so read bear it out. Told are UTF-8, UTF-16 in both orders,
/// windows-1251, KOI8-R, KOI8-U, ISO-8859-5, IBM866, x-mac-cyrillic and windows-1252; other charsets that ICU knows are
/// read when they are declared or when ICU is sure of them.
///
/// Any number of tasks may use one decoder. What is beyond UTF-8 is loaded when it is first needed.
public struct TextDecoder: Sendable {
  private let legacy: LegacyCharsets

  /// Makes a decoder over the shipped tables.
  public init() { self.init(resources: ResourceLoader()) }

  /// Makes a decoder whose table of letter pairs comes from `resources`. Without the table, ICU's detector decides alone.
  public init(resources: any ResourceProvider) { legacy = LegacyCharsets(resources: resources) }

  /// Decodes bytes. Never fails: what cannot be read becomes U+FFFD and is counted.
  ///
  /// - Parameters:
  ///   - bytes: What was read, with its byte-order mark if it has one.
  ///   - declared: The charset that a header or a `<meta>` names, under any alias; it is believed when it is plausible.
  /// - Returns: The text, the encoding it was in, and how much could not be read.
  public func decode(_ bytes: [UInt8], declared: String? = nil) -> DecodedText {
    if let marked = Self.byMark(bytes) { return marked }
    // Before UTF-8: the bytes of UTF-16 are often well-formed UTF-8 with control characters.
    if let big = UTF16Guess.isBigEndian(bytes[...]) { return Self.wide(bytes[...], big: big, bom: false) }
    let utf8 = UTF8Evidence(bytes[...])
    if utf8.invalid == 0, utf8.escapes == 0 || declared == nil { return Self.utf8(bytes[...], bom: false) }
    if utf8.invalid == 0 { return byDeclaration(bytes, declared) ?? Self.utf8(bytes[...], bom: false) }
    let name = declared.flatMap(CharsetConverter.standardName)
    if utf8.isDamagedUTF8(declared: name == "UTF-8") { return Self.utf8(bytes[...], bom: false) }
    if let found = legacy.decode(bytes[...], declared: name) { return found }
    return Self.utf8(bytes[...], bom: false)
  }

  /// Decodes bytes that can be nothing but UTF-8, as JSON is. A byte-order mark is dropped.
  public static func utf8(_ bytes: [UInt8]) -> DecodedText {
    bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? utf8(bytes[3...], bom: true) : utf8(bytes[...], bom: false)
  }

  private static func utf8(_ bytes: ArraySlice<UInt8>, bom: Bool) -> DecodedText {
    let text = String(decoding: bytes, as: UTF8.self)
    // The standard library puts one U+FFFD for each maximal subpart; those that were in the text are no replacements.
    let replaced = replacements(text.utf8) - replacements(bytes)
    return DecodedText(text: text, encoding: "UTF-8", replaced: replaced, bom: bom)
  }

  private static func replacements(_ bytes: some Sequence<UInt8>) -> Int {
    var (count, matched) = (0, 0)
    for byte in bytes {
      switch (matched, byte) {
      case (_, 0xEF): matched = 1
      case (1, 0xBF): matched = 2
      case (2, 0xBD):
        count += 1
        matched = 0
      default: matched = 0
      }
    }
    return count
  }

  private static func wide(_ bytes: ArraySlice<UInt8>, big: Bool, bom: Bool) -> DecodedText {
    let name = big ? "UTF-16BE" : "UTF-16LE"
    let (text, replaced) = CharsetConverter.decode(bytes, from: name) ?? ("", 0)
    return DecodedText(text: text, encoding: name, replaced: replaced, bom: bom)
  }

  private static func byMark(_ bytes: [UInt8]) -> DecodedText? {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return utf8(bytes[3...], bom: true) }
    if bytes.starts(with: [0xFF, 0xFE, 0, 0]), bytes.count % 4 == 0,
      let (text, replaced) = CharsetConverter.decode(bytes[4...], from: "UTF-32LE"), replaced == 0
    {
      return DecodedText(text: text, encoding: "UTF-32LE", replaced: 0, bom: true)
    }
    if bytes.starts(with: [0xFF, 0xFE]) { return wide(bytes[2...], big: false, bom: true) }
    if bytes.starts(with: [0xFE, 0xFF]) { return wide(bytes[2...], big: true, bom: true) }
    return nil
  }

  /// Bytes of ASCII with escape sequences, declared as ISO-2022-JP and the like.
  private func byDeclaration(_ bytes: [UInt8], _ declared: String?) -> DecodedText? {
    guard let name = declared.flatMap(CharsetConverter.standardName), name.hasPrefix("ISO-2022"),
      let (text, replaced) = CharsetConverter.decode(bytes[...], from: name), replaced == 0
    else { return nil }
    return DecodedText(text: text, encoding: name, replaced: 0, bom: false)
  }
}
