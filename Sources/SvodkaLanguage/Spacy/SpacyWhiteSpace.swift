/// Walks through a text as spaCy does: stretches of white space and of all else, where one blank between two stretches belongs to
/// neither.
enum SpacyWhiteSpace {
  /// Calls `body` for every stretch, with whether a blank of its own follows it.
  @inline(__always)
  static func forEachStretch(
    in bytes: UnsafeBufferPointer<UInt8>, _ body: (_ range: Range<Int>, _ hasSpaceAfter: Bool) -> Void
  ) {
    var start = 0
    var i = 0
    var isInSpace = bytes.isEmpty ? false : space(bytes, 0).isSpace
    while i < bytes.count {
      let (isSpace, length) = space(bytes, i)
      if isSpace != isInSpace {
        let isBlank = bytes[i] == 0x20
        if start < i { body(start..<i, isBlank) }
        start = isBlank ? i + 1 : i
        isInSpace = isSpace
      }
      i += length
    }
    if start < bytes.count { body(start..<bytes.count, false) }
  }

  @inline(__always)
  private static func space(_ bytes: UnsafeBufferPointer<UInt8>, _ i: Int) -> (isSpace: Bool, length: Int) {
    let byte = bytes[i]
    if byte < 0x80 { return (byte == 0x20 || PythonText.isSpace(UInt32(byte)), 1) }
    if byte < 0xC2 || byte > 0xE3 { return (false, byte < 0xF0 ? (byte < 0xE0 ? 2 : 3) : 4) }
    let (scalar, length) = ScalarClasses.decode(bytes, i)
    return (PythonText.isSpace(scalar), length)
  }
}
