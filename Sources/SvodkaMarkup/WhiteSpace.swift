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
    bytes.withUnsafeBufferPointer { append($0, to: &out) }
  }

  private static func append(_ bytes: UnsafeBufferPointer<UInt8>, to out: inout [UInt8]) {
    var index = 0
    while index < bytes.count {
      // A stretch that stays as it is.
      let start = index
      while index < bytes.count, bytes[index] > 0x20, !mayVanish(bytes[index]) { index += 1 }
      if index > start { out.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<index])) }
      guard index < bytes.count else { return }
      let byte = bytes[index]
      switch byte {
      case 0x20, 0x09...0x0D: blank(&out)
      case 0xC2 where index + 1 < bytes.count && bytes[index + 1] == 0xA0:
        blank(&out)
        index += 1
      // Zero-width space, word joiner, soft marks of direction.
      case 0xE2 where index + 2 < bytes.count && bytes[index + 1] == 0x80 && (0x8B...0x8F).contains(bytes[index + 2]):
        index += 2
      case 0xEF where index + 2 < bytes.count && bytes[index + 1] == 0xBB && bytes[index + 2] == 0xBF: index += 2
      // Soft hyphen: it would cut words in two.
      case 0xC2 where index + 1 < bytes.count && bytes[index + 1] == 0xAD: index += 1
      default: out.append(byte)
      }
      index += 1
    }
  }

  private static func mayVanish(_ byte: UInt8) -> Bool { byte == 0xC2 || byte == 0xE2 || byte == 0xEF }

  private static func blank(_ out: inout [UInt8]) {
    if let last = out.last, last != 0x20, last != 0x0A { out.append(0x20) }
  }
}
