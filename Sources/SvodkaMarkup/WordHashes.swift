import SvodkaKit

/// Hashed words and runs of words, as texts are compared with one another.
package enum WordHashes {
  /// By what a hash is multiplied for each byte; a function of another module for every byte would be slow.
  static let prime = StableHash.adding(1, to: 0)

  /// The hash of some bytes (FNV-1a, 64 bits).
  static func hash(_ bytes: ArraySlice<UInt8>) -> UInt64 { bytes.withUnsafeBufferPointer { hash($0) } }

  static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    let prime = prime
    var hash = StableHash.start
    for index in bytes.indices { hash = (hash ^ UInt64(bytes[index])) &* prime }
    return hash
  }

  /// A hash to know some bytes again by, eight at a time.
  static func quick(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    let raw = UnsafeRawBufferPointer(bytes)
    var hash = StableHash.start ^ UInt64(bytes.count)
    var index = 0
    while index + 8 <= raw.count {
      hash = (hash ^ raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)) &* 0x9E37_79B9_7F4A_7C15
      hash ^= hash >> 29
      index += 8
    }
    var rest: UInt64 = 0
    for byte in raw[index...] { rest = rest << 8 | UInt64(byte) }
    hash = (hash ^ rest) &* 0x9E37_79B9_7F4A_7C15
    return hash ^ hash >> 32
  }

  /// The words of a text.
  package static func words(of text: String) -> [UInt64] { TextShape(Array(text.utf8)).hashes }
  /// All runs of `n` words; of a shorter text one of all its words.
  package static func runs(_ hashes: [UInt64], _ n: Int) -> [UInt64] { TextShape.shingles(hashes, n) }
}
