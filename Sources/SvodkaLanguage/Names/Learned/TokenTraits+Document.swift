import SvodkaKit

extension TokenTraits {
  /// What the rest of the document shows of a word.
  private struct Shown {
    /// By type, then not within a name; with a capital.
    var counts = [0, 0, 0, 0]
    var asFirst = [0, 0, 0]
    var asLast = [0, 0, 0]
    var isLower = false
  }

  mutating func tellDocument(_ tagger: NameTagger, _ fused: [NameTagger.Candidate], _ asked: [Bool]) {
    var types = [Int](repeating: 3, count: tagger.tokens.count)
    var first = [Bool](repeating: false, count: tagger.tokens.count)
    var last = first
    for candidate in fused where !candidate.tokens.isEmpty {
      for i in candidate.tokens { types[i] = candidate.best.type.column }
      guard candidate.tokens.count > 1 else { continue }
      first[candidate.tokens.lowerBound] = true
      last[candidate.tokens.upperBound - 1] = true
    }
    var shown: [String: Shown] = [:]
    var stems = [String](repeating: "", count: tagger.tokens.count)
    for (i, token) in tagger.tokens.enumerated() where token.kind == .word && (asked[i] || token.shape == .lower) {
      if token.shape == .lower {
        // Only words that also stand with a capital matter, but those are not known yet.
        shown[token.key, default: Shown()].isLower = true
        continue
      }
      stems[i] = Self.stem(token.key)
      shown[stems[i], default: Shown()].counts[types[i]] += 1
      if first[i] { shown[stems[i]]?.asFirst[types[i]] += 1 }
      if last[i] { shown[stems[i]]?.asLast[types[i]] += 1 }
    }
    for i in stems.indices where !stems[i].isEmpty && asked[i] {
      if shown[tagger.tokens[i].key]?.isLower == true { set(.lower, i, "lower") }
      guard var here = shown[stems[i]] else { continue }
      here.counts[types[i]] -= 1
      if first[i] { here.asFirst[types[i]] -= 1 }
      if last[i] { here.asLast[types[i]] -= 1 }
      set(.document, i, Self.majority(here.counts))
      let ends = here.asFirst + here.asLast
      if let best = ends.indices.max(by: { ends[$0] < ends[$1] }), ends[best] > 0 {
        set(.longer, i, (best < 3 ? "first " : "last ") + EntityType.allCases[best % 3].rawValue)
      }
    }
  }

  private static func majority(_ counts: [Int]) -> String {
    let all = counts.reduce(0, +)
    guard let best = counts.indices.max(by: { counts[$0] < counts[$1] }), counts[best] > 0 else { return "" }
    let name = best < 3 ? EntityType.allCases[best].rawValue : "none"
    return name + (all == 1 ? " once" : counts[best] == all ? " always" : counts[best] * 3 > all * 2 ? " mostly" : "")
  }

  /// A word without what its cases add, roughly: no more than three vowels and the like at its end.
  private static func stem(_ key: String) -> String {
    var scalars = Array(key.unicodeScalars)
    guard let value = scalars.last?.value, value > 0x400 else { return key }
    var cut = 0
    while cut < 3, scalars.count > 3, let last = scalars.last, "аяоеуюыиймх".unicodeScalars.contains(last) {
      scalars.removeLast()
      cut += 1
    }
    var stem = ""
    stem.unicodeScalars.append(contentsOf: scalars)
    return stem
  }
}
