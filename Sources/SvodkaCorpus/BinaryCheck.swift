/// Tells bytes that are no text in any encoding: archives, pictures, programs.
enum BinaryCheck {
  /// Looks at the first 8 KB.
  static func isBinary(_ bytes: [UInt8]) -> Bool {
    let head = bytes.prefix(8192)
    if head.isEmpty || hasMark(head) || looksLikeUTF16(head) { return false }
    if opensLikeBinary(head) { return true }
    var odd = 0
    for byte in head {
      if byte == 0 { return true }
      if byte < 0x20, !(0x09...0x0D).contains(byte), byte != 0x1B { odd += 1 }
    }
    return odd * 50 > head.count
  }

  /// A byte-order mark of UTF-8, UTF-16 or UTF-32.
  private static func hasMark(_ head: ArraySlice<UInt8>) -> Bool {
    head.starts(with: [0xEF, 0xBB, 0xBF]) || head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF])
      || head.starts(with: [0, 0, 0xFE, 0xFF])
  }

  /// The first bytes of PDF, PNG, JPEG, GIF, ZIP, ELF, old Office, RAR and 7-Zip files.
  private static func opensLikeBinary(_ head: ArraySlice<UInt8>) -> Bool {
    let marks: [[UInt8]] = [
      [0x25, 0x50, 0x44, 0x46, 0x2D], [0x89, 0x50, 0x4E, 0x47], [0xFF, 0xD8, 0xFF], [0x47, 0x49, 0x46, 0x38],
      [0x50, 0x4B, 3, 4], [0x7F, 0x45, 0x4C, 0x46], [0xD0, 0xCF, 0x11, 0xE0], [0x52, 0x61, 0x72, 0x21, 0x1A],
      [0x37, 0x7A, 0xBC, 0xAF],
    ]
    return marks.contains { head.starts(with: $0) }
  }

  /// UTF-16 without a mark: of Latin and Cyrillic text every second byte is 00, 04 or 20.
  private static func looksLikeUTF16(_ head: ArraySlice<UInt8>) -> Bool {
    guard head.count >= 8 else { return false }
    for parity in 0...1 {
      var (high, all, zeros) = (0, 0, 0)
      for (index, byte) in head.enumerated() where index % 2 == parity {
        all += 1
        if byte == 0 || byte == 0x04 || byte == 0x20 { high += 1 }
        if byte == 0 { zeros += 1 }
      }
      var low = 0
      for (index, byte) in head.enumerated() where index % 2 != parity && byte >= 0x20 || byte == 0x0A || byte == 0x0D {
        low += index % 2 != parity ? 1 : 0
      }
      if zeros > 0, high * 10 >= all * 9, low * 10 >= all * 9 { return true }
    }
    return false
  }
}
