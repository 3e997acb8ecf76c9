/// Words and beginnings of words, each with a number, over the UTF-8 bytes of token keys.
///
/// One walk along a word tells its own number and those of all listed beginnings. Hashing is avoided on purpose: the hash
/// of a `String` outside ASCII goes by its normal form and costs more than the walk.
struct WordTrie: Sendable {
  private struct Node {
    var byte: UInt8
    var firstChild: Int32 = -1
    var nextSibling: Int32 = -1
    /// The number of the word that ends here.
    var word: Int32 = -1
    /// The number of the beginning that ends here.
    var beginning: Int32 = -1
  }

  private var nodes = [Node(byte: 0)]
  /// How many numbers were given.
  private(set) var count: Int32 = 0

  /// The number of a word, or of the beginning of words; given anew where it has none.
  mutating func insert(_ key: String, asBeginning: Bool) -> Int32 {
    var at = 0
    for byte in key.utf8 { at = child(of: at, byte) ?? add(byte, to: at) }
    let known = asBeginning ? nodes[at].beginning : nodes[at].word
    if known >= 0 { return known }
    if asBeginning { nodes[at].beginning = count } else { nodes[at].word = count }
    count += 1
    return count - 1
  }

  private mutating func add(_ byte: UInt8, to parent: Int) -> Int {
    nodes.append(Node(byte: byte, nextSibling: nodes[parent].firstChild))
    nodes[parent].firstChild = Int32(nodes.count - 1)
    return nodes.count - 1
  }

  private func child(of node: Int, _ byte: UInt8) -> Int? {
    var next = nodes[node].firstChild
    while next >= 0 {
      if nodes[Int(next)].byte == byte { return Int(next) }
      next = nodes[Int(next)].nextSibling
    }
    return nil
  }

  /// Appends the numbers of a key: of its beginnings, shortest first, and of the key itself.
  func numbers(of key: String, into found: inout [Int32]) {
    var at = 0
    if nodes[at].beginning >= 0 { found.append(nodes[at].beginning) }
    for byte in key.utf8 {
      guard let next = child(of: at, byte) else { return }
      at = next
      if nodes[at].beginning >= 0 { found.append(nodes[at].beginning) }
    }
    if nodes[at].word >= 0 { found.append(nodes[at].word) }
  }
}
