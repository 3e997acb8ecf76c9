/// How often hashed words were met: a table with open addressing, since it is asked for every word of a page and a dictionary would hash
/// the hashes again.
struct HashedCounts: Sendable {
  private struct Slot {
    var hash: UInt64
    var count: Int32
    /// What it was counted in last.
    var last: Int32
  }

  private var slots = [Slot](repeating: Slot(hash: 0, count: 0, last: -1), count: 64)
  private(set) var count = 0

  var isEmpty: Bool { count == 0 }

  init() {}

  init(_ hashes: some Sequence<UInt64>) { for hash in hashes { add(hash) } }

  private static func place(of hash: UInt64, in slots: UnsafeBufferPointer<Slot>) -> Int {
    let mask = slots.count - 1
    var place = Int(truncatingIfNeeded: hash ^ hash >> 32) & mask
    while slots[place].count > 0, slots[place].hash != hash { place = (place + 1) & mask }
    return place
  }

  /// How often a word was met; 0 for none that was.
  subscript(_ hash: UInt64) -> Int32 {
    slots.withUnsafeBufferPointer { $0[Self.place(of: hash, in: $0)].count }
  }

  func contains(_ hash: UInt64) -> Bool { self[hash] > 0 }

  /// Counts a word, in one piece of a text once; always where no piece is told. True when it was not there.
  @discardableResult
  mutating func add(_ hash: UInt64, in piece: Int32? = nil) -> Bool {
    if count * 2 >= slots.count { grow() }
    let place = slots.withUnsafeBufferPointer { Self.place(of: hash, in: $0) }
    let isNew = slots[place].count == 0
    if isNew {
      slots[place].hash = hash
      count += 1
    } else if let piece, slots[place].last == piece {
      return false
    }
    slots[place].count += 1
    slots[place].last = piece ?? -1
    return isNew
  }

  private mutating func grow() {
    let old = slots
    slots = [Slot](repeating: Slot(hash: 0, count: 0, last: -1), count: old.count * 4)
    for slot in old where slot.count > 0 {
      slots[slots.withUnsafeBufferPointer { Self.place(of: slot.hash, in: $0) }] = slot
    }
  }
}
