/// Which blocks are the body, by their scores and their neighbours.
struct BodySelection {
  private(set) var kept: [Bool]

  init(reading: PageReading, scores: [Float], lexicon: FurnitureLexicon) {
    kept = scores.map { $0 > 0.4 }
    let shapes = reading.features.shapes
    for index in kept.indices where kept[index] && scores[index] < 3 && shapes[index].words <= 60 {
      if Self.isKnown(reading.blocks[index], reading.matches[index], lexicon) { kept[index] = false }
    }
    let words = kept.indices.reduce(0) { $0 + (kept[$1] ? shapes[$1].words : 0) }
    if words < 25 { keepMain(reading, scores) }
  }

  /// True where the lexicons are sure that a block is furniture, though the scorer, which knows how most pages are made, is
  /// not: "Found a misprint? …" as the last paragraph.
  private static func isKnown(_ block: Block, _ matches: [FurnitureLexicon.Match], _ lexicon: FurnitureLexicon) -> Bool
  {
    let asks = !block.nearHints.isDisjoint(with: [.donation, .signup, .cookie, .paywall])
    guard let best = matches.first, asks || best.strength >= .opening else { return false }
    let line = PlainLine(block.text[...], lexicon: lexicon)
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
