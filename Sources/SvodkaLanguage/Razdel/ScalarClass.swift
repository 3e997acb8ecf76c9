/// What a Unicode scalar is to the Russian tokenizer.
enum ScalarClass: UInt8, Sendable {
  case space, cyrillic, latin, digit, mark, other
}

/// Reads scalars out of UTF-8 and says what they are: by a table where a byte is enough, by arithmetic for Cyrillic, by the
/// properties of the standard library elsewhere.
struct ScalarClasses: Sendable {
  private let ascii: [ScalarClass]
  private let marks: Set<UInt32>

  /// `marks` are the characters that stand as tokens of their own.
  init(marks: String) {
    let marks = Set(marks.unicodeScalars.map(\.value))
    self.marks = marks
    ascii = (0..<128).map { value -> ScalarClass in
      switch value {
      case 0x09...0x0D, 0x1C...0x20: .space
      case 0x30...0x39: .digit
      case 0x41...0x5A, 0x61...0x7A: .latin
      default: marks.contains(UInt32(value)) ? .mark : .other
      }
    }
  }

  /// The class of the scalar that starts at `i`, and its length in bytes.
  @inline(__always)
  func read(_ bytes: UnsafeBufferPointer<UInt8>, _ i: Int) -> (ScalarClass, Int) {
    let byte = bytes[i]
    if byte < 0x80 { return (ascii[Int(byte)], 1) }
    // U+0410…U+043F are D0 90…BF, U+0440…U+044F are D1 80…8F; Ё and ё are D0 81 and D1 91.
    if byte == 0xD0 { return bytes[i + 1] >= 0x90 || bytes[i + 1] == 0x81 ? (.cyrillic, 2) : (.other, 2) }
    if byte == 0xD1 { return bytes[i + 1] <= 0x8F || bytes[i + 1] == 0x91 ? (.cyrillic, 2) : (.other, 2) }
    let (scalar, length) = Self.decode(bytes, i)
    return (slowClass(scalar), length)
  }

  /// The scalar that starts at `i`, and its length in bytes; the text is well formed.
  @inline(__always)
  static func decode(_ bytes: UnsafeBufferPointer<UInt8>, _ i: Int) -> (UInt32, Int) {
    let byte = UInt32(bytes[i])
    if byte < 0x80 { return (byte, 1) }
    if byte < 0xE0 { return ((byte & 0x1F) << 6 | UInt32(bytes[i + 1] & 0x3F), 2) }
    let second = UInt32(bytes[i + 1] & 0x3F)
    let third = UInt32(bytes[i + 2] & 0x3F)
    if byte < 0xF0 { return ((byte & 0x0F) << 12 | second << 6 | third, 3) }
    return ((byte & 0x07) << 18 | second << 12 | third << 6 | UInt32(bytes[i + 3] & 0x3F), 4)
  }

  @inline(never)
  private func slowClass(_ value: UInt32) -> ScalarClass {
    if marks.contains(value) { return .mark }
    switch value {
    // What case folding takes for one of а…я or a…z.
    case 0x1C80...0x1C86: return .cyrillic
    case 0x130, 0x131, 0x17F, 0x212A: return .latin
    default: break
    }
    if Self.isSpace(value) { return .space }
    return Unicode.Scalar(value)?.properties.generalCategory == .decimalNumber ? .digit : .other
  }

  /// White space, and the zero-width marks that stand for none.
  static func isSpace(_ value: UInt32) -> Bool {
    switch value {
    case 0x09...0x0D, 0x1C...0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200B, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000, 0xFEFF:
      true
    default: false
    }
  }
}
