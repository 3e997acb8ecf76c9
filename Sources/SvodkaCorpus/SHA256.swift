import CSvodkaBytes

/// SHA-256 (FIPS 180-4), through libmd.
public enum SHA256 {
  /// The hash as 64 lower-case hexadecimal digits.
  public static func hex(_ bytes: [UInt8]) -> String {
    var digits = [CChar](repeating: 0, count: 65)
    bytes.withUnsafeBufferPointer { svodka_sha256_hex($0.baseAddress, UInt64($0.count), &digits) }
    return String(decoding: digits.prefix(64).map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// The first 16 bytes of the hash, enough to know ids again.
  public static func prefix(_ bytes: [UInt8]) -> SIMD2<UInt64> {
    let digits = hex(bytes)
    let middle = digits.utf8.index(digits.startIndex, offsetBy: 16)
    let end = digits.utf8.index(digits.startIndex, offsetBy: 32)
    return SIMD2(UInt64(digits[..<middle], radix: 16) ?? 0, UInt64(digits[middle..<end], radix: 16) ?? 0)
  }
}
