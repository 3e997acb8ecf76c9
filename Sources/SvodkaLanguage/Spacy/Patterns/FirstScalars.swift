/// With which characters a match can begin: exact for ASCII, by the last seven bits for all others.
struct FirstScalars {
  /// The number of kinds of characters. One more stands for the end of the text.
  static let count = 256

  private var kinds = [Bool](repeating: false, count: FirstScalars.count)
  private var isNullable = false

  @inline(__always)
  static func kind(of value: UInt32) -> Int { value < 128 ? Int(value) : 128 + Int(value & 127) }

  init(of node: PatternNode, sets: [ScalarSet]) { isNullable = add(node, sets) }

  /// True when a match can begin with a character of the kind, or, for `count`, can be empty.
  func allows(_ kind: Int) -> Bool { isNullable || (kind < Self.count && kinds[kind]) }

  /// Adds what a node can begin with; true when what stands behind it can come first too.
  private mutating func add(_ node: PatternNode, _ sets: [ScalarSet]) -> Bool {
    switch node {
    case .scalar(let value):
      kinds[Self.kind(of: value)] = true
      return false
    case .set(let number):
      add(sets[number])
      return false
    case .start, .end, .look:
      return true
    case .sequence(let parts):
      for part in parts where !add(part, sets) { return false }
      return true
    case .choice(let branches):
      var canBeEmpty = false
      for branch in branches where add(branch, sets) { canBeEmpty = true }
      return canBeEmpty
    case .repetition(let body, let least, _, _):
      return add(body, sets) || least == 0
    }
  }

  private mutating func add(_ set: ScalarSet) {
    for value in UInt32(0)..<128 where set.contains(value) { kinds[Int(value)] = true }
    for range in set.ranges where set.isPlain && range.upperBound >= 128 {
      for value in max(range.lowerBound, 128)...min(range.upperBound, max(range.lowerBound, 128) + 127) {
        kinds[Self.kind(of: value)] = true
      }
    }
    if !set.isPlain { for kind in 128..<Self.count { kinds[kind] = true } }
  }
}
