extension TextDecoder {
  /// True when the bytes are no text in any encoding: an image, an archive, a program.
  ///
  /// A NUL byte decides, unless the bytes are UTF-16 or UTF-32; so does a known magic number, or more than one control
  /// character in fifty. Only the first 64 KiB are looked at.
  public static func isBinary(_ bytes: [UInt8]) -> Bool {
    for magic in magicNumbers where bytes.starts(with: magic) { return true }
    let marks: [[UInt8]] = [[0xFF, 0xFE], [0xFE, 0xFF], [0xEF, 0xBB, 0xBF]]
    let sample = bytes.prefix(1 << 16)
    if marks.contains(where: { bytes.starts(with: $0) }) { return false }
    if UTF16Guess.isBigEndian(sample) != nil { return false }
    var controls = 0
    for byte in sample {
      if byte == 0 { return true }
      if byte < 0x20, !(0x07...0x0D).contains(byte), byte != 0x1A, byte != 0x1B { controls += 1 }
    }
    return controls * 50 > sample.count
  }

  /// PDF, ZIP, gzip, PNG, GIF, JPEG, ELF, RIFF, MP3 with ID3, 7z, xz, bzip2, Zstandard.
  private static let magicNumbers: [[UInt8]] = [
    Array("%PDF-".utf8), [0x50, 0x4B, 3, 4], [0x1F, 0x8B, 8], [0x89, 0x50, 0x4E, 0x47], Array("GIF8".utf8),
    [0xFF, 0xD8, 0xFF], [0x7F, 0x45, 0x4C, 0x46], Array("RIFF".utf8), [0x49, 0x44, 0x33, 3],
    [0x37, 0x7A, 0xBC, 0xAF], [0xFD, 0x37, 0x7A, 0x58], [0x42, 0x5A, 0x68, 0x39, 0x31], [0x28, 0xB5, 0x2F, 0xFD],
  ]
}
