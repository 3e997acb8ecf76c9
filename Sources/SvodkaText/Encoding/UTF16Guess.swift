/// Tells UTF-16 without a byte-order mark by which bytes vary: in text, the high bytes hardly do.
enum UTF16Guess {
  /// True for big-endian, false for little-endian, nil when the bytes are no UTF-16 text.
  ///
  /// Needs at least four units. Text of mostly Latin or Cyrillic letters is told, Chinese is not.
  static func isBigEndian(_ bytes: ArraySlice<UInt8>) -> Bool? {
    let sample = Array(bytes.prefix(8192))
    let units = sample.count / 2
    guard units >= 4 else { return nil }
    func plausible(high: UInt8, low: UInt8) -> Bool {
      switch high {
      case 0x00: low >= 0x20 && low != 0x7F || (0x09...0x0D).contains(low)
      case 0x04: true
      case 0x20: low >= 0x10 && low < 0xC0
      case 0x21: low == 0x16 || low == 0x22
      default: false
      }
    }
    var (big, little, zeros) = (0, 0, 0)
    for i in 0..<units {
      let (first, second) = (sample[2 * i], sample[2 * i + 1])
      if plausible(high: first, low: second) { big += 1 }
      if plausible(high: second, low: first) { little += 1 }
      if first == 0 || second == 0 || first == 4 || second == 4 { zeros += 1 }
    }
    guard zeros * 2 > units else { return nil }
    if big * 10 >= units * 9, little * 2 < big { return true }
    if little * 10 >= units * 9, big * 2 < little { return false }
    return nil
  }
}
