/// Words and beginnings of words, each with a number, over the UTF-8 bytes of token keys.
///
/// One walk along a word tells its own number and those of all listed beginnings. Hashing is avoided on purpose: the hash
/// of a `String` outside ASCII goes by its normal form and costs more than the walk.
struct WordTrie: Sendable {
  /// What ends at a node; -1 where nothing does.
  private struct Numbers {
    var word: Int32 = -1
    var beginning: Int32 = -1
  }

  private var trie = ByteTrie()
  /// One a node.
  private var numbers = [Numbers()]
  /// How many numbers were given.
  private(set) var count: Int32 = 0

  /// The number of a word, or of the beginning of words; given anew where it has none.
  mutating func insert(_ key: String, asBeginning: Bool) -> Int32 {
    let end = Int(trie.insert(key.utf8))
    numbers += repeatElement(Numbers(), count: trie.count - numbers.count)
    let known = asBeginning ? numbers[end].beginning : numbers[end].word
    if known >= 0 { return known }
    if asBeginning { numbers[end].beginning = count } else { numbers[end].word = count }
    count += 1
    return count - 1
  }

  /// True when the key is one of the words or begins as one of the beginnings.
  func contains(_ key: String) -> Bool {
    var at: Int32 = 0
    if numbers[0].beginning >= 0 { return true }
    for byte in key.utf8 {
      at = trie.child(of: at, byte)
      guard at >= 0 else { return false }
      if numbers[Int(at)].beginning >= 0 { return true }
    }
    return numbers[Int(at)].word >= 0
  }

  /// Appends the numbers of a key: of its beginnings, shortest first, and of the key itself.
  func numbers(of key: String, into found: inout [Int32]) {
    let isDone: Void? = key.utf8.withContiguousStorageIfAvailable { walk($0, into: &found) }
    if isDone == nil { Array(key.utf8).withUnsafeBufferPointer { walk($0, into: &found) } }
  }

  private func walk(_ key: UnsafeBufferPointer<UInt8>, into found: inout [Int32]) {
    var at: Int32 = 0
    if numbers[0].beginning >= 0 { found.append(numbers[0].beginning) }
    for byte in key {
      at = trie.child(of: at, byte)
      guard at >= 0 else { return }
      if numbers[Int(at)].beginning >= 0 { found.append(numbers[Int(at)].beginning) }
    }
    if numbers[Int(at)].word >= 0 { found.append(numbers[Int(at)].word) }
  }
}
