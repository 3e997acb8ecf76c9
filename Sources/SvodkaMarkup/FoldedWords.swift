/// The words of a line as lexicons compare them: in lower case, one behind the other in a single run of bytes, since a page has thousands.
struct FoldedWords: Sendable {
  private(set) var bytes: [UInt8] = []
  /// Where each word ends.
  private var ends: [Int] = []

  var count: Int { ends.count }
  var isEmpty: Bool { ends.isEmpty }

  /// Where a word stands in the bytes.
  func range(_ index: Int) -> Range<Int> {
    Range(uncheckedBounds: (index == 0 ? 0 : ends[index - 1], ends[index]))
  }

  subscript(_ index: Int) -> ArraySlice<UInt8> { bytes[range(index)] }

  /// The first four bytes of a word, by which lexicons are entered.
  func key(_ index: Int) -> UInt32 {
    let range = range(index)
    var key: UInt32 = 0
    for place in range.lowerBound..<min(range.lowerBound + 4, range.upperBound) {
      key = key << 8 | UInt32(bytes[place])
    }
    return key
  }

  /// Nothing but digits.
  func isNumber(_ index: Int) -> Bool {
    for place in range(index) where !(0x30...0x39).contains(bytes[place]) { return false }
    return true
  }

  /// True when a word is, or begins with, some bytes.
  func agrees(_ index: Int, with wanted: [UInt8], whole: Bool) -> Bool {
    let range = range(index)
    guard whole ? range.count == wanted.count : range.count >= wanted.count else { return false }
    for place in wanted.indices where bytes[range.lowerBound + place] != wanted[place] { return false }
    return true
  }

  /// Makes it empty, with room for as much again.
  mutating func clear() {
    bytes.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
  }

  /// Makes room for a line of some bytes.
  mutating func reserve(_ size: Int) {
    bytes.reserveCapacity(size)
    ends.reserveCapacity(size / 5 + 1)
  }

  /// Bytes behind the last word that was closed.
  var open: Range<Int> { Range(uncheckedBounds: (ends.last ?? 0, bytes.count)) }

  mutating func append(_ byte: UInt8) { bytes.append(byte) }

  /// Ends the open word; nothing where it is empty.
  mutating func close() { if bytes.count > (ends.last ?? 0) { ends.append(bytes.count) } }

  mutating func replaceOpen(with word: some Sequence<UInt8>) {
    bytes.removeSubrange(open)
    bytes.append(contentsOf: word)
  }

  /// Puts what stands open into lower case by its bytes, since asking Unicode is slow: ASCII and basic Cyrillic.
  ///
  /// - Returns: false where it holds any other letter.
  mutating func lowerCyrillic() -> Bool {
    var index = open.lowerBound
    while index < bytes.count {
      if bytes[index] < 0x80 {
        index += 1
        continue
      }
      guard index + 1 < bytes.count else { return false }
      let second = bytes[index + 1]
      switch (bytes[index], second) {
      // А to П, Р to Я, Ё and its like.
      case (0xD0, 0x90...0x9F): bytes[index + 1] = second + 0x20
      case (0xD0, 0xA0...0xAF): (bytes[index], bytes[index + 1]) = (0xD1, second - 0x20)
      case (0xD0, 0x80...0x8F): (bytes[index], bytes[index + 1]) = (0xD1, second + 0x10)
      case (0xD0, 0xB0...0xBF), (0xD1, 0x80...0x9F): break
      default: return false
      }
      index += 2
    }
    return true
  }
}
