/// Runs of bytes as a tree; a node with many children has a table of them. The first node, 0, is where every run begins.
package struct ByteTrie: Sendable {
  @usableFromInline struct Node: Sendable {
    @usableFromInline var byte: UInt8
    @usableFromInline var isEnd = false
    /// How many children there are, as long as there is no table of them.
    @usableFromInline var children: UInt8 = 0
    @usableFromInline var firstChild: Int32 = -1
    @usableFromInline var nextSibling: Int32 = -1
    /// Where the children stand in `tables` by their byte, once there are many.
    @usableFromInline var table: Int32 = -1

    @usableFromInline init(byte: UInt8, nextSibling: Int32 = -1) {
      self.byte = byte
      self.nextSibling = nextSibling
    }
  }

  /// From so many children on a node has a table of them.
  private static let many = 6

  @usableFromInline var nodes = [Node(byte: 0)]
  /// Blocks of 256 nodes, or -1.
  @usableFromInline var tables: [Int32] = []

  /// A tree of no runs.
  package init() {}

  /// How many nodes there are.
  package var count: Int { nodes.count }

  /// The node at which a run ends.
  package mutating func insert(_ run: some Sequence<UInt8>) -> Int32 {
    var at: Int32 = 0
    for byte in run {
      let known = child(of: at, byte)
      at = known >= 0 ? known : add(byte, to: Int(at))
    }
    nodes[Int(at)].isEnd = true
    return at
  }

  /// True when a run ends at a node.
  @inlinable package func isEnd(_ node: Int32) -> Bool { nodes[Int(node)].isEnd }

  /// The node behind another by a byte; -1 where there is none.
  @inlinable package func child(of node: Int32, _ byte: UInt8) -> Int32 {
    let table = nodes[Int(node)].table
    if table >= 0 { return tables[Int(table) + Int(byte)] }
    var next = nodes[Int(node)].firstChild
    while next >= 0, nodes[Int(next)].byte != byte { next = nodes[Int(next)].nextSibling }
    return next
  }

  private mutating func add(_ byte: UInt8, to parent: Int) -> Int32 {
    let number = Int32(nodes.count)
    nodes.append(Node(byte: byte, nextSibling: nodes[parent].firstChild))
    nodes[parent].firstChild = number
    if nodes[parent].table >= 0 {
      tables[Int(nodes[parent].table) + Int(byte)] = number
      return number
    }
    nodes[parent].children += 1
    if nodes[parent].children >= Self.many { makeTable(of: parent) }
    return number
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
}
