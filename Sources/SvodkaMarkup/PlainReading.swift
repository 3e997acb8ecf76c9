/// A text on its way to an article: cut into lines, what the rules are sure of dropped, the rest measured.
package struct PlainReading {
  let copy: PlainCopy
  /// The lines that are not blank.
  package let written: [Int]
  /// One row of features for each line that is not blank.
  package var rows: [[Float]] { table.rows }
  let table: FeatureTable
  private let relations: LineRelations
  private let profiles: ProfileBox
  /// The hashed words of these lines.
  package let words: [[UInt64]]

  init(_ text: String, lexicon: FurnitureLexicon) {
    copy = PlainCopy(text, lexicon: lexicon)
    profiles = lexicon.profiles
    let lines = copy.lines
    let written = lines.indices.filter { !lines[$0].isBlank }
    var gaps: [Int] = []
    var last = -1
    for index in written + [lines.count] {
      gaps.append(index - last - 1)
      last = index
    }
    let dropped = copy.dropped
    let features = LineFeatures(
      lines: written.map { lines[$0] }, gaps: gaps, byRule: written.map { dropped[$0] != nil })
    table = features.table
    relations = features.relations
    words = written.map { WordHashes.words(of: lines[$0].string) }
    self.written = written
  }

  /// The text without what the rules and the scorer take for furniture; `scores` are log-odds of being part of the body.
  ///
  /// The scorer is asked where a whole page was copied, with its menus and lists of links. In any other text it has little
  /// to find and much to spoil: there the rules stand alone.
  func article(scores: [Float]?) -> PlainCopy {
    guard let scores, isWholePage(scores) else { return self.copy }
    let lines = self.copy.lines
    let lengths = written.map { lines[$0].words.count }
    guard var kept = LineSequence.kept(scores, lengths: lengths, leastWords: 25) else { return self.copy }
    var copy = self.copy
    // The headline is no part of the body, and nothing short above it is.
    let first = kept.indices.first { kept[$0] && lines[written[$0]].isProse } ?? 0
    if let headline = relations.headline(above: first) {
      copy.headline = lines[written[headline]].string
      for order in 0...headline { kept[order] = false }
      copy.drop(written[headline], else: "headline", kind: .masthead)
    }
    let body = written.indices.filter { kept[$0] && copy.dropped[written[$0]] == nil }
    if let start = profiles.start(in: body.map { lines[written[$0]] }) {
      for order in body[start...] {
        kept[order] = false
        copy.drop(written[order], else: "a profile below the article", kind: .author)
      }
    }
    for (order, index) in written.enumerated() where !kept[order] && copy.dropped[index] == nil {
      copy.drop(index, else: "scorer", kind: lines[index].matches.first?.kind ?? .other)
    }
    return copy
  }

  /// True where the rules have left many lines of furniture, and the lexicons know some of it.
  private func isWholePage(_ scores: [Float]) -> Bool {
    let furniture = zip(written, scores).filter { $0.1 < -1 }
    return furniture.count { copy.dropped[$0.0] == nil } >= 8
      && furniture.count { !copy.lines[$0.0].matches.isEmpty } >= 3
  }
}
