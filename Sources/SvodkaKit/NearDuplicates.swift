/// Puts texts together that are nearly the same, such as a wire copy on ten sites, by their signatures.
///
/// Only texts that agree in one of 32 bands are compared (Leskovec, Rajaraman and Ullman, "Mining of Massive Datasets",
/// ch. 3), so that a run takes time and memory in proportion to its texts. The answers depend on the order of the texts
/// alone; ``clusters(of:threshold:)`` depends on nothing but the texts.
public struct NearDuplicates: Sendable {
  /// The least share of common runs of words at which two texts are one.
  public let threshold: Double

  private struct Band: Hashable {
    var number: UInt16
    var a, b, c: UInt16
  }

  private var clusters: [String] = []
  /// The signatures of all texts, one behind the other, four values a word.
  private var words: [UInt64] = []
  /// For which text each was last compared.
  private var compared: [Int32] = []
  private var bands: [Band: [Int32]] = [:]

  private static let rows = 3
  /// A band that very many texts share tells nothing more by its later texts.
  private static let longestList = 64

  /// Makes an index without texts; `threshold` lies between 0 and 1.
  public init(threshold: Double = 0.5) { self.threshold = threshold }

  /// Takes a text in, and names its cluster: the id of the first text of the run that it is nearly the same as, its own id
  /// where there is none. Texts of fewer than 12 words stand alone.
  public mutating func cluster(of text: String, id: String) -> String { cluster(of: TextSignature(text), id: id) }

  /// The same by a text's signature; a text without one stands alone.
  public mutating func cluster(of signature: TextSignature?, id: String) -> String {
    guard let signature else { return id }
    let values = signature.values
    let keys = stride(from: 0, to: values.count, by: Self.rows).map {
      Band(number: UInt16($0), a: values[$0], b: values[$0 + 1], c: values[$0 + 2])
    }
    let own = Int32(clusters.count)
    let words = stride(from: 0, to: values.count, by: 4).map { start in
      values[start..<(start + 4)].reduce(UInt64(0)) { $0 << 16 | UInt64($1) }
    }
    let least = Int((threshold * Double(values.count)).rounded(.up))
    var best: (equal: Int, index: Int)?
    for key in keys {
      for index in bands[key] ?? [] where compared[Int(index)] != own {
        compared[Int(index)] = own
        let equal = equalValues(words, Int(index))
        guard equal >= least else { continue }
        if equal > best?.equal ?? 0 || equal == best?.equal && Int(index) < best?.index ?? 0 {
          best = (equal, Int(index))
        }
      }
    }
    let cluster = best.map { clusters[$0.index] } ?? id
    clusters.append(cluster)
    self.words.append(contentsOf: words)
    compared.append(own)
    for key in keys where (bands[key]?.count ?? 0) < Self.longestList { bands[key, default: []].append(own) }
    return cluster
  }

  /// In how many places the signature of a text that was taken in has the same value: four places at a time.
  private func equalValues(_ signature: [UInt64], _ text: Int) -> Int {
    let (low, high): (UInt64, UInt64) = (0x7FFF_7FFF_7FFF_7FFF, 0x8000_8000_8000_8000)
    let start = text * signature.count
    var equal: UInt64 = 0
    words.withUnsafeBufferPointer { known in
      signature.withUnsafeBufferPointer { own in
        for place in 0..<own.count {
          let difference = own[place] ^ known[start + place]
          // The highest bit of each sixteen is set where any of them is.
          let isOther = ((difference & low) &+ low) | difference
          equal &+= (~isOther & high) >> 15
        }
      }
    }
    return Int((equal &* 0x0001_0001_0001_0001) >> 48)
  }

  /// The clusters of all texts of a summary, whatever the order that they come in: taken in the order of their ids.
  ///
  /// - Returns: for each text, in the order given, the least id of its cluster.
  public static func clusters(
    of texts: [(id: String, signature: TextSignature?)], threshold: Double = 0.5
  ) -> [String] {
    var index = NearDuplicates(threshold: threshold)
    var clusters = [String](repeating: "", count: texts.count)
    let order = texts.indices.sorted {
      texts[$0].id == texts[$1].id ? $0 < $1 : texts[$0].id.utf8.lexicographicallyPrecedes(texts[$1].id.utf8)
    }
    for place in order { clusters[place] = index.cluster(of: texts[place].signature, id: texts[place].id) }
    return clusters
  }
}
