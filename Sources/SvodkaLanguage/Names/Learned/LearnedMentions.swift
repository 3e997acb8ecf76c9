import SvodkaKit

/// Decides on the names of a document by what was learned, over what model, rules, tables and document say of each token.
struct LearnedMentions {
  private let weights: MentionWeights
  private let traits: TokenTraits
  private let tokens: [Token]
  private let fused: [NameTagger.Candidate]

  init(_ weights: MentionWeights, _ traits: TokenTraits, tokens: [Token], fused: [NameTagger.Candidate]) {
    (self.weights, self.traits, self.tokens, self.fused) = (weights, traits, tokens, fused)
  }

  /// The names, in text order.
  func candidates() -> [NameTagger.Candidate] {
    var known: [Range<Int>: NameTagger.Candidate] = [:]
    for candidate in fused { known[candidate.tokens] = candidate }
    return traits.stretches.flatMap { stretch in
      let chain = MentionChain(scores: weights.scores(stretch, of: traits), transitions: weights.transitions)
      let path = chain.best()
      let names = MentionLabel.names(path, from: stretch.lowerBound).compactMap { name in
        Brackets.closed(name.tokens, tokens).map { (tokens: $0, type: name.type) }
      }
      guard !names.isEmpty else { return [NameTagger.Candidate]() }
      let probable = chain.probabilities()
      return names.map { name in
        // The least probable of its labels.
        let sure = name.tokens.reduce(Float(1)) { least, i in
          let row = i - stretch.lowerBound
          return min(least, probable[row * MentionLabel.count + path[row]])
        }
        var candidate = known[name.tokens] ?? .init(tokens: name.tokens, scores: [0, 0, 0], rule: "learned")
        if candidate.best.type != name.type || known[name.tokens] == nil { candidate.rule = "learned" }
        candidate.scores = [0, 0, 0]
        // What `best` makes a confidence of.
        candidate.scores[name.type.column] = Double(sure / max(1 - sure, 0.01))
        candidate.isDoubtful = false
        return candidate
      }
    }
  }
}
