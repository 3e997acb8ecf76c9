/// How much of some bytes is UTF-8.
struct UTF8Evidence {
  /// Well-formed sequences of two bytes and more.
  private(set) var sequences = 0
  /// Maximal subparts of ill-formed sequences.
  private(set) var invalid = 0
  /// Escape characters, by which ISO 2022 switches charsets.
  private(set) var escapes = 0

  /// Walks over the bytes once (Unicode Standard, table 3-7).
  init(_ bytes: ArraySlice<UInt8>) {
    var i = bytes.startIndex
    while i < bytes.endIndex {
      let lead = bytes[i]
      i += 1
      if lead < 0x80 {
        if lead == 0x1B { escapes += 1 }
        continue
      }
      var (low, high): (UInt8, UInt8) = (0x80, 0xBF)
      let trail: Int
      switch lead {
      case 0xC2...0xDF: trail = 1
      case 0xE0: (trail, low) = (2, 0xA0)
      case 0xED: (trail, high) = (2, 0x9F)
      case 0xE1...0xEF: trail = 2
      case 0xF0: (trail, low) = (3, 0x90)
      case 0xF4: (trail, high) = (3, 0x8F)
      case 0xF1...0xF3: trail = 3
      default:
        invalid += 1
        continue
      }
      var missing = trail
      while missing > 0, i < bytes.endIndex, bytes[i] >= low, bytes[i] <= high {
        (low, high) = (0x80, 0xBF)
        i += 1
        missing -= 1
      }
      if missing == 0 { sequences += 1 } else { invalid += 1 }
    }
  }

  /// True when it is UTF-8 with some damage: no other encoding makes so many well-formed sequences by chance.
  func isDamagedUTF8(declared: Bool) -> Bool {
    sequences > 0 && sequences >= invalid * (declared ? 2 : 8)
  }
}
