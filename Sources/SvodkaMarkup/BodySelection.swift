/// Which blocks are the body, by their scores and their neighbours.
struct BodySelection {
  private(set) var kept: [Bool]

  init(reading: PageReading, scores: [Float], lexicon: FurnitureLexicon) {
    kept = scores.map { $0 > 0.4 }
    let shapes = reading.features.shapes
    for index in kept.indices where kept[index] && scores[index] < 3 && shapes[index].words <= 60 {
      if Self.isKnown(reading.blocks[index], reading.matches[index], lexicon) { kept[index] = false }
    }
    keepEnclosed(reading, scores)
    keepTurns(reading, scores)
    keepAlike(reading, scores)
    dropUnindexed(reading)
    // Where an article begins below the first, this one is over.
    if !reading.features.later.ranges.isEmpty {
      for index in kept.indices where reading.features.later.contains(reading.blocks[index]) { kept[index] = false }
    }
    let words = kept.indices.reduce(0) { $0 + (kept[$1] ? shapes[$1].words : 0) }
    if words < 25 { keepMain(reading, scores) }
  }

  /// A list or a table between paragraphs of the body, or right behind its last one, is part of it, as a whole: its items say too little to be known by
  /// themselves.
  private mutating func keepEnclosed(_ reading: PageReading, _ scores: [Float]) {
    let (page, blocks) = (reading.page, reading.blocks)
    var index = 0
    while index < blocks.count {
      defer { index += 1 }
      guard !kept[index], !blocks[index].setting.isDisjoint(with: [.table, .list]) else { continue }
      // The outermost list or table that is smaller than the body.
      var element = blocks[index].element
      var outer: Int?
      while element >= 0, page.nodes[element].depth > 1 {
        if [.ul, .ol, .table].contains(page.nodes[element].tag) { outer = element }
        element = page.nodes[element].parent
      }
      guard let outer else { continue }
      let range = outer..<page.nodes[outer].end
      let first = blocks[..<index].lastIndex { !range.contains($0.element) }.map { $0 + 1 } ?? 0
      let end = blocks[index...].firstIndex { !range.contains($0.element) } ?? blocks.count
      index = end - 1
      let parent = page.nodes[outer].parent
      guard first > 0, kept[first - 1], page.nodes[blocks[first - 1].element].parent == parent else { continue }
      let isFollowed = end < blocks.count && kept[end] && page.nodes[blocks[end].element].parent == parent
      let inside = first..<end
      let isPlain = inside.allSatisfy {
        blocks[$0].linkBytes * 3 <= blocks[$0].text.count && scores[$0] > -4
          && blocks[$0].nearHints.isDisjoint(with: [.signup, .donation, .paywall, .cookie, .share, .related])
          && reading.matches[$0].allSatisfy { $0.strength < .opening }
      }
      // At the end of the body it has to be running text without any link.
      let words = inside.reduce(0) { $0 + reading.features.shapes[$1].words }
      let isText = words >= 4 * inside.count && inside.allSatisfy { blocks[$0].linkBytes == 0 }
      if isPlain, isFollowed || isText { for place in inside { kept[place] = true } }
    }
  }

  /// Questions and answers that begin with a dash, beside others that are kept: "— No." says nothing by itself.
  private mutating func keepTurns(_ reading: PageReading, _ scores: [Float]) {
    let (page, blocks) = (reading.page, reading.blocks)
    func isTurn(_ i: Int) -> Bool {
      let text = blocks[i].text
      let dash = text.starts(with: [0xE2, 0x80]) && text.count > 3 && (0x93...0x95).contains(text[2])
      return (dash || text.starts(with: [0x2D, 0x20])) && blocks[i].linkBytes == 0 && scores[i] > -4
        && !reading.matches[i].contains { $0.strength >= .opening }
    }
    for order in [Array(kept.indices), kept.indices.reversed()] {
      for (before, index) in zip(order, order.dropFirst())
      where kept[before] && !kept[index] && isTurn(before) && isTurn(index) {
        kept[index] = page.nodes[blocks[before].element].parent == page.nodes[blocks[index].element].parent
      }
    }
  }

