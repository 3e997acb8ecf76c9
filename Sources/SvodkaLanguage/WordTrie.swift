/// Words and beginnings of words, each with a number, over the UTF-8 bytes of token keys.
///
/// One walk along a word tells its own number and those of all listed beginnings. Hashing is avoided on purpose: the hash
/// of a `String` outside ASCII goes by its normal form and costs more than the walk.
struct WordTrie: Sendable {
  private struct Node {
    var byte: UInt8
    var firstChild: Int32 = -1
    var nextSibling: Int32 = -1
    /// How many children there are.
    var children: Int32 = 0
    /// Where the children stand in `tables` by their byte, once there are many.
    var table: Int32 = -1
    /// The number of the word that ends here.
    var word: Int32 = -1
    /// The number of the beginning that ends here.
    var beginning: Int32 = -1
  }

  /// From so many children on a node has a table of them.
  private static let many = 6

  private var nodes = [Node(byte: 0)]
  /// Blocks of 256 nodes, or -1.
  private var tables: [Int32] = []
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
    nodes[parent].children += 1
    if nodes[parent].table >= 0 {
      tables[Int(nodes[parent].table) + Int(byte)] = nodes[parent].firstChild
    } else if nodes[parent].children >= Self.many {
      makeTable(of: parent)
    }
    return nodes.count - 1
  }

  private mutating func makeTable(of parent: Int) {
    let start = tables.count
    tables += [Int32](repeating: -1, count: 256)
    nodes[parent].table = Int32(start)
    var next = nodes[parent].firstChild
    while next >= 0 {
      tables[start + Int(nodes[Int(next)].byte)] = next
      next = nodes[Int(next)].nextSibling
    }
  }

  private func child(of node: Int, _ byte: UInt8) -> Int? {
    if nodes[node].table >= 0 {
      let child = tables[Int(nodes[node].table) + Int(byte)]
      return child >= 0 ? Int(child) : nil
    }
    var next = nodes[node].firstChild
    while next >= 0 {
      if nodes[Int(next)].byte == byte { return Int(next) }
      next = nodes[Int(next)].nextSibling
    }
    return nil
  }

  /// Appends the numbers of a key: of its beginnings, shortest first, and of the key itself.
  func numbers(of key: String, into found: inout [Int32]) {
    let isDone: Void? = key.utf8.withContiguousStorageIfAvailable { walk($0, into: &found) }
    if isDone == nil { Array(key.utf8).withUnsafeBufferPointer { walk($0, into: &found) } }
  }

  private func walk(_ key: UnsafeBufferPointer<UInt8>, into found: inout [Int32]) {
    var at = 0
    if nodes[at].beginning >= 0 { found.append(nodes[at].beginning) }
    for byte in key {
      guard let next = child(of: at, byte) else { return }
      at = next
      if nodes[at].beginning >= 0 { found.append(nodes[at].beginning) }
    }
    if nodes[at].word >= 0 { found.append(nodes[at].word) }
  }
}
