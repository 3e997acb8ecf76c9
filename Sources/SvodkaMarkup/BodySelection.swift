/// Which blocks are the body, by their scores and their neighbours.
struct BodySelection {
  private(set) var kept: [Bool]

  init(reading: PageReading, scores: [Float]) {
    kept = scores.map { $0 > 0.4 }
    let shapes = reading.features.shapes
    let words = kept.indices.reduce(0) { $0 + (kept[$1] ? shapes[$1].words : 0) }
    if words < 25 { keepMain(reading, scores) }
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
