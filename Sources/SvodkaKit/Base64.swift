/// Bytes as Base64 writes them (RFC 4648, the alphabet of its section 4).
package enum Base64 {
  private static let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
  /// The number of a digit; 64 where the byte is none.
  private static let numbers: [UInt8] = {
    var numbers = [UInt8](repeating: 64, count: 256)
    for (number, digit) in digits.enumerated() { numbers[Int(digit)] = UInt8(number) }
    return numbers
  }()

  /// Four digits for every three bytes, filled up with `=`.
  package static func text(_ bytes: [UInt8]) -> String {
    var out: [UInt8] = []
    out.reserveCapacity((bytes.count + 2) / 3 * 4)
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let part = bytes[start..<min(start + 3, bytes.count)]
      var bits = part.reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
      bits <<= UInt32(8 * (3 - part.count))
      for place in 0..<4 {
        out.append(place <= part.count ? digits[Int(bits >> UInt32(18 - 6 * place) & 63)] : UInt8(ascii: "="))
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// What ``text(_:)`` wrote; nil for anything else.
  package static func bytes(_ text: String) -> [UInt8]? {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count / 4 * 3)
    var (bits, count, filled) = (UInt32(0), 0, 0)
    for byte in text.utf8 {
      let number = numbers[Int(byte)]
      if byte == UInt8(ascii: "=") {
        filled += 1
      } else if number == 64 || filled > 0 {
        return nil
      }
      (bits, count) = (bits << 6 | UInt32(number & 63), count + 1)
      guard count == 4 else { continue }
      guard filled < 3 else { return nil }
      for place in 0..<(3 - filled) { bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(16 - 8 * place))) }
      (bits, count) = (0, 0)
    }
    return count == 0 ? bytes : nil
  }
}
