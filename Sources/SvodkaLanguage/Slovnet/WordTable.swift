import SvodkaKit

/// A vocabulary as a hash table that is read where it lies in a pack: from the bytes of a word to its number.
///
/// `words.table` has a power of two of uint32 slots: the number of a word in the low 20 bits, bits of its hash above, all
/// ones when free; the next slot is tried when one is taken. `words.starts` says where each word begins in `words.text`.
struct WordTable: Sendable {
  private static let numberBits: UInt32 = 20
  private static let free = UInt32.max
  // The three lie in the mapped pack, which `pack` keeps.
  private nonisolated(unsafe) let slots: UnsafeBufferPointer<UInt32>
  private nonisolated(unsafe) let starts: UnsafeBufferPointer<UInt32>
  private nonisolated(unsafe) let text: UnsafeRawBufferPointer
  private let pack: ModelPack

  init(_ pack: ModelPack) throws(AnalysisError) {
    self.pack = pack
    slots = try pack.array("words.table", of: UInt32.self)
    starts = try pack.array("words.starts", of: UInt32.self)
    text = try pack.bytes("words.text")
    guard slots.count.nonzeroBitCount == 1, let last = starts.last, last == UInt32(text.count) else {
      throw ModelPack.refused(pack.path, "its vocabulary is broken")
    }
  }

  /// The number of words.
  var count: Int { starts.count - 1 }

  /// The number of a word; nil for one that is not in the vocabulary.
  func number(of word: UnsafeRawBufferPointer) -> Int? {
    let hash = Self.hash(word)
    let mask = slots.count - 1
    var place = Int(truncatingIfNeeded: hash) & mask
    let tag = Self.tag(hash)
    while true {
      let slot = slots[place]
      if slot == Self.free { return nil }
      if slot >> Self.numberBits == tag {
        let number = Int(slot & (1 << Self.numberBits - 1))
        let (start, end) = (Int(starts[number]), Int(starts[number + 1]))
        if end - start == word.count, isEqual(word, at: start) { return number }
      }
      place = (place + 1) & mask
    }
  }

  /// Eight bytes a step, since a generic comparison of sequences goes byte by byte.
  private func isEqual(_ word: UnsafeRawBufferPointer, at start: Int) -> Bool {
    var i = 0
    while i + 8 <= word.count {
      let one = word.loadUnaligned(fromByteOffset: i, as: UInt64.self)
      if one != text.loadUnaligned(fromByteOffset: start + i, as: UInt64.self) { return false }
      i += 8
    }
    while i < word.count {
      if word[i] != text[start + i] { return false }
      i += 1
    }
    return true
  }

  private static func tag(_ hash: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: hash >> 40) & 0x7FF }

  /// Eight bytes a step; the word's length goes in, since the last step is filled up with zeros.
  private static func hash(_ word: UnsafeRawBufferPointer) -> UInt64 {
    var state = UInt64(word.count) &* 0x9E37_79B9_7F4A_7C15
    var i = 0
    while i + 8 <= word.count {
      state = mix(state, word.loadUnaligned(fromByteOffset: i, as: UInt64.self).littleEndian)
      i += 8
    }
    var rest: UInt64 = 0
    while i < word.count {
      rest = rest << 8 | UInt64(word[i])
      i += 1
    }
    return mix(state, rest)
  }

  private static func mix(_ state: UInt64, _ value: UInt64) -> UInt64 {
    let product = (state ^ value).multipliedFullWidth(by: 0xA076_1D64_78BD_642F)
    return product.high ^ product.low
  }

  /// Adds the sections for words that stand one a line.
  static func add(_ text: [UInt8], count: Int, to pack: inout ModelPackWriter, path: String) throws(AnalysisError) {
    let words = text.split(separator: 0x0A, omittingEmptySubsequences: false)
    guard words.count == count, count < 1 << numberBits - 1 else {
      throw SlovnetArchive.broken(path, "there are \(words.count) words and \(count) vectors")
    }
    var size = 1
    while size < 2 * count { size *= 2 }
    var slots = [UInt32](repeating: free, count: size)
    var starts: [UInt32] = [0]
    var joined: [UInt8] = []
    for (number, word) in words.enumerated() {
      joined += word
      starts.append(UInt32(joined.count))
      let hash = word.withUnsafeBytes(hash)
      var place = Int(truncatingIfNeeded: hash) & (size - 1)
      while slots[place] != free { place = (place + 1) & (size - 1) }
      slots[place] = tag(hash) << numberBits | UInt32(number)
    }
    pack.add("words.table", numbers: slots)
    pack.add("words.starts", numbers: starts)
    pack.add("words.text", joined)
  }
}
