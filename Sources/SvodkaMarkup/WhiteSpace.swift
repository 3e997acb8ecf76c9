/// White space as HTML shows it.
enum WhiteSpace {
  /// The text with every run of white space as one blank, and none at the ends. A no-break space is white space too.
  static func collapsed(_ bytes: [UInt8]) -> String {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    append(bytes[...], to: &out)
    if out.last == 0x20 { out.removeLast() }
    return String(decoding: out, as: UTF8.self)
  }

  /// Appends text, so that a run of white space becomes one blank; `out` gets no blank at its start or behind a line end.
  static func append(_ bytes: ArraySlice<UInt8>, to out: inout [UInt8]) {
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let byte = bytes[index]
      var length = 0
      switch byte {
      case 0x20, 0x09...0x0D: length = 1
      case 0xC2 where index + 1 < bytes.endIndex && bytes[index + 1] == 0xA0: length = 2
      // Zero-width space, word joiner, soft marks of direction.
      case 0xE2
      where index + 2 < bytes.endIndex && bytes[index + 1] == 0x80 && (0x8B...0x8F).contains(bytes[index + 2]):
        index += 3
        continue
      case 0xEF where index + 2 < bytes.endIndex && bytes[index + 1] == 0xBB && bytes[index + 2] == 0xBF:
        index += 3
        continue
      // Soft hyphen: it would cut words in two.
      case 0xC2 where index + 1 < bytes.endIndex && bytes[index + 1] == 0xAD:
        index += 2
        continue
      default: break
      }
      if length == 0 {
        out.append(byte)
        index += 1
      } else {
        if let last = out.last, last != 0x20, last != 0x0A { out.append(0x20) }
        index += length
      }
    }
  }
}
