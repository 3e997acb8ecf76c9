import SvodkaKit

/// Decides on the names of a document by what was learned, over what model, rules, tables and document say of each token.
struct LearnedMentions {
  private let weights: MentionWeights
  private let traits: TokenTraits
  private let tokens: [Token]
  private let fused: [NameTagger.Candidate]
  /// The tokens such as `London-based`.
  private let compounds: Set<Int>

  init(_ weights: MentionWeights, _ traits: TokenTraits, _ tagger: NameTagger, fused: [NameTagger.Candidate]) {
    (self.weights, self.traits, tokens, self.fused) = (weights, traits, tagger.tokens, fused)
    compounds = Set(tagger.tokens.indices.filter { tagger.isCompound($0) })
  }

  /// A name without the adjective that a model has taken into it: `Printfresh` and `US` of `US-based Printfresh`.
  private func divided(_ name: LearnedName, _ known: [Range<Int>: NameTagger.Candidate]) -> [LearnedName] {
    guard let adjective = name.tokens.dropLast().last(where: { compounds.contains($0) }) else { return [name] }
    var (stem, rest) = (name, name)
    (stem.tokens, rest.tokens) = (adjective..<(adjective + 1), (adjective + 1)..<name.tokens.upperBound)
    guard let place = known[stem.tokens], place.part != nil else { return [rest] }
    stem.type = place.best.type
    return [stem, rest]
  }

  /// The names, in text order.
  func candidates() -> [NameTagger.Candidate] {
    var known: [Range<Int>: NameTagger.Candidate] = [:]
    for candidate in fused { known[candidate.tokens] = candidate }
    var names = traits.stretches.flatMap { stretch in
      MentionChain(scores: weights.scores(stretch, of: traits), transitions: weights.transitions)
        .names(from: stretch.lowerBound)
    }.flatMap { name in divided(name, known) }.compactMap { name in
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
