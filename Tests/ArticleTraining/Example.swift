import SvodkaMarkup

/// A page, or a plain text copied from one, with what is known of it: which of its pieces are body.
struct Example {
  let id: String
  let site: String
  /// One row of features a piece.
  let rows: [[Float]]
  let labels: [Bool]
  /// How much each piece counts: by its share in the text, so that every page counts alike.
  let weights: [Float]

  init(id: String, site: String, rows: [[Float]], words: [[UInt64]], gold: String) {
    self.id = id
    self.site = site
    self.rows = rows
    let goldWords = WordHashes.words(of: gold)
    var known: [Set<UInt64>] = [[], [], [], [], []]
    for n in 1...4 { known[n] = Set(WordHashes.runs(goldWords, n)) }
    var labels = words.map { piece -> Bool in
      guard piece.count >= 4 else { return false }
      let runs = WordHashes.runs(piece, 4)
      return runs.reduce(0) { $0 + (known[4].contains($1) ? 1 : 0) } * 2 > runs.count
    }
    // Short pieces count where they stand among the body and their words stand in the gold one after another.
    if let first = labels.firstIndex(of: true), let last = labels.lastIndex(of: true) {
      for index in max(0, first - 2)..<min(labels.count, last + 3) {
        let piece = words[index]
        if (1..<4).contains(piece.count) {
          labels[index] = known[piece.count].contains(WordHashes.runs(piece, piece.count)[0])
        }
      }
    }
    self.labels = labels
    let total = Float(words.reduce(0) { $0 + $1.count } + 200)
    weights = words.map { 1000 * (Float($0.count) + 2) / total * 0.1 + 0.3 }
  }

  /// The host of an address, without `www`.
  static func site(_ url: String) -> String {
    let rest = url.contains("://") ? url.split(separator: "/").dropFirst().first.map(String.init) ?? url : url
    return rest.hasPrefix("www.") ? String(rest.dropFirst(4)) : rest
  }
}
