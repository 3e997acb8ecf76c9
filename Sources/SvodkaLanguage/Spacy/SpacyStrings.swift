import SvodkaKit

/// The numbers that spaCy 3 gives to strings: a table of its own words, and a hash for all others.
struct SpacyStrings: Sendable {
  private let symbols: [ExactString: UInt64]

  /// Reads `Tables/spacy.symbols.tsv`.
  init(resources: any ResourceProvider) throws(AnalysisError) {
    var symbols: [ExactString: UInt64] = [:]
    for (word, number) in try PairTable.read("Tables/spacy.symbols.tsv", resources) {
      symbols[ExactString(word)] = UInt64(number)
    }
    self.symbols = symbols
  }

  /// The number of a string; the empty one has 0.
  func number(of string: String) -> UInt64 {
    if string.isEmpty { return 0 }
    if let symbol = symbols[ExactString(string)] { return symbol }
    var string = string
    return string.withUTF8 { Self.hash(UnsafeRawBufferPointer($0)) }
  }

  /// MurmurHash64A by Austin Appleby (public domain), with the seed 1.
  static func hash(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    let multiplier: UInt64 = 0xc6a4_a793_5bd1_e995
    var hash: UInt64 = 1 ^ (UInt64(bytes.count) &* multiplier)
    var i = 0
    while i + 8 <= bytes.count {
      var word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: i, as: UInt64.self)) &* multiplier
      word ^= word >> 47
      hash = (hash ^ (word &* multiplier)) &* multiplier
      i += 8
    }
    if i < bytes.count {
      var rest: UInt64 = 0
      for (place, byte) in bytes[i...].enumerated() { rest |= UInt64(byte) << UInt64(8 * place) }
      hash = (hash ^ rest) &* multiplier
    }
    hash = (hash ^ (hash >> 47)) &* multiplier
    return hash ^ (hash >> 47)
  }
}
