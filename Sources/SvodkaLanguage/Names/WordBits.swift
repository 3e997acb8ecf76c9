import SvodkaKit

/// Bits under the hashes of words. One look says to which of many lists a word belongs, at a fraction of what the sets of
/// strings ask for it, which compare letters that are no ASCII in their normal forms.
struct WordBits: Sendable {
  private struct Slot {
    var hash: UInt64 = 0
    /// None where the slot is free.
    var bits: UInt32 = 0
  }

  private var slots = [Slot](repeating: Slot(), count: 64)
  private var held = 0

  /// The bits of a word; none of one that was never added.
  subscript(hash: UInt64) -> UInt32 { slots[slot(of: hash)].bits }

  /// The bits of a word.
  subscript(word: String) -> UInt32 { self[Self.hash(word)] }

  mutating func add(_ bits: UInt32, to hash: UInt64) {
    if (held + 1) * 2 > slots.count {
      let old = slots
      slots = [Slot](repeating: Slot(), count: old.count * 2)
      for slot in old where slot.bits != 0 { slots[self.slot(of: slot.hash)] = slot }
    }
    let place = slot(of: hash)
    if slots[place].bits == 0 { held += 1 }
    slots[place].hash = hash
    slots[place].bits |= bits
  }

  mutating func add(_ bits: UInt32, to word: String) { add(bits, to: Self.hash(word)) }

  private func slot(of hash: UInt64) -> Int {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash ^ (hash >> 32)) & mask
    while slots[slot].bits != 0, slots[slot].hash != hash { slot = (slot + 1) & mask }
    return slot
  }

  /// The hash of a word.
  static func hash(_ word: String) -> UInt64 {
    word.utf8.withContiguousStorageIfAvailable { StableHash.fnv1a($0) } ?? StableHash.fnv1a(word.utf8)
  }
}
