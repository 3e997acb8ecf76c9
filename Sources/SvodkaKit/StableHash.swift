/// Hashes that are the same in every run and on every machine, which those of `Hasher` are not.
package enum StableHash {
  /// FNV-1a, 64 bits.
  @inlinable package static func fnv1a(_ bytes: some Sequence<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return hash
  }
}
