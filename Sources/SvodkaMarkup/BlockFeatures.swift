import SvodkaKit

/// What is measured of the blocks of a page, for the scorer: one row of numbers a block, in an order that the trained
/// weights depend on (``version``).
struct BlockFeatures {
  /// To be raised when a feature is added, dropped or changed: weights of another version do not fit.
  static let version = 2

  /// What the page says of itself that helps to tell its body.
  struct Hints {
    /// Hashed words of the headline.
    var title: [UInt64] = []
    /// Shingles of the article's body as linked data give it; empty when they do not.
    var body: Set<UInt64> = []
  }

  let table: FeatureTable
  let containers: Containers
  let shapes: [TextShape]

  /// Where further articles stand below the first.
  let later: LaterArticles
  /// The block that holds the headline; -1 for none.
  let titleBlock: Int

  init(page: HTMLPage, blocks: [Block], hints: Hints, matches: [[FurnitureLexicon.Match]]) {
    let shapes = blocks.map { TextShape($0.text) }
    let containers = Containers(page: page, blocks: blocks, shapes: shapes)
    let context = Context(page: page, blocks: blocks, shapes: shapes, containers: containers, hints: hints)
    let surroundings = BlockSurroundings(
      page: page, blocks: blocks, shapes: shapes, containers: containers, matches: matches)
    titleBlock = context.titleBlock
    later = LaterArticles(page: page, blocks: blocks, titleBlock: context.titleBlock)
    let brief = blocks.indices.map { context.brief($0) }
    var table = FeatureTable()
    table.reserve(rows: blocks.count, width: 180)
    for i in blocks.indices {
      context.append(i, to: &table)
      table.append(PageReading.evidence(matches[i]))
      surroundings.append(i, to: &table)
      for offset in Self.neighbours {
        let other = i + offset
        table.append(brief.indices.contains(other) ? brief[other] : context.noBlock)
        if offset == -1 || offset == 1 {
          table.append(brief.indices.contains(other) ? context.likeness(i, other) : -1)
        }
      }
      table.close()
    }
    self.table = table
    self.containers = containers
    self.shapes = shapes
  }

  private static let neighbours = [-3, -2, -1, 1, 2, 3]

  private struct Context {
    let page: HTMLPage
    let blocks: [Block]
    let shapes: [TextShape]
    let containers: Containers
    let hints: Hints
    let firstProse: Int
    let lastProse: Int
    let titleBlock: Int
    let wordsBefore: [Int]
    let repeated: [Bool]
    let signatures: [Signature: Int]
    let title: Set<UInt64>
    let noBlock: [Float] = [Float](repeating: -1, count: 7)

    init(page: HTMLPage, blocks: [Block], shapes: [TextShape], containers: Containers, hints: Hints) {
      self.page = page
      self.blocks = blocks
      self.shapes = shapes
      self.containers = containers
      self.hints = hints
      let main = page.nodes.isEmpty ? 0..<0 : containers.main..<page.nodes[containers.main].end
      let prose = blocks.indices.filter {
        main.contains(blocks[$0].element) && Containers.isProse(blocks[$0], shapes[$0])
      }
      firstProse = prose.first ?? blocks.count
      lastProse = prose.last ?? -1
      let title = Set(hints.title)
      self.title = title
      titleBlock =
        blocks.indices.filter { i in
          !title.isEmpty && Set(shapes[i].hashes) == title
        }.min { abs($0 - (prose.first ?? 0)) < abs($1 - (prose.first ?? 0)) }
        ?? blocks.indices.first { blocks[$0].tag == .h1 } ?? -1
      var sum = 0
      wordsBefore = shapes.map { shape in
        defer { sum += shape.words }
        return sum
      }
      var seen: Set<UInt64> = []
      repeated = blocks.map { !seen.insert(WordHashes.hash($0.text[...])).inserted }
      var signatures: [Signature: Int] = [:]
      for (block, shape) in zip(blocks, shapes) where Containers.isProse(block, shape) {
        signatures[Self.signature(block, page), default: 0] += shape.words
      }
      self.signatures = signatures
    }

    /// Blocks that are made alike: same tag, same depth, same hints.
    private static func signature(_ block: Block, _ page: HTMLPage) -> Signature {
      Signature(tag: block.tag, depth: page.nodes[block.element].depth, hints: block.hints)
    }

