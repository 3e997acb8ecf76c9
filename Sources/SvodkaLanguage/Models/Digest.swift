import CSvodkaBytes

/// SHA-256 (FIPS 180-4) of files and sections.
enum Digest {
  /// As 64 lower-case hexadecimal digits.
  static func hex(_ bytes: UnsafeRawBufferPointer) -> String {
    var digits = [CChar](repeating: 0, count: 65)
    svodka_sha256_hex(bytes.bindMemory(to: UInt8.self).baseAddress, UInt64(bytes.count), &digits)
    return String(decoding: digits.prefix(64).map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  static func hex(_ bytes: [UInt8]) -> String { bytes.withUnsafeBytes(hex) }

  /// As 32 bytes.
  static func sha256(_ bytes: UnsafeRawBufferPointer) -> [UInt8] {
    let digits = Array(hex(bytes).utf8)
    func value(_ digit: UInt8) -> UInt8 { digit >= 0x61 ? digit - 0x61 + 10 : digit - 0x30 }
    return stride(from: 0, to: digits.count, by: 2).map { value(digits[$0]) << 4 | value(digits[$0 + 1]) }
  }
}
