import SvodkaKit

extension TokenTraits {
  /// What joins two words with capitals to one run, beside the words that the lexicon has for it.
  private static let joins: Set<String> = ["&", "-", "–"]
  /// Marks that belong to the word that they touch.
  private static let inner: Set<String> = [".", "'", "’"]
  /// Runs are told apart by their length up to this.
  private static let longest = 4

  /// Where each word stands in its run of words with capitals, and what stands round the run.
  mutating func tellRuns(_ sentence: Sentence, _ tagger: NameTagger, _ asked: [Bool]) {
    var i = sentence.tokens.lowerBound
    while i < sentence.tokens.upperBound {
      guard Self.isCapital(tagger.tokens[i]) else {
        i += 1
        continue
      }
      let run = i..<Self.end(ofRunAt: i, in: sentence, tagger)
      i = run.upperBound
      guard run.contains(where: { asked[$0] }) else { continue }
      let length = min(run.count, Self.longest)
      for k in run {
        set(.place, k, (k == run.lowerBound ? "B" : k == run.upperBound - 1 ? "L" : "I") + String(length))
        tell(.before, k, run.lowerBound - 1, sentence, tagger)
        tell(.after, k, run.upperBound, sentence, tagger)
        tell(.last, k, run.upperBound - 1, sentence, tagger)
      }
    }
  }

  private mutating func tell(
    _ trait: TokenTrait, _ token: Int, _ neighbour: Int, _ sentence: Sentence, _ tagger: NameTagger
  ) {
    // The edge of the sentence tells as well.
    guard sentence.tokens.contains(neighbour) else { return set(trait, token, "<>") }
    let key = tagger.tokens[neighbour].key
    set(trait, token, TokenTrait.number(WordBits.hash(key)), key)
  }

  private static func isCapital(_ token: Token) -> Bool {
    switch token.shape {
    case .title, .upper, .mixed: token.kind != .mark
    case .lower, .none: false
    }
  }

  private static func end(ofRunAt first: Int, in sentence: Sentence, _ tagger: NameTagger) -> Int {
    let (tokens, lexicon) = (tagger.tokens, tagger.lexicon)
    var end = first + 1
    while end < sentence.tokens.upperBound {
      if isCapital(tokens[end]) {
        end += 1
        continue
      }
      guard end + 1 < sentence.tokens.upperBound, isCapital(tokens[end + 1]) else { break }
      let key = tokens[end].key
      guard
        joins.contains(key) || lexicon.bodyJoins.contains(key) || lexicon.articles.contains(key)
          || lexicon.personParticles.contains(key) || inner.contains(key) && !tokens[end].spaceBefore
      else { break }
      end += 2
    }
    return end
  }
}
