/// Finds further articles below the first, as pages have them that never end: containers beside the one that holds the
/// headline, made like it, each with a headline of its own that is made like the first.
struct LaterArticles {
  /// The elements that hold them, as ranges of nodes.
  let ranges: [Range<Int>]

  init(page: HTMLPage, blocks: [Block], titleBlock: Int) {
    guard blocks.indices.contains(titleBlock) else {
      ranges = []
      return
    }
    let title = blocks[titleBlock]
    let className = page.attribute("class", of: title.element)
    // Anything may be a bare `div`.
    guard title.tag.isHeading || className != nil else {
      ranges = []
      return
    }
    var ranges: [Range<Int>] = []
    var container = title.element
    while page.nodes[container].parent >= 0, ranges.isEmpty {
      let node = page.nodes[container]
      let steps = page.nodes[title.element].depth - node.depth
      var next = node.end
      while steps > 0, next < page.nodes[node.parent].end {
        let other = page.nodes[next]
        if other.tag == node.tag, Self.name(of: next, page) == Self.name(of: container, page) {
          let range = next..<other.end
          let isHeaded = blocks.contains {
            range.contains($0.element) && $0.tag == title.tag && $0.element != title.element
              && page.nodes[$0.element].depth - other.depth == steps
              && page.attribute("class", of: $0.element) == className
              && $0.text != title.text
          }
          if isHeaded { ranges.append(range) }
        }
        next = other.end
      }
      container = node.parent
    }
    self.ranges = ranges
  }

  func contains(_ block: Block) -> Bool { ranges.contains { $0.contains(block.element) } }

  /// The first word of an element's class, which containers of one make share.
  private static func name(of node: Int, _ page: HTMLPage) -> Substring? {
    page.attribute("class", of: node).flatMap { $0.split(separator: " ").first }
  }
}
