/// Words with the numbers 0, 1, 2, … in the order of their arrival, found by their UTF-8.
///
/// Open addressing over a hash of the bytes: the hash of a `String` outside ASCII goes by its normal form and costs far more.
/// A slot holds the first bytes of its word, so that most words are known by one look into memory, however many there are.
struct ByteTable: Sendable {
  private struct Slot {
    /// The first eight bytes, zeros behind shorter words.
    var beginning: UInt64 = 0
    var number: Int32 = -1
    var length: UInt32 = 0
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
    return word.withUTF8 { insert(UnsafeRawBufferPointer($0)) }
  }

  private mutating func insert(_ word: UnsafeRawBufferPointer) -> Int32 {
    if 2 * (count + 1) > slots.count { grow() }
    let at = place(of: word)
    if slots[at].number >= 0 { return slots[at].number }
    let number = Int32(count)
    slots[at] = Slot(beginning: Self.block(word, 0), number: number, length: UInt32(word.count))
    bytes.append(contentsOf: word)
    starts.append(Int32(bytes.count))
    return number
  }

  /// The number of a word; -1 where it has none.
  func find(_ word: UnsafeBufferPointer<UInt8>) -> Int32 { slots[place(of: UnsafeRawBufferPointer(word))].number }

  /// The slot of a word, or the empty one where it would stand.
  private func place(of word: UnsafeRawBufferPointer) -> Int {
    let beginning = Self.block(word, 0)
    var at = Int(truncatingIfNeeded: Self.hash(word)) & (slots.count - 1)
    while slots[at].number >= 0 {
      let slot = slots[at]
      if slot.beginning == beginning, slot.length == word.count, word.count <= 8 || equals(slot.number, word) { break }
      at = (at + 1) & (slots.count - 1)
    }
    return at
  }

  private func equals(_ number: Int32, _ word: UnsafeRawBufferPointer) -> Bool {
    let start = Int(starts[Int(number)])
    for i in 8..<word.count where bytes[start + i] != word[i] { return false }
    return true
  }

  private mutating func grow() {
    let old = slots
    slots = [Slot](repeating: Slot(), count: old.count * 2)
    bytes.withUnsafeBytes { all in
      for slot in old where slot.number >= 0 {
        let word = all[Int(starts[Int(slot.number)])..<Int(starts[Int(slot.number) + 1])]
        var at = Int(truncatingIfNeeded: Self.hash(UnsafeRawBufferPointer(rebasing: word))) & (slots.count - 1)
        while slots[at].number >= 0 { at = (at + 1) & (slots.count - 1) }
        slots[at] = slot
      }
    }
  }

  /// Eight bytes from `offset` on, zeros behind the end.
  private static func block(_ word: UnsafeRawBufferPointer, _ offset: Int) -> UInt64 {
    if offset + 8 <= word.count { return word.loadUnaligned(fromByteOffset: offset, as: UInt64.self) }
    var block: UInt64 = 0
    for i in (offset..<max(offset, word.count)).reversed() { block = block << 8 | UInt64(word[i]) }
    return block
  }

  /// Eight bytes at a time, each mixed in by a multiplication; the high half of the last product is folded into the low one.
  private static func hash(_ word: UnsafeRawBufferPointer) -> UInt64 {
    var hash = 0x9E37_79B9_7F4A_7C15 ^ UInt64(word.count)
    var i = 0
    while i < word.count {
      let product = (hash ^ block(word, i)).multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
      hash = product.low ^ product.high
      i += 8
    }
    return hash
  }
}
