import SvodkaKit

/// A page on its way to an article: cut into blocks, measured, its head read.
package struct PageReading {
  let page: HTMLPage
  let metadata: PageMetadata
  let title: String?
  let blocks: [Block]
  let features: BlockFeatures
  /// The sure entries of the lexicons that fit each block.
  let matches: [[FurnitureLexicon.Match]]

  /// One row of features a block.
  package var rows: [[Float]] { features.table.rows }
  /// The hashed words of each block.
  package var words: [[UInt64]] { features.shapes.map(\.hashes) }

  init(_ text: String, depthLimit: Int, hints: ClassHints, lexicon: FurnitureLexicon) throws(AnalysisError) {
    page = try HTMLPage(text, depthLimit: depthLimit)
    metadata = PageMetadata(page: page)
    blocks = BlockReader.blocks(of: page, hints: hints)
    title = TitleReader(metadata: metadata).title(among: blocks)
    var known = BlockFeatures.Hints()
    if let title { known.title = TextShape(Array(title.utf8)).hashes }
    if let body = metadata.linkedData.body {
      known.body = Set(TextShape.shingles(TextShape(Array(body.utf8)).hashes, 3))
    }
    let matches = blocks.map { block in
      block.text.count <= 500 ? lexicon.matches(lexicon.words(of: block.text)) : []
    }
    self.matches = matches
    features = BlockFeatures(page: page, blocks: blocks, hints: known, matches: matches)
  }

  /// How sure the lexicons are, by groups of kinds.
  static func evidence(_ matches: [FurnitureLexicon.Match]) -> [Float] {
    func strength(_ kinds: Furniture.Kind...) -> Float {
      Float(matches.filter { kinds.contains($0.kind) }.map { $0.strength.rawValue + 1 }.max() ?? 0)
    }
    return [
      strength(.signup, .donation, .paywall), strength(.share), strength(.related), strength(.comments),
      strength(.legal, .cookie), strength(.caption), strength(.author, .advertisement), strength(.menu),
    ]
  }
}
