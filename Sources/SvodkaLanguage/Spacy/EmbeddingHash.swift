/// MurmurHash3 (x64, 128 bits; Austin Appleby, public domain) of one 64-bit key, by which Thinc's hashed embeddings choose rows.
enum EmbeddingHash {
  /// The four 32-bit words of the hash.
  static func words(of key: UInt64, seed: UInt32) -> (UInt32, UInt32, UInt32, UInt32) {
    var h1 = key &* 0x87C3_7B91_1142_53D5
    h1 = (h1 << 31 | h1 >> 33) &* 0x4CF5_AD43_2745_937F
    h1 ^= UInt64(seed) ^ 8
    var h2 = UInt64(seed) ^ 8
    h1 &+= h2
    h2 &+= h1
    h1 = finished(h1)
    h2 = finished(h2)
    h1 &+= h2
    h2 &+= h1
    return (
      UInt32(truncatingIfNeeded: h1), UInt32(truncatingIfNeeded: h1 >> 32), UInt32(truncatingIfNeeded: h2),
      UInt32(truncatingIfNeeded: h2 >> 32)
    )
  }

  private static func finished(_ hash: UInt64) -> UInt64 {
    var hash = hash
    hash ^= hash >> 33
    hash &*= 0xFF51_AFD7_ED55_8CCD
    hash ^= hash >> 33
    hash &*= 0xC4CE_B9FE_1A85_EC53
    return hash ^ hash >> 33
  }
}
