public import SvodkaKit

/// What a model of names makes of each token on its way to its decisions: how far it leans to each type, and the features from
/// which it judges. A classifier that knows the house's conventions goes by it.
///
/// Most tokens are plainly no names; of these nothing is kept.
public struct ModelReadings: Sendable {
  /// The layer.
  public static let layer = Layer<ModelReadings>("model-readings")

  /// How many leanings a token has: to PER, LOC, ORG and to any other label of the model, each over none, in log-odds.
  package static let leanings = EntityType.allCases.count + 1
  /// Tokens that lean to nothing by more than this are not kept.
  package static let least: Float = -6

  /// The pack of the model: numbers of one mean nothing to what was learned on another's.
  package let pack: String
  /// Numbers of a token: its leanings, then the model's features.
  package let width: Int
  /// By token: its row, -1 where none was kept.
  private var rows: [Int32]
  private var values: [Float] = []
  /// By token: the model's own label with its position, as `B-NORP`; empty for none.
  package private(set) var tags: [String]

  package init(pack: String, features: Int, tokens: Int) {
    self.pack = pack
    width = Self.leanings + features
    rows = [Int32](repeating: -1, count: tokens)
    tags = [String](repeating: "", count: tokens)
  }

  /// The numbers of a token; empty where none were kept, and outside the document.
  package subscript(token: Int) -> ArraySlice<Float> {
    guard rows.indices.contains(token) else { return [] }
    let row = Int(rows[token])
    return row < 0 ? [] : values[(row * width)..<((row + 1) * width)]
  }

  /// How far a token leans to the type that it leans to most; minus infinity where nothing was kept.
  func lead(of token: Int) -> Float {
    guard rows[token] >= 0 else { return -.infinity }
    let start = Int(rows[token]) * width
    var most = values[start]
    for k in 1..<EntityType.allCases.count { most = max(most, values[start + k]) }
    return most
  }

  /// Keeps the numbers of a token; of several readings of one token, each token's last one wins but for leanings, of which
  /// the greatest stay.
  mutating func keep(_ leanings: UnsafeBufferPointer<Float>, _ features: UnsafeBufferPointer<Float>, of token: Int) {
    if rows[token] >= 0 {
      let start = Int(rows[token]) * width
      for (k, leaning) in leanings.enumerated() { values[start + k] = max(values[start + k], leaning) }
      for (k, feature) in features.enumerated() { values[start + Self.leanings + k] = feature }
      return
    }
    guard let most = leanings.max(), most > Self.least else { return }
    rows[token] = Int32(values.count / width)
    values.append(contentsOf: leanings)
    values.append(contentsOf: features)
  }

  mutating func tag(_ tokens: Range<Int>, _ label: String) {
    for token in tokens { tags[token] = (token == tokens.lowerBound ? "B-" : "I-") + label }
  }
}
