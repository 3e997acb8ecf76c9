import SvodkaKit

/// Which row of the word vectors a word has.
struct SpacyVectors: Sendable {
  // Sorted keys and their rows, which lie in the mapped pack.
  private nonisolated(unsafe) let keys: UnsafeBufferPointer<UInt64>
  private nonisolated(unsafe) let rows: UnsafeBufferPointer<Int32>
  private let pack: ModelPack
  /// The number of vectors.
  let count: Int

  init(_ pack: ModelPack) throws(AnalysisError) {
    self.pack = pack
    keys = try pack.array("vectors.keys", of: UInt64.self)
    rows = try pack.array("vectors.rows", of: Int32.self, count: keys.count)
    let count = Int(try pack.array("vectors.count", of: UInt32.self, count: 1)[0])
    self.count = count
    guard rows.allSatisfy({ $0 >= 0 && $0 < count }) else {
      throw ModelPack.refused(pack.path, "a word vector is missing")
    }
  }

  /// The row of a word by its number; nil for one without a vector.
  func row(of key: UInt64) -> Int? {
    let place = keys.firstPlace { $0 >= key }
    return place < keys.count && keys[place] == key ? Int(rows[place]) : nil
  }
}
