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
    var names = traits.stretches.flatMap { stretch in
      MentionChain(scores: weights.scores(stretch, of: traits), transitions: weights.transitions)
        .names(from: stretch.lowerBound)
    }.compactMap { name in
      Brackets.closed(name.tokens, tokens).map {
        LearnedName(tokens: $0, type: name.type, probability: name.probability)
      }
    }
    names.settleTypes(tokens)
    return names.map { name in
      var candidate = known[name.tokens] ?? .init(tokens: name.tokens, scores: [0, 0, 0], rule: "learned")
      if candidate.best.type != name.type || known[name.tokens] == nil { candidate.rule = "learned" }
      candidate.scores = [0, 0, 0]
      // What `best` makes a confidence of.
      candidate.scores[name.type.column] = Double(name.probability / max(1 - name.probability, 0.01))
      candidate.isDoubtful = false
      return candidate
    }
  }
}
