/// Words with the numbers 0, 1, 2, … in the order of their arrival, found by their UTF-8.
///
/// Open addressing over a hash of the bytes: the hash of a `String` outside ASCII goes by its normal form and costs far more.
struct ByteTable: Sendable {
  private struct Slot {
    var hash: UInt64 = 0
    var number: Int32 = -1
  }

  private var slots = [Slot](repeating: Slot(), count: 16)
  /// Where the bytes of each word begin in `bytes`, and one past the last.
  private var starts: [Int32] = [0]
  private var bytes: [UInt8] = []

  /// How many words there are.
  var count: Int { starts.count - 1 }

  /// The number of a word, given anew where it has none.
  mutating func insert(_ word: String) -> Int32 {
    var word = word
    return word.withUTF8 { insert($0) }
  }

  private mutating func insert(_ word: UnsafeBufferPointer<UInt8>) -> Int32 {
    if 2 * (count + 1) > slots.count { grow() }
    let hash = Self.hash(word)
    var at = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[at].number >= 0 {
      if slots[at].hash == hash, equals(slots[at].number, word) { return slots[at].number }
      at = (at + 1) & (slots.count - 1)
    }
    let number = Int32(count)
    slots[at] = Slot(hash: hash, number: number)
    bytes.append(contentsOf: word)
    starts.append(Int32(bytes.count))
    return number
  }

  /// The number of a word; -1 where it has none.
  func find(_ word: String) -> Int32 {
    if let found = word.utf8.withContiguousStorageIfAvailable({ find($0) }) { return found }
    return Array(word.utf8).withUnsafeBufferPointer { find($0) }
  }

  /// The number of a word; -1 where it has none.
  func find(_ word: UnsafeBufferPointer<UInt8>) -> Int32 {
    let hash = Self.hash(word)
    var at = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[at].number >= 0 {
      if slots[at].hash == hash, equals(slots[at].number, word) { return slots[at].number }
      at = (at + 1) & (slots.count - 1)
    }
    return -1
  }

  private func equals(_ number: Int32, _ word: UnsafeBufferPointer<UInt8>) -> Bool {
    let (start, end) = (Int(starts[Int(number)]), Int(starts[Int(number) + 1]))
    guard end - start == word.count else { return false }
    for i in 0..<word.count where bytes[start + i] != word[i] { return false }
    return true
  }

  private mutating func grow() {
    let old = slots
    slots = [Slot](repeating: Slot(), count: old.count * 2)
    for slot in old where slot.number >= 0 {
      var at = Int(truncatingIfNeeded: slot.hash) & (slots.count - 1)
      while slots[at].number >= 0 { at = (at + 1) & (slots.count - 1) }
      slots[at] = slot
    }
  }

  /// Eight bytes at a time, each mixed in by a multiplication; the high half of the last product is folded into the low one.
  private static func hash(_ word: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash = 0x9E37_79B9_7F4A_7C15 ^ UInt64(word.count)
    var i = 0
    while i < word.count {
      var block: UInt64 = 0
      let end = min(i + 8, word.count)
      for k in i..<end { block = block << 8 | UInt64(word[k]) }
      let product = (hash ^ block).multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
      hash = product.low ^ product.high
      i = end
    }
    return hash
  }
}
