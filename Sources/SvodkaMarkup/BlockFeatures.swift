import SvodkaKit

/// What is measured of the blocks of a page, for the scorer: one row of numbers a block, in an order that the trained
/// weights depend on (``version``).
struct BlockFeatures {
  /// To be raised when a feature is added, dropped or changed: weights of another version do not fit.
  static let version = 2

  /// What the page says of itself that helps to tell its body.
  struct Hints {
    /// Hashed words of the headline.
    var title = HashedCounts()
    /// Shingles of the article's body as linked data give it; empty when they do not.
    var body = HashedCounts()
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
    table = FeatureTable(rows: blocks.count) { i, row in
      context.append(i, to: &row)
      PageReading.append(evidence: matches[i], to: &row)
      surroundings.append(i, to: &row)
      for offset in [-3, -2, -1, 1, 2, 3] {
        let other = i + offset
        let isBlock = other >= 0 && other < brief.count
        let near = isBlock ? brief[other] : SIMD8(repeating: -1)
        for place in 0..<7 { row.append(near[place]) }
        if offset == -1 || offset == 1 { row.append(isBlock ? context.likeness(i, other) : -1) }
      }
    }
    self.containers = containers
    self.shapes = shapes
  }

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
    /// Words in prose of blocks that are made alike, by block.
    let likeProse: [Int]

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
      titleBlock =
        blocks.indices.filter { Self.isTitle(shapes[$0], hints.title) }
        .min { abs($0 - (prose.first ?? 0)) < abs($1 - (prose.first ?? 0)) }
        ?? blocks.indices.first { blocks[$0].tag == .h1 } ?? -1
      var sum = 0
      wordsBefore = shapes.map { shape in
        defer { sum += shape.words }
        return sum
      }
      var seen = HashedCounts()
      repeated = blocks.map { !seen.add($0.text.withUnsafeBufferPointer { WordHashes.quick($0) }) }
      // Blocks that are made alike: same tag, same depth, same hints.
      let signatures = blocks.map {
        UInt64($0.tag.rawValue) << 56 | UInt64(page.nodes[$0.element].depth) << 32 | UInt64($0.hints.rawValue)
      }
      var likeProse: [UInt64: Int] = [:]
      for i in blocks.indices where Containers.isProse(blocks[i], shapes[i]) {
        likeProse[signatures[i], default: 0] += shapes[i].words
      }
      self.likeProse = signatures.map { likeProse[$0] ?? 0 }
    }

    /// The words of the headline, and no others.
    private static func isTitle(_ shape: TextShape, _ title: HashedCounts) -> Bool {
      guard !title.isEmpty, shape.hashes.count >= title.count, shape.hashes.allSatisfy({ title.contains($0) }) else {
        return false
      }
      return Set(shape.hashes).count == title.count
    }

    /// Same parent, same tag: the blocks of a list of links, the paragraphs of an article.
    func likeness(_ a: Int, _ b: Int) -> Float {
      let (x, y) = (blocks[a], blocks[b])
      let siblings = page.nodes[x.element].parent == page.nodes[y.element].parent || x.element == y.element
      return (siblings ? 2 : 0) + (x.tag == y.tag ? 1 : 0)
    }

    /// What neighbours get to know of a block, seven numbers.
    func brief(_ i: Int) -> SIMD8<Float> {
      let (block, shape) = (blocks[i], shapes[i])
      return SIMD8(
        log(shape.words), share(block.linkBytes, block.text.count), shape.endsLikeSentence ? 1 : 0,
        Float(Self.tagOrder(block.tag)), mainDistance(i), Float(min(block.stepsToFurniture, 20)),
        log(shape.stops + shape.commas), 0)
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

    func append(_ i: Int, to row: inout FeatureRow) {
      let (block, shape) = (blocks[i], shapes[i])
      row.append(log(shape.words))
      row.append(share(shape.letters, shape.words))
      row.append(share(block.linkBytes, block.text.count))
      row.append(share(block.emphasisBytes, block.text.count))
      row.append(share(shape.stops, shape.words))
      row.append(share(shape.commas, shape.words))
      row.append(share(shape.digits, shape.letters))
      row.append(share(shape.capitalised, shape.words))
      row.append(shape.endsLikeSentence ? 1 : 0)
      row.append(shape.startsWithCapital ? 1 : 0)
      row.append(log(shape.lines))
      row.append(Float(Self.tagOrder(block.tag)))
      row.append(Float(min(block.stepsToFurniture, 20)))
      row.append(Float(min(block.stepsToBody, 20)))
      row.append(Float(block.stepsToFurniture - block.stepsToBody))
      row.append(log(page.nodes[block.element].depth))
      row.append(repeated[i] ? 1 : 0)
      for bit in 0..<Block.Setting.count { row.append(block.setting.rawValue >> UInt32(bit) & 1 == 1 ? 1 : 0) }
      for bit in 0..<ClassHints.Set.count {
        let (near, any) = (block.nearHints.rawValue >> UInt32(bit) & 1, block.hints.rawValue >> UInt32(bit) & 1)
        row.append(Float(near + any))
      }
      // Where it stands.
      row.append(share(i, blocks.count))
      row.append(share(wordsBefore[i], containers.total.words))
      row.append(log(blocks.count))
      row.append(log(containers.total.prose))
      row.append(Float(signed(i - firstProse)))
      row.append(Float(signed(i - lastProse)))
      row.append(Float(signed(i - titleBlock)))
      row.append(titleBlock < 0 ? 0 : 1)
      row.append(mainDistance(i))
      row.append(share(likeProse[i], containers.total.prose))
      appendAncestors(i, to: &row)
      // What the page says of itself.
      let common = shape.hashes.reduce(into: 0) { if hints.title.contains($1) { $0 += 1 } }
      row.append(share(common, max(shape.words, hints.title.count)))
      if hints.body.isEmpty {
        row.append(-1)
      } else {
        let shingles = TextShape.shingles(shape.hashes, 3)
        row.append(share(shingles.reduce(into: 0) { if hints.body.contains($1) { $0 += 1 } }, shingles.count))
      }
    }

    private func signed(_ n: Int) -> Float { n < 0 ? -log(-n) : log(n) }

    /// The four nearest elements that hold more than the ones below them.
    private func appendAncestors(_ i: Int, to row: inout FeatureRow) {
      var element = blocks[i].element
      let end = row.count + 20
      while element >= 0, row.count < end {
        let sum = containers.sums[element]
        row.append(share(sum.prose, containers.total.prose))
        row.append(share(sum.prose, sum.words))
        row.append(share(sum.linkBytes, sum.bytes))
        row.append(log(sum.blocks))
        row.append(share(sum.words, sum.blocks))
        element = containers.wider[element]
      }
      for place in 0..<(end - row.count) { row.append(place % 5 == 0 ? 1 : place % 5 == 3 ? 20 : 0) }
    }
  }
}
