/// The encoding that a page declares in its first bytes: `<meta charset=…>`, `<meta … content="…; charset=…">`,
/// `<?xml … encoding=…?>`. All encodings that can hold a page's declaration agree in the letters of which it is made.
enum DeclaredCharset {
  /// The name as it stands; nil when none is declared in the first 4 KB.
  static func name(in bytes: [UInt8]) -> String? {
    let head = bytes.prefix(4096).map { (0x41...0x5A).contains($0) ? $0 + 0x20 : $0 }
    var tag: Int?
    var index = 0
    while index < head.count {
      switch head[index] {
      case 0x3C: tag = index
      case 0x3E: tag = nil
      case 0x3D:
        if let tag, head[tag...].starts(with: "<meta".utf8) || head[tag...].starts(with: "<?xml".utf8) {
          let before = head[tag..<index].reversed().drop { $0 <= 0x20 }
          if before.starts(with: "charset".utf8.reversed()) || before.starts(with: "encoding".utf8.reversed()) {
            let value = head[(index + 1)...].drop { $0 <= 0x20 || $0 == 0x22 || $0 == 0x27 }
            let name = value.prefix { byte in
              (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte) || [0x2D, 0x5F, 0x2E, 0x3A].contains(byte)
            }
            if !name.isEmpty { return String(decoding: name, as: UTF8.self) }
          }
        }
      default: break
      }
      index += 1
    }
    return nil
  }
}
