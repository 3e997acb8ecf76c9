import SvodkaKit

/// Hashed words and runs of words, as texts are compared with one another.
package enum WordHashes {
  /// The hash of some bytes (FNV-1a, 64 bits).
  static func hash(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    bytes.withUnsafeBufferPointer { StableHash.fnv1a($0) }
  }

  /// The words of a text.
  package static func words(of text: String) -> [UInt64] { TextShape(Array(text.utf8)).hashes }
  /// All runs of `n` words; of a shorter text one of all its words.
  package static func runs(_ hashes: [UInt64], _ n: Int) -> [UInt64] { TextShape.shingles(hashes, n) }
}
