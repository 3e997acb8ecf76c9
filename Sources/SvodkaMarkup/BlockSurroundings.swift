/// What stands around a block that its neighbours alone do not tell: paragraphs made like it, what the page speaks of, what
/// the lexicons found before it, dates.
struct BlockSurroundings {
  private let blocks: [Block]
  private let shapes: [TextShape]
  private let isProse: [Bool]
  private let depths: [Int]
  private let parents: [Int]
  /// Words in prose by the parent of its block, and by depth.
  private let proseByParent: [Int: Int]
  private let prose: Int
  private let usualDepth: Int
  /// In how many blocks of prose of the main container a stem occurs.
  private let topic: HashedCounts
  private let isMain: [Bool]
  private let foundBefore: [[Int32]]
  private let foundAfter: [[Int32]]
  private let previousProse: [Int]
  private let nextProse: [Int]
  private let isDated: [Bool]

  private static let kinds: [Furniture.Kind] = [.comments, .related, .share, .legal, .signup, .donation]

  init(
    page: HTMLPage, blocks: [Block], shapes: [TextShape], containers: Containers,
    matches: [[FurnitureLexicon.Match]]
  ) {
    self.blocks = blocks
    self.shapes = shapes
    let main = page.nodes.isEmpty ? 0..<0 : containers.main..<page.nodes[containers.main].end
    isProse = blocks.indices.map { Containers.isProse(blocks[$0], shapes[$0]) }
    isMain = blocks.map { main.contains($0.element) }
    depths = blocks.map { page.nodes[$0.element].depth }
    parents = blocks.map { page.nodes[$0.element].parent }
    var byParent: [Int: Int] = [:]
    var byDepth: [Int: Int] = [:]
    var topic = HashedCounts()
    var prose = 0
    for i in blocks.indices where isProse[i] {
      byParent[parents[i], default: 0] += shapes[i].words
      byDepth[depths[i], default: 0] += shapes[i].words
      prose += shapes[i].words
      guard isMain[i] else { continue }
      for stem in shapes[i].stems { topic.add(stem, in: Int32(i)) }
    }
    proseByParent = byParent
    self.prose = prose
    self.topic = topic
    usualDepth = byDepth.max { ($0.value, -$0.key) < ($1.value, -$1.key) }?.key ?? 0
    var before = [[Int32]](repeating: [Int32](repeating: -1, count: blocks.count), count: Self.kinds.count)
    var after = before
    // By block, one bit for each kind that the lexicons found there.
    let found = matches.map { matches in
      var bits: UInt8 = 0
      for match in matches where match.strength != .phrase {
        if let k = Self.kinds.firstIndex(of: match.kind) { bits |= 1 << UInt8(k) }
      }
      return bits
    }
    for k in Self.kinds.indices {
      var last: Int32 = -1
      for i in blocks.indices {
        before[k][i] = last
        if found[i] >> UInt8(k) & 1 == 1 { last = Int32(i) }
      }
      last = -1
      for i in blocks.indices.reversed() {
        after[k][i] = last
        if found[i] >> UInt8(k) & 1 == 1 { last = Int32(i) }
      }
    }
    (foundBefore, foundAfter) = (before, after)
    var previous: [Int] = []
    var last = -1
    for i in blocks.indices {
      previous.append(last)
      if isProse[i] { last = i }
    }
    previousProse = previous
    var next = [Int](repeating: blocks.count, count: blocks.count)
    last = blocks.count
    for i in blocks.indices.reversed() {
      next[i] = last
      if isProse[i] { last = i }
    }
    nextProse = next
    isDated = blocks.indices.map { shapes[$0].words <= 12 && LineContext.tellsTime(blocks[$0].text[...]) }
  }

  func append(_ i: Int, to row: inout FeatureRow) {
    let shape = shapes[i]
    row.append(share(proseByParent[parents[i]] ?? 0, prose))
    row.append(Float(max(-6, min(6, depths[i] - usualDepth))))
    let own: Int32 = isProse[i] && isMain[i] ? 1 : 0
    var (known, often) = (0, 0)
    for stem in shape.stems {
      let others = topic[stem] - own
      if others > 0 { known += 1 }
      if others > 2 { often += 1 }
    }
    row.append(shape.stems.isEmpty ? -1 : share(known, shape.stems.count))
    row.append(shape.stems.isEmpty ? -1 : share(often, shape.stems.count))
    for k in Self.kinds.indices {
      let (before, after) = (Int(foundBefore[k][i]), Int(foundAfter[k][i]))
      row.append(before < 0 ? 12 : log(i - before))
      row.append(after < 0 ? 12 : log(after - i))
    }
    row.append(log(i - previousProse[i]))
    row.append(log(nextProse[i] - i))
    row.append(previousProse[i] >= 0 && parents[previousProse[i]] == parents[i] ? 1 : 0)
    row.append(nextProse[i] < blocks.count && parents[nextProse[i]] == parents[i] ? 1 : 0)
    row.append(isDated[i] ? 1 : 0)
    var near = 0
    for other in max(0, i - 5)..<min(blocks.count, i + 6) where isDated[other] { near += 1 }
    row.append(Float(near))
  }
}
