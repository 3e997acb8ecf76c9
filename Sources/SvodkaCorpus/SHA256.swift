import CSvodkaBytes

/// SHA-256 (FIPS 180-4), through libmd.
public enum SHA256 {
  /// The hash as 64 lower-case hexadecimal digits.
  public static func hex(_ bytes: [UInt8]) -> String {
    var digits = [CChar](repeating: 0, count: 65)
    bytes.withUnsafeBufferPointer { svodka_sha256_hex($0.baseAddress, UInt64($0.count), &digits) }
    return String(decoding: digits.prefix(64).map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
