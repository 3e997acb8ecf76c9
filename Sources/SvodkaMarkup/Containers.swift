/// How the text of a page is spread over its elements.
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

  private(set) var sums: [Int: Sum] = [:]
  /// The smallest element that still holds most of the prose.
  private(set) var main = 0
  private(set) var total = Sum()

  init(page: HTMLPage, blocks: [Block], shapes: [TextShape]) {
    for (block, shape) in zip(blocks, shapes) {
      var element = block.element
      let prose = Self.isProse(block, shape) ? shape.words : 0
      while element >= 0 {
        sums[element, default: Sum()].add(block, shape, prose: prose)
        element = page.nodes[element].parent
      }
      total.add(block, shape, prose: prose)
    }
    main = Self.main(page: page, blocks: blocks, sums: sums, total: total)
  }

  /// A paragraph: running text with few links.
  static func isProse(_ block: Block, _ shape: TextShape) -> Bool {
    shape.words >= 10 && block.linkBytes * 3 < block.text.count && (shape.stops > 0 || shape.words >= 20)
      && block.setting.isDisjoint(with: [.nav, .footer, .form, .button])
  }

  private static func main(page: HTMLPage, blocks: [Block], sums: [Int: Sum], total: Sum) -> Int {
    guard total.prose > 0 else { return 0 }
    // Of all elements that hold three fifths, the deepest one; such elements lie on one path.
    var best = 0
    for (block) in blocks {
      var element = block.element
      while element >= 0, (sums[element]?.prose ?? 0) * 5 < total.prose * 3 { element = page.nodes[element].parent }
      if element >= 0, page.nodes[element].depth > page.nodes[best].depth { best = element }
    }
    return best
  }
}

extension Containers.Sum {
  fileprivate mutating func add(_ block: Block, _ shape: TextShape, prose: Int) {
    self.prose += prose
    words += shape.words
    linkBytes += block.linkBytes
    bytes += block.text.count
    blocks += 1
  }
}
