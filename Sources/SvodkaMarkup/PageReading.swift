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
    if let title { known.title = HashedCounts(TextShape(Array(title.utf8)).hashes) }
    if let body = metadata.linkedData.body {
      known.body = HashedCounts(TextShape.shingles(TextShape(Array(body.utf8)).hashes, 3))
    }
    var words = FoldedWords()
    let matches = blocks.map { block in
      guard block.text.count <= 500 else { return [FurnitureLexicon.Match]() }
      lexicon.cut(block.text, into: &words)
      return lexicon.matches(words)
    }
    self.matches = matches
    features = BlockFeatures(page: page, blocks: blocks, hints: known, matches: matches)
  }

  /// Appends how sure the lexicons are, by groups of kinds.
  static func append(evidence matches: [FurnitureLexicon.Match], to row: inout FeatureRow) {
    if matches.isEmpty { for _ in 0..<8 { row.append(0) } } else { row.append(evidence(matches)) }
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