    struct Signature: Hashable {
      var tag: Tag
      var depth: Int
      var hints: ClassHints.Set
    }

    /// Same parent, same tag: the blocks of a list of links, the paragraphs of an article.
    func likeness(_ a: Int, _ b: Int) -> Float {
      let (x, y) = (blocks[a], blocks[b])
      let siblings = page.nodes[x.element].parent == page.nodes[y.element].parent || x.element == y.element
      return (siblings ? 2 : 0) + (x.tag == y.tag ? 1 : 0)
    }

    /// What neighbours get to know of a block.
    func brief(_ i: Int) -> [Float] {
      let (block, shape) = (blocks[i], shapes[i])
      return [
        log(shape.words), share(block.linkBytes, block.text.count), shape.endsLikeSentence ? 1 : 0,
        Float(Self.tagOrder(block.tag)), mainDistance(i), Float(min(block.stepsToFurniture, 20)),
        log(shape.stops + shape.commas),
      ]
    }

    private static func tagOrder(_ tag: Tag) -> Int {
      switch tag {
      case .p: 10
      case .blockquote: 9
      case .h2, .h3, .h4: 8
      case .h1: 7
      case .h5, .h6: 6
      case .pre: 11
      case .li: 5
      case .dt, .dd: 4
      case .td, .th: 3
      case .div, .section, .article, .main, .body: 2
      case .figcaption, .caption: 0
      default: 1
      }
    }

    private func mainDistance(_ i: Int) -> Float { Float(containers.mainDistance[blocks[i].element]) }

    func append(_ i: Int, to row: inout FeatureTable) {
      let (block, shape) = (blocks[i], shapes[i])
      row.append([
        log(shape.words), share(shape.letters, shape.words), share(block.linkBytes, block.text.count),
        share(block.emphasisBytes, block.text.count), share(shape.stops, shape.words), share(shape.commas, shape.words),
        share(shape.digits, shape.letters), share(shape.capitalised, shape.words), shape.endsLikeSentence ? 1 : 0,
        shape.startsWithCapital ? 1 : 0, log(shape.lines), Float(Self.tagOrder(block.tag)),
        Float(min(block.stepsToFurniture, 20)), Float(min(block.stepsToBody, 20)),
        Float(block.stepsToFurniture - block.stepsToBody), log(page.nodes[block.element].depth),
        repeated[i] ? 1 : 0,
      ])
      for bit in 0..<Block.Setting.count { row.append(block.setting.rawValue >> UInt32(bit) & 1 == 1 ? 1 : 0) }
      for bit in 0..<ClassHints.Set.count {
        let (near, any) = (block.nearHints.rawValue >> UInt32(bit) & 1, block.hints.rawValue >> UInt32(bit) & 1)
        row.append(Float(near + any))
      }
      // Where it stands.
      row.append([
        share(i, blocks.count), share(wordsBefore[i], containers.total.words), log(blocks.count),
        log(containers.total.prose), Float(signed(i - firstProse)), Float(signed(i - lastProse)),
        Float(signed(i - titleBlock)), titleBlock < 0 ? 0 : 1, mainDistance(i),
        share(signatures[Self.signature(block, page)] ?? 0, containers.total.prose),
      ])
      appendAncestors(i, to: &row)
      // What the page says of itself.
      let common = shape.hashes.reduce(into: 0) { if title.contains($1) { $0 += 1 } }
      row.append(share(common, max(shape.words, title.count)))
      if hints.body.isEmpty {
        row.append(-1)
      } else {
        let shingles = TextShape.shingles(shape.hashes, 3)
        row.append(share(shingles.reduce(into: 0) { if hints.body.contains($1) { $0 += 1 } }, shingles.count))
      }
    }

    private func signed(_ n: Int) -> Float { n < 0 ? -log(-n) : log(n) }

    /// The four nearest elements that hold more than the ones below them.
    private func appendAncestors(_ i: Int, to row: inout FeatureTable) {
      var element = blocks[i].element
      let end = row.open + 20
      while element >= 0, row.open < end {
        let sum = containers.sums[element]
        row.append([
          share(sum.prose, containers.total.prose), share(sum.prose, sum.words), share(sum.linkBytes, sum.bytes),
          log(sum.blocks), share(sum.words, sum.blocks),
        ])
        element = containers.wider[element]
      }
      while row.open < end { row.append([1, 0, 0, 20, 0]) }
    }
  }
}
