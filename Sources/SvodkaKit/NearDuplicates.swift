/// Puts texts together that are nearly the same, such as a wire copy on ten sites, by their signatures.
///
/// Only texts that agree in one of 32 bands are compared (Leskovec, Rajaraman and Ullman, "Mining of Massive Datasets",
/// ch. 3), so that a run takes time and memory in proportion to its texts. The answers depend on the order of the texts
/// alone; ``clusters(of:threshold:)`` depends on nothing but the texts.
public struct NearDuplicates: Sendable {
  /// The least share of common runs of words at which two texts are one.
  public let threshold: Double

  private struct Known {
    var signature: TextSignature
    var cluster: String
  }

  private struct Band: Hashable {
    var number: UInt16
    var a, b, c: UInt16
  }

  private var texts: [Known] = []
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
    var compared: Set<Int32> = []
    var best: (equal: Int, index: Int)?
    for key in keys {
      for index in bands[key] ?? [] where compared.insert(index).inserted {
        let equal = signature.equalValues(texts[Int(index)].signature)
        guard Double(equal) >= threshold * Double(values.count) else { continue }
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
