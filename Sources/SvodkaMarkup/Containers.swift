/// How the text of a page is spread over its elements. Every table is made in one pass over the nodes, so that deep
/// nesting costs no more than many elements.
struct Containers {
  /// What lies below an element.
  struct Sum {
    /// Words in blocks that look like paragraphs.
    var prose = 0
    var words = 0
    var linkBytes = 0
    var bytes = 0
    var blocks = 0
  }

  /// By node.
  private(set) var sums: [Sum]
  /// For each node the nearest element around it that holds more blocks; -1 for none.
  private(set) var wider: [Int]
  /// The smallest element that still holds most of the prose.
  private(set) var main = 0
  /// For each node how many levels above the main container the two meet, 0 inside it.
  private(set) var mainDistance: [Int]
  private(set) var total = Sum()

  init(page: HTMLPage, blocks: [Block], shapes: [TextShape]) {
    let nodes = page.nodes
    var sums = [Sum](repeating: Sum(), count: nodes.count)
    for (block, shape) in zip(blocks, shapes) {
      let prose = Self.isProse(block, shape) ? shape.words : 0
      let sum = Sum(
        prose: prose, words: shape.words, linkBytes: block.linkBytes, bytes: block.text.count, blocks: 1)
      sums[block.element].add(sum)
      total.add(sum)
    }
    // Children come behind their parents.
    for index in nodes.indices.reversed() where nodes[index].parent >= 0 { sums[nodes[index].parent].add(sums[index]) }
    if total.prose > 0 {
      // Of all elements that hold three fifths, the deepest one; such elements lie on one path.
      for index in nodes.indices
      where sums[index].prose * 5 >= total.prose * 3 && nodes[index].depth > nodes[main].depth {
        main = index
      }
    }
    var wider = [Int](repeating: -1, count: nodes.count)
    var distance = [Int](repeating: 99, count: nodes.count)
    for index in nodes.indices {
      let parent = nodes[index].parent
      if parent >= 0 { wider[index] = sums[parent].blocks > sums[index].blocks ? parent : wider[parent] }
      if index <= main, main < nodes[index].end {
        distance[index] = nodes[main].depth - nodes[index].depth
      } else if parent >= 0 {
        distance[index] = distance[parent]
      }
    }
    self.sums = sums
    self.wider = wider
    mainDistance = distance
  }

  /// A paragraph: running text with few links.
  static func isProse(_ block: Block, _ shape: TextShape) -> Bool {
    shape.words >= 10 && block.linkBytes * 3 < block.text.count && (shape.stops > 0 || shape.words >= 20)
      && block.setting.isDisjoint(with: [.nav, .footer, .form, .button])
  }
}

extension Containers.Sum {
  fileprivate mutating func add(_ other: Self) {
    prose += other.prose
    words += other.words
    linkBytes += other.linkBytes
    bytes += other.bytes
    blocks += other.blocks
  }
}
