import SvodkaKit

/// Words and what became of them: an open-addressed table over one store of bytes. When it is full it starts afresh.
///
/// A Dictionary of strings or arrays takes an allocation a look-up, three times the cost of all the rest.
struct WordCache {
  private struct Slot {
    var hash: UInt64 = 0
    var key = 0
    var keyLength: Int32 = 0
    var valueLength: Int32 = 0
  }

  private static let size = 1 << 15
  private var slots: [Slot] = []
  private var store: [UInt8] = []
  private var count = 0

  /// FNV-1a over eight bytes at a time would need aligned reads; words are short, so one byte at a time will do.
  static func hash(_ word: UnsafeBufferPointer<UInt8>) -> UInt64 {
    let hash = StableHash.fnv1a(word)
    return hash ^ (hash >> 29)
  }

  /// Appends what became of a word. False when the word is not known.
  func append(_ word: UnsafeBufferPointer<UInt8>, _ hash: UInt64, to result: inout [UInt8]) -> Bool {
    if slots.isEmpty { return false }
    var i = Int(hash & UInt64(Self.size - 1))
    while slots[i].keyLength > 0 {
      let slot = slots[i]
      if slot.hash == hash, Int(slot.keyLength) == word.count {
        let end = slot.key + word.count
        return store.withUnsafeBufferPointer { store in
          guard store[slot.key..<end].elementsEqual(word) else { return false }
          result.append(contentsOf: UnsafeBufferPointer(rebasing: store[end..<end + Int(slot.valueLength)]))
          return true
        }
      }
      i = (i + 1) & (Self.size - 1)
    }
    return false
  }

  /// Remembers what became of a word that is not known yet.
  mutating func store(_ word: UnsafeBufferPointer<UInt8>, _ hash: UInt64, _ value: UnsafeBufferPointer<UInt8>) {
    if slots.isEmpty || count * 3 > Self.size * 2 {
      slots = [Slot](repeating: Slot(), count: Self.size)
      store.removeAll(keepingCapacity: true)
      count = 0
    }
    var i = Int(hash & UInt64(Self.size - 1))
    while slots[i].keyLength > 0 { i = (i + 1) & (Self.size - 1) }
    slots[i] = Slot(
      hash: hash, key: store.count, keyLength: Int32(word.count), valueLength: Int32(value.count))
    store.append(contentsOf: word)
    store.append(contentsOf: value)
    count += 1
  }
}
