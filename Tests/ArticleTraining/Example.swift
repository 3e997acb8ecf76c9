import SvodkaMarkup

/// A page with what is known of it: which blocks are body.
struct Example {
  let id: String
  let site: String
  let reading: PageReading
  let labels: [Bool]
  /// How much each block counts: by its share in the page's text, so that every page counts alike.
  let weights: [Float]

  init(id: String, site: String, reading: PageReading, gold: String) {
    self.id = id
    self.site = site
    self.reading = reading
    let words = WordHashes.words(of: gold)
    var known: [Set<UInt64>] = [[], [], [], [], []]
    for n in 1...4 { known[n] = Set(WordHashes.runs(words, n)) }
    var labels = reading.words.map { block -> Bool in
      guard block.count >= 4 else { return false }
      let runs = WordHashes.runs(block, 4)
      return runs.reduce(0) { $0 + (known[4].contains($1) ? 1 : 0) } * 2 > runs.count
    }
    // Short blocks count where they stand among the body and their words stand in the gold one after another.
    if let first = labels.firstIndex(of: true), let last = labels.lastIndex(of: true) {
      for index in max(0, first - 2)..<min(labels.count, last + 3) {
        let block = reading.words[index]
        if (1..<4).contains(block.count) {
          labels[index] = known[block.count].contains(WordHashes.runs(block, block.count)[0])
        }
      }
    }
    self.labels = labels
    let total = Float(reading.words.reduce(0) { $0 + $1.count } + 200)
    weights = reading.words.map { 1000 * (Float($0.count) + 2) / total * 0.1 + 0.3 }
  }

  /// The host of an address, without `www`.
  static func site(_ url: String) -> String {
    let rest = url.contains("://") ? url.split(separator: "/").dropFirst().first.map(String.init) ?? url : url
    return rest.hasPrefix("www.") ? String(rest.dropFirst(4)) : rest
  }
}
