/// The words that a tokenizer has cut so far, by their bytes, with their pieces as forms.
struct SpacyWordTable {
  struct Piece {
    /// In bytes.
    var length: Int32
    var form: Int32
  }

  private struct Entry {
    var hash: UInt64
    var key: Range<Int>
    var pieces: Range<Int>
  }

  private var slots = [Int32](repeating: -1, count: 1024)
  private var entries: [Entry] = []
  private var keys: [UInt8] = []
  private(set) var pieces: [Piece] = []

  /// The number of bytes that its words take.
  var size: Int { keys.count }

  /// The pieces of a word, as places in `pieces`; nil when it has not been cut yet.
  func find(_ word: UnsafeRawBufferPointer, hash: UInt64) -> Range<Int>? {
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] >= 0 {
      let entry = entries[Int(slots[slot])]
      if entry.hash == hash, entry.key.count == word.count, isKey(entry.key, word) { return entry.pieces }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  private func isKey(_ place: Range<Int>, _ word: UnsafeRawBufferPointer) -> Bool {
    keys.withUnsafeBufferPointer { keys in
      var i = 0
      while i < word.count, keys[place.lowerBound + i] == word[i] { i += 1 }
      return i == word.count
    }
  }

  /// Keeps the pieces of a word that is not there yet.
  mutating func add(_ word: UnsafeRawBufferPointer, hash: UInt64, _ cut: [Piece]) -> Range<Int> {
    if entries.count * 2 >= slots.count { grow() }
    let entry = Entry(
      hash: hash, key: keys.count..<(keys.count + word.count), pieces: pieces.count..<(pieces.count + cut.count))
    keys += word
    pieces += cut
    place(entries.count, hash: hash)
    entries.append(entry)
    return entry.pieces
  }

  private mutating func place(_ number: Int, hash: UInt64) {
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = Int32(number)
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 2)
    for (number, entry) in entries.enumerated() { place(number, hash: entry.hash) }
  }
}
