import SvodkaKit

extension TokenTraits {
  /// What a run of words with capitals shows of each of its words: `the Yas Marina Circuit website` is about a circuit.
  mutating func tellRuns(_ sentence: Sentence, _ tagger: NameTagger, _ asked: [Bool], _ classes: [String]) {
    let (tokens, start) = (tagger.tokens, sentence.tokens.lowerBound)
    var i = start
    while i < sentence.tokens.upperBound {
      guard asked[i], Self.isCapital(tokens[i]) else {
        i += 1
        continue
      }
      var end = i + 1
      while end < sentence.tokens.upperBound, Self.isCapital(tokens[end]) { end += 1 }
      for k in i..<end {
        set(.run, k, "\(min(k - i + 1, 4)) of \(min(end - i, 4))")
        set(.first, k, classes[i - start])
        set(.lastClass, k, classes[end - 1 - start])
        set(.last, k, tokens[end - 1].key)
        if i > start {
          set(.before, k, tokens[i - 1].key)
          set(.beforeClass, k, classes[i - 1 - start])
        }
        if end < sentence.tokens.upperBound {
          set(.after, k, tokens[end].key)
          set(.afterClass, k, classes[end - start])
        }
      }
      i = end
    }
    tellQuoted(sentence, tagger)
  }

  private static func isCapital(_ token: Token) -> Bool {
    token.kind != .mark && (token.shape == .title || token.shape == .upper || token.shape == .mixed)
  }

  private mutating func tellQuoted(_ sentence: Sentence, _ tagger: NameTagger) {
    var open: Int?
    for i in sentence.tokens where tagger.tokens[i].kind == .mark {
      switch tagger.tokens[i].key {
      case "«", "“", "„": open = i
      case "»", "”", "\"":
        if let first = open, i - first < 8 {
          for k in (first + 1)..<max(i, first + 1) {
            set(.quoted, k, i - first == 2 ? "alone" : k == first + 1 ? "first" : k == i - 1 ? "last" : "inner")
          }
          open = nil
        } else {
          open = tagger.tokens[i].key == "\"" ? i : nil
        }
      default: break
      }
    }
  }
}
