/// The line of a copied page that is most likely the headline: not a sentence, with words that the prose below it speaks of, found again
/// in a trail of menus or further down.
struct LineHeadline {
  /// The line; nil where none may be one.
  let line: Int?
  /// Its stems.
  let stems: Set<UInt64>

  /// Looks through the lines; `stems` are the beginnings of each line's longer words, `repeats` tell how often its words stand in a row
  /// elsewhere.
  init(lines: [PlainLine], stems: [Set<UInt64>], isProse: [Bool], repeats: [Int], within range: Range<Int>) {
    var best: (score: Float, line: Int)?
    for i in range where (3...25).contains(lines[i].words.count) && stems[i].count > 1 {
      guard lines[i].bytes.last(where: { $0 > 0x20 }) != 0x2E else { continue }
      let below = ((i + 1)..<max(i + 1, min(lines.count, i + 25))).filter { isProse[$0] }.prefix(8)
      guard let first = below.first else { continue }
      let known = stems[i].count { stem in below.contains { stems[$0].contains(stem) } }
      let words = below.reduce(0) { $0 + lines[$1].words.count }
      let score =
        Float(known) / Float(stems[i].count).squareRoot() + (repeats[i] > 0 ? 0.6 : 0) + 0.1 * log(words)
        - 0.1 * Float(first - i)
      if best.map({ score >= $0.score }) ?? true { best = (score, i) }
    }
    line = best?.line
    self.stems = best.map { stems[$0.line] } ?? []
  }
}
