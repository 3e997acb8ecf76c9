/// Hashes that are the same in every run and on every machine, which those of `Hasher` are not: FNV-1a, 64 bits
/// (Fowler, Noll and Vo; the constants are theirs).
package enum StableHash {
  /// The hash of nothing.
  @inlinable package static var start: UInt64 { 0xCBF2_9CE4_8422_2325 }

  /// The hash of what was hashed before and one byte more.
  @inlinable package static func adding(_ byte: UInt8, to hash: UInt64) -> UInt64 {
    (hash ^ UInt64(byte)) &* 0x100_0000_01B3
  }

  /// The hash of what was hashed before and more bytes.
  @inlinable package static func adding(_ bytes: some Sequence<UInt8>, to hash: UInt64) -> UInt64 {
    bytes.reduce(hash) { adding($1, to: $0) }
  }

  /// The hash of bytes.
  @inlinable package static func fnv1a(_ bytes: some Sequence<UInt8>) -> UInt64 { adding(bytes, to: start) }
}
