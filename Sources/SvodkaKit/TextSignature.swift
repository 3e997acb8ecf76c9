/// What a text is recognised by though some words were changed: a fingerprint of fixed size that two texts can be compared
/// with, when the texts themselves are gone.
///
/// Texts are compared by the runs of four words that they share (Broder, "On the resemblance and containment of
/// documents", 1997): each keeps the least values of 96 hash functions over its runs, and the share of equal values
/// estimates the share of common runs, with a standard error of 0.05 at most. Sixteen bits are kept of each value (Li and
/// König, "b-Bit minwise hashing", 2010). Case, punctuation and white space do not count.
///
/// It is made for summaries: 192 bytes, written as 256 characters.
public struct TextSignature: Sendable, Hashable {
  /// The least values; none for a text too short to be recognised.
  let values: [UInt16]

  static let count = 96
  /// Texts of fewer words share too little to be told apart.
  static let leastWords = 12
  private static let run = 4

  /// Reads a text; nil where it has fewer than 12 words, by which nothing is recognised.
  public init?(_ text: String) {
    let words = Self.words(text)
    guard words.count >= Self.leastWords else { return nil }
    var least = [UInt64](repeating: .max, count: Self.count)
    least.withUnsafeMutableBufferPointer { least in
      for start in 0...(words.count - Self.run) {
        let run = words[start..<(start + Self.run)].reduce(0x51_7CC1_B727_220A) {
          (($0 << 5 | $0 >> 59) ^ $1) &* 0x9E37_79B9_7F4A_7C15
        }
        // Each function mixes with a seed of its own (SplitMix64).
        var seed: UInt64 = 0x9E37_79B9_7F4A_7C15
        for index in least.indices {
          seed &+= 0x9E37_79B9_7F4A_7C15
          var mixed = (run ^ seed) &* 0xBF58_476D_1CE4_E5B9
          mixed = (mixed ^ (mixed >> 29)) &* 0x94D0_49BB_1331_11EB
          if mixed < least[index] { least[index] = mixed }
        }
      }
    }
    // The low bits: the high ones of a least value are all nought.
    values = least.map { UInt16(truncatingIfNeeded: $0 ^ $0 >> 32) }
  }

  /// The estimated share of runs of words that two texts have in common, from 0 to 1.
  public func resemblance(to other: TextSignature) -> Double {
    Double(equalValues(other)) / Double(Self.count)
  }

  func equalValues(_ other: TextSignature) -> Int {
    zip(values, other.values).reduce(0) { $0 + ($1.0 == $1.1 ? 1 : 0) }
  }

  /// The words of a text, hashed: letters and digits of all scripts, Latin and Cyrillic ones without their case.
  private static func words(_ text: String) -> [UInt64] {
    var words: [UInt64] = []
    var (hash, length) = (StableHash.start, 0)
    func close() {
      if length > 0 { words.append(hash) }
      (hash, length) = (StableHash.start, 0)
    }
    var text = text
    text.withUTF8 { bytes in
      var index = 0
      while index < bytes.count {
        var byte = bytes[index]
        switch byte {
        case 0x41...0x5A: byte += 0x20
        case 0x30...0x39, 0x61...0x7A: break
        case 0..<0x80, 0xC2:
          index += byte < 0x80 ? 1 : 2
          close()
          continue
        case 0xE2:
          index += 3
          close()
          continue
        case 0xD0 where index + 1 < bytes.count:
          // А to Я and Ё and its like; ё is written е as often as not.
          let second = bytes[index + 1]
          let (lead, low): (UInt8, UInt8) =
            switch second {
            case 0x81: (0xD0, 0xB5)
            case 0x90...0x9F: (0xD0, second + 0x20)
            case 0xA0...0xAF: (0xD1, second - 0x20)
            case 0x80...0x8F: (0xD1, second + 0x10)
            default: (byte, second)
            }
          hash = StableHash.adding(low, to: StableHash.adding(lead, to: hash))
          length += 2
          index += 2
          continue
        case 0xD1 where index + 1 < bytes.count && bytes[index + 1] == 0x91:
          hash = StableHash.adding(0xB5, to: StableHash.adding(0xD0, to: hash))
          length += 2
          index += 2
          continue
        default: break
        }
        hash = StableHash.adding(byte, to: hash)
        length += 1
        index += 1
      }
    }
    close()
    return words
  }
}

extension TextSignature: Codable, CustomStringConvertible {
  /// The signature in 256 characters of Base64, as it is encoded.
  public var description: String {
    Base64.text(values.flatMap { [UInt8(truncatingIfNeeded: $0 >> 8), UInt8(truncatingIfNeeded: $0)] })
  }

  /// Reads what ``description`` wrote; nil for anything else.
  public init?(description: String) {
    guard let bytes = Base64.bytes(description), bytes.count == Self.count * 2 else { return nil }
    values = stride(from: 0, to: bytes.count, by: 2).map { UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1]) }
  }

  /// Encodes the signature as one string.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }

  /// Decodes it from that string.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let read = TextSignature(description: try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "no signature of a text")
    }
    self = read
  }
}