  /// Sentences in containers that are made like those of most that is kept: the entries of a live blog.
  private mutating func keepAlike(_ reading: PageReading, _ scores: [Float]) {
    struct Make: Hashable {
      var tag: Tag
      var depth: Int
      var name: String?
    }
    let (page, blocks, shapes) = (reading.page, reading.blocks, reading.features.shapes)
    func isSentence(_ i: Int) -> Bool {
      shapes[i].words >= 8 && shapes[i].endsLikeSentence && blocks[i].linkBytes == 0
    }
    func make(_ i: Int) -> Make {
      let node = page.nodes[blocks[i].element]
      return Make(
        tag: blocks[i].tag, depth: node.depth, name: node.parent < 0 ? nil : page.attribute("class", of: node.parent))
    }
    let missing = kept.indices.filter {
      !kept[$0] && isSentence($0) && scores[$0] > -2 && reading.matches[$0].isEmpty
        && page.nodes[blocks[$0].element].parent >= 0
    }
    guard !missing.isEmpty else { return }
    var alike: [Make: (kept: Int, all: Int)] = [:]
    for index in kept.indices where isSentence(index) {
      let counts = alike[make(index)] ?? (0, 0)
      alike[make(index)] = (counts.kept + (kept[index] ? 1 : 0), counts.all + 1)
    }
    for index in missing {
      if let counts = alike[make(index)], counts.kept >= 3, counts.kept * 4 >= counts.all * 3 { kept[index] = true }
    }
  }

  /// What a page keeps from search engines stands beside its article, unless it keeps the article itself.
  private mutating func dropUnindexed(_ reading: PageReading) {
    let shapes = reading.features.shapes
    let unindexed = kept.indices.filter { kept[$0] && reading.blocks[$0].setting.contains(.unindexed) }
    guard !unindexed.isEmpty else { return }
    let all = kept.indices.reduce(0) { $0 + (kept[$1] ? shapes[$1].words : 0) }
    let indexed = all - unindexed.reduce(0) { $0 + shapes[$1].words }
    guard indexed >= 40 || indexed * 2 > all else { return }
    for index in unindexed { kept[index] = false }
  }

  /// True where the lexicons are sure that a block is furniture, though the scorer, which knows how most pages are made, is
  /// not: "Found a misprint? …" as the last paragraph.
  private static func isKnown(_ block: Block, _ matches: [FurnitureLexicon.Match], _ lexicon: FurnitureLexicon) -> Bool
  {
    let asks = !block.nearHints.isDisjoint(with: [.donation, .signup, .cookie, .paywall])
    guard let best = matches.first else { return false }
    let pleads = [.signup, .donation, .paywall].contains(best.kind)
    guard asks || pleads || best.strength >= .opening else { return false }
    let line = PlainLine(block.text[...], lexicon: lexicon)
    if pleads, line.words.count <= 40, line.addressing > 0, line.evidence > 0 { return true }
    return line.evidence >= 2 && line.isSure || asks && (line.evidence > 0 || line.addressing > 1)
  }

  /// No page is lost: where the scorer finds next to nothing, the prose of the main container stands, and where there is
  /// none, whatever is no link.
  private mutating func keepMain(_ reading: PageReading, _ scores: [Float]) {
    let (blocks, shapes) = (reading.blocks, reading.features.shapes)
    guard !blocks.isEmpty, !reading.page.nodes.isEmpty else { return }
    let main = reading.features.containers.main
    let inside = main..<reading.page.nodes[main].end
    let prose = blocks.indices.map {
      inside.contains(blocks[$0].element) && (Containers.isProse(blocks[$0], shapes[$0]) || scores[$0] > -1)
    }
    if prose.contains(true), blocks.indices.reduce(0, { $0 + (prose[$1] ? shapes[$1].words : 0) }) >= 25 {
      kept = prose
      return
    }
    kept = blocks.indices.map {
      kept[$0] || scores[$0] > -1.5
        || blocks[$0].linkBytes * 2 < blocks[$0].text.count && shapes[$0].words > 4
          && blocks[$0].setting.isDisjoint(with: [.nav, .footer, .form, .button])
    }
  }
}
