/// Weights by pairs of pieces, packed as `SpellingCosts` packs them: open addressing that grows.
struct PieceCounts {
  private(set) var keys: [UInt64] = [UInt64](repeating: 0, count: 1 << 16)
  private(set) var weights: [Double] = [Double](repeating: 0, count: 1 << 16)
  private var used = 0
  private var shift: UInt64 = 48

  private func slot(_ key: UInt64) -> Int {
    var slot = Int((key &* 0x9E37_79B9_7F4A_7C15) >> shift)
    while keys[slot] != 0, keys[slot] != key { slot = (slot + 1) & (keys.count - 1) }
    return slot
  }

  subscript(key: UInt64) -> Double {
    let found = slot(key)
    return keys[found] == key ? weights[found] : 0
  }

  mutating func add(_ weight: Double, to key: UInt64) {
    var found = slot(key)
    if keys[found] != key {
      if used * 2 > keys.count {
        grow()
        found = slot(key)
      }
      keys[found] = key
      used += 1
    }
    weights[found] += weight
  }

  private mutating func grow() {
    let (old, values) = (keys, weights)
    shift -= 1
    keys = [UInt64](repeating: 0, count: old.count * 2)
    weights = [Double](repeating: 0, count: old.count * 2)
    for (key, value) in zip(old, values) where key != 0 {
      let found = slot(key)
      keys[found] = key
      weights[found] = value
    }
  }

  /// Pairs with a weight, in the order of their keys.
  var sorted: [(key: UInt64, weight: Double)] {
    keys.indices.filter { keys[$0] != 0 && weights[$0] > 0 }.map { (keys[$0], weights[$0]) }.sorted { $0.0 < $1.0 }
  }
}
