/// The form by which lexicons look a word up.
public enum TokenKey {
  /// Lowercase, ё as е, every apostrophe as `'`, every hyphen as `-`; a letter followed by a combining breve or diaeresis is composed first.
  public static func key(_ word: String) -> String { make(Array(word.utf8)[...]).key }

  static func make(_ bytes: ArraySlice<UInt8>) -> (key: String, shape: Token.Shape) {
    var upper = 0
    var lower = 0
    var firstIsUpper = false
    var seen = 0
    var plain = true
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    var i = bytes.startIndex
    while i < bytes.endIndex {
      let byte = bytes[i]
      if byte < 0x80 {
        let isUpper = (0x41...0x5A).contains(byte)
        if isUpper { upper += 1 } else if (0x61...0x7A).contains(byte) { lower += 1 }
        if seen == 0 { firstIsUpper = isUpper }
        out.append(isUpper ? byte + 0x20 : byte)
        i += 1
      } else if byte == 0xD0 || byte == 0xD1, i + 1 < bytes.endIndex {
        // Cyrillic: U+0400…U+047F.
        let value = UInt32(byte & 0x1F) << 6 | UInt32(bytes[i + 1] & 0x3F)
        let (folded, isUpper) = foldCyrillic(value)
        if isUpper { upper += 1 } else { lower += 1 }
        if seen == 0 { firstIsUpper = isUpper }
        out.append(UInt8(0xC0 | folded >> 6))
        out.append(UInt8(0x80 | folded & 0x3F))
        i += 2
      } else {
        plain = false
        break
      }
      seen += 1
    }
    if plain { return (String(decoding: out, as: UTF8.self), shape(upper, lower, firstIsUpper)) }
    return other(String(decoding: bytes, as: UTF8.self))
  }

  private static func foldCyrillic(_ value: UInt32) -> (UInt32, isUpper: Bool) {
    switch value {
    case 0x401: (0x435, true)
    case 0x451: (0x435, false)
    case 0x400...0x40F: (value + 0x50, true)
    case 0x410...0x42F: (value + 0x20, true)
    case 0x430...0x45F: (value, false)
    default: value % 2 == 0 ? (value + 1, true) : (value, false)
    }
  }

  private static func shape(_ upper: Int, _ lower: Int, _ firstIsUpper: Bool) -> Token.Shape {
    if upper + lower == 0 { return .none }
    if upper == 0 { return .lower }
    if lower == 0 { return upper > 1 ? .upper : .title }
    return firstIsUpper && upper == 1 ? .title : .mixed
  }

  /// Words outside ASCII and Cyrillic, by the standard library's tables.
  private static func other(_ word: String) -> (key: String, shape: Token.Shape) {
    var (upper, lower, first) = (0, 0, true)
    var firstIsUpper = false
    var composed = ""
    for scalar in word.unicodeScalars {
      if scalar.properties.isUppercase { upper += 1 } else if scalar.properties.isLowercase { lower += 1 }
      if first { firstIsUpper = scalar.properties.isUppercase }
      first = false
      switch scalar.value {
      case 0x2019, 0x02BC, 0x2018: composed.append("'")
      case 0x2010, 0x2011: composed.append("-")
      case 0x0306 where composed.last == "и": composed.replaceLast(with: "й")
      case 0x0306 where composed.last == "И": composed.replaceLast(with: "й")
      case 0x0308 where composed.last == "е" || composed.last == "Е": continue
      case 0x0301: continue
      default: composed.unicodeScalars.append(scalar)
      }
    }
    var key = ""
    for character in composed.lowercased() { key.append(character == "ё" ? "е" : character) }
    return (key, shape(upper, lower, firstIsUpper))
  }
}

extension String {
  fileprivate mutating func replaceLast(with character: Character) {
    removeLast()
    append(character)
  }
}
