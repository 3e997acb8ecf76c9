import CSvodkaBytes

/// SHA-256 (FIPS 180-4), through libmd: by it files, models and texts are known again.
public enum SHA256 {
  /// The 32 bytes of the hash.
  public static func bytes(_ bytes: UnsafeRawBufferPointer) -> [UInt8] {
    var hash = [UInt8](repeating: 0, count: 32)
    svodka_sha256(bytes.bindMemory(to: UInt8.self).baseAddress, UInt64(bytes.count), &hash)
    return hash
  }

  /// The 32 bytes of the hash.
  public static func bytes(_ bytes: [UInt8]) -> [UInt8] { bytes.withUnsafeBytes { Self.bytes($0) } }

  /// The hash as 64 lower-case hexadecimal digits.
  public static func hex(_ bytes: UnsafeRawBufferPointer) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: Self.bytes(bytes).flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }

  /// The hash as 64 lower-case hexadecimal digits.
  public static func hex(_ bytes: [UInt8]) -> String { bytes.withUnsafeBytes { hex($0) } }

  /// The first 16 bytes of the hash, enough to know ids again.
  public static func prefix(_ bytes: [UInt8]) -> SIMD2<UInt64> {
    let hash = Self.bytes(bytes)
    func word(_ start: Int) -> UInt64 { hash[start..<(start + 8)].reduce(0) { $0 << 8 | UInt64($1) } }
    return SIMD2(word(0), word(8))
  }
}
