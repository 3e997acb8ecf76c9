import CSvodkaICU

/// The characters of a single-byte charset, from ICU's table.
struct CharsetTable: Sendable {
  /// The name as `DecodedText.encoding` gives it.
  let name: String
  /// The UTF-16 unit of each byte, U+FFFD for those that stand for nothing.
  let units: [UInt16]

  /// Nil when ICU knows no such charset of single bytes.
  init?(_ name: String) {
    var units = [UInt16](repeating: 0xFFFD, count: 256)
    guard svodka_charset_table(name, &units) == 0 else { return nil }
    self.name = name
    self.units = units
  }

  /// Decodes bytes; one pass, no intermediate UTF-16.
  func decode(_ bytes: ArraySlice<UInt8>) -> (text: String, replaced: Int) {
    var utf8: [UInt8] = []
    utf8.reserveCapacity(bytes.count * 2)
    var replaced = 0
    for byte in bytes {
      if byte < 0x80 {
        utf8.append(byte)
        continue
      }
      let unit = units[Int(byte)]
      if unit == 0xFFFD { replaced += 1 }
      if unit < 0x80 {
        utf8.append(UInt8(truncatingIfNeeded: unit))
      } else if unit < 0x800 {
        utf8.append(0xC0 | UInt8(truncatingIfNeeded: unit >> 6))
        utf8.append(0x80 | UInt8(truncatingIfNeeded: unit & 0x3F))
      } else {
        utf8.append(0xE0 | UInt8(truncatingIfNeeded: unit >> 12))
        utf8.append(0x80 | UInt8(truncatingIfNeeded: unit >> 6 & 0x3F))
        utf8.append(0x80 | UInt8(truncatingIfNeeded: unit & 0x3F))
      }
    }
    return (String(decoding: utf8, as: UTF8.self), replaced)
  }
}
