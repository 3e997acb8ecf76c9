import SvodkaMarkup

/// Finds texts of a run that are nearly the same, such as a wire copy on ten sites.
///
/// Texts are compared by the runs of four words that they share (Broder, "On the resemblance and containment of
/// documents", 1997): each keeps the least values of 96 hash functions over its runs, and the share of equal values
/// estimates the share of common runs. Only texts that agree in one of 32 bands are compared (Leskovec, Rajaraman and
/// Ullman, "Mining of Massive Datasets", ch. 3), so that a run takes time and memory in proportion to its texts.
///
/// The answers depend on the order of the texts alone.
public struct NearDuplicates: Sendable {
  /// The least share of common runs of words at which two texts are one.
  public let threshold: Double

  private struct Known {
    var signature: [UInt32]
    var cluster: String
  }

  private struct Band: Hashable {
    var number: Int
    var a, b, c: UInt32
  }

  private var texts: [Known] = []
  private var bands: [Band: [Int32]] = [:]

  private static let rows = 3
  private static let count = 96
  /// Shorter texts share too little to be told apart.
  private static let leastWords = 12
  /// A band that very many texts share tells nothing more by its later texts.
  private static let longestList = 64

  /// Makes an index without texts; `threshold` lies between 0 and 1.
  public init(threshold: Double = 0.5) { self.threshold = threshold }

  /// Takes a text in, and names its cluster: the id of the first text of the run that it is nearly the same as, its own id
  /// where there is none. Texts of fewer than 12 words stand alone.
  public mutating func cluster(of text: String, id: String) -> String {
    let words = WordHashes.words(of: text.lowercased())
    guard words.count >= Self.leastWords else { return id }
    let signature = Self.signature(WordHashes.runs(words, 4))
    let keys = stride(from: 0, to: Self.count, by: Self.rows).map {
      Band(number: $0, a: signature[$0], b: signature[$0 + 1], c: signature[$0 + 2])
    }
    var compared: Set<Int32> = []
    var best: (equal: Int, index: Int)?
    for key in keys {
      for index in bands[key] ?? [] where compared.insert(index).inserted {
        let other = texts[Int(index)].signature
        let equal = signature.indices.reduce(0) { $0 + (signature[$1] == other[$1] ? 1 : 0) }
        guard Double(equal) >= threshold * Double(Self.count) else { continue }
        if equal > best?.equal ?? 0 || equal == best?.equal && Int(index) < best?.index ?? 0 {
          best = (equal, Int(index))
        }
      }
    }
    let cluster = best.map { texts[$0.index].cluster } ?? id
    let index = Int32(texts.count)
    texts.append(Known(signature: signature, cluster: cluster))
    for key in keys where (bands[key]?.count ?? 0) < Self.longestList { bands[key, default: []].append(index) }
    return cluster
  }

  /// The least value of each hash function: a run is mixed with the function's own seed (SplitMix64).
  private static func signature(_ runs: [UInt64]) -> [UInt32] {
    var least = [UInt32](repeating: .max, count: count)
    for run in runs {
      var seed: UInt64 = 0x9E37_79B9_7F4A_7C15
      for index in 0..<count {
        seed &+= 0x9E37_79B9_7F4A_7C15
        var mixed = (run ^ seed) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 29)) &* 0x94D0_49BB_1331_11EB
        let value = UInt32(truncatingIfNeeded: mixed >> 32)
        if value < least[index] { least[index] = value }
      }
    }
    return least
  }
}
