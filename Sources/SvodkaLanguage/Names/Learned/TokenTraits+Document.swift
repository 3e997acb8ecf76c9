import SvodkaKit

extension TokenTraits {
  /// What the rest of the document shows of a word.
  private struct Shown {
    /// By type, then not within a name; with a capital.
    var counts = SIMD4<Int>()
    /// By type.
    var asFirst = SIMD4<Int>()
    var asLast = SIMD4<Int>()
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
    // By hashes, at a fraction of what letters that are no ASCII cost as keys.
    var shown: [UInt64: Shown] = [:]
    var stems = [UInt64](repeating: 0, count: tagger.tokens.count)
    var isAsked = WordBits()
    for (i, token) in tagger.tokens.enumerated() where asked[i] && token.kind == .word && token.shape != .lower {
      isAsked.add(Self.capital, to: token.key)
      stems[i] = Self.stem(token.key)
      shown[stems[i], default: Shown()].counts[types[i]] += 1
      if first[i] { shown[stems[i]]?.asFirst[types[i]] += 1 }
      if last[i] { shown[stems[i]]?.asLast[types[i]] += 1 }
    }
    // Only words that also stand with a capital matter.
    for token in tagger.tokens where token.kind == .word && token.shape == .lower {
      let hash = WordBits.hash(token.key)
      if isAsked[hash] != 0 { isAsked.add(Self.lower, to: hash) }
    }
    for i in stems.indices where stems[i] != 0 {
      if isAsked[tagger.tokens[i].key] & Self.lower != 0 { set(.lower, i, "lower") }
      guard var here = shown[stems[i]] else { continue }
      here.counts[types[i]] -= 1
      if first[i] { here.asFirst[types[i]] -= 1 }
      if last[i] { here.asLast[types[i]] -= 1 }
      set(.document, i, Self.majority(here.counts))
      let (head, foot) = (Self.greatest(here.asFirst), Self.greatest(here.asLast))
      let isHead = here.asFirst[head] >= here.asLast[foot]
      if isHead ? here.asFirst[head] > 0 : here.asLast[foot] > 0 {
        set(.longer, i, (isHead ? "first " : "last ") + EntityType.allCases[isHead ? head : foot].rawValue)
      }
    }
  }

  /// The first of the greatest.
  private static func greatest(_ counts: SIMD4<Int>) -> Int {
    var best = 0
    for k in 1..<4 where counts[k] > counts[best] { best = k }
    return best
  }

  private static func majority(_ counts: SIMD4<Int>) -> String {
    let (all, best) = (counts.wrappedSum(), greatest(counts))
    guard counts[best] > 0 else { return "" }
    let name = best < 3 ? EntityType.allCases[best].rawValue : "none"
    return name + (all == 1 ? " once" : counts[best] == all ? " always" : counts[best] * 3 > all * 2 ? " mostly" : "")
  }

  private static let capital: UInt32 = 1
  private static let lower: UInt32 = 2

  /// The hash of a word without what its cases add, roughly: no more than three vowels and the like at its end.
  static func stem(_ key: String) -> UInt64 {
    var scalars = key.unicodeScalars[...]
    guard let value = scalars.last?.value, value > 0x400 else { return WordBits.hash(key) }
    var (cut, count) = (0, scalars.count)
    while cut < 3, count > 3, let last = scalars.last, endings.contains(last) {
      scalars.removeLast()
      (cut, count) = (cut + 1, count - 1)
    }
    return cut == 0 ? WordBits.hash(key) : WordBits.hash(String(Substring(scalars)))
  }

  private static let endings = Array("аяоеуюыиймх".unicodeScalars)
}
