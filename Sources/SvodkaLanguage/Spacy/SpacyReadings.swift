import SvodkaKit

/// What a pipeline makes of its tokens on the way to names, said of the tokens of the layer.
struct SpacyReadings {
  private(set) var kept: ModelReadings
  private let projection: SpacyProjection
  /// By label of the model, the leaning that it counts for.
  private let columns: [Int]

  init(of model: SpacyNames, types: SpacyEntityTypes, projection: SpacyProjection, tokens: Int) {
    kept = ModelReadings(pack: model.packName, features: SpacyNames.features, tokens: tokens)
    self.projection = projection
    columns = model.labels.map { types[$0]?.column ?? ModelReadings.leanings - 1 }
  }

  mutating func keep(_ token: Int, features: UnsafePointer<Float>, scores: UnsafePointer<Float>) {
    guard let owner = projection.owner(token) else { return }
    let count = columns.count
    withUnsafeTemporaryAllocation(of: Float.self, capacity: ModelReadings.leanings) { leanings in
      leanings.initialize(repeating: -.infinity)
      for label in 0..<count {
        // Begin and unit.
        leanings[columns[label]] = max(leanings[columns[label]], max(scores[label], scores[label + count]))
      }
      for k in leanings.indices { leanings[k] -= scores[2 * count] }
      kept.keep(
        UnsafeBufferPointer(leanings), UnsafeBufferPointer(start: features, count: SpacyNames.features), of: owner)
    }
  }

  mutating func tag(_ tokens: Range<Int>, _ label: String) {
    let owners = tokens.compactMap { projection.owner($0) }
    guard let first = owners.first, let last = owners.last else { return }
    kept.tag(first..<(last + 1), label)
  }
}
