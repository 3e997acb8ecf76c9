/// Whom a pronoun means: the nearest name before it that fits, when it is the only plausible one.
public struct Antecedents {
  private let words: ClauseWords
  private let sentences: [Sentence]

  /// Looks among the names of a document.
  public init(words: ClauseWords, sentences: [Sentence]) {
    self.words = words
    self.sentences = sentences
  }

  /// The person meant by a pronoun for one person in a sentence; `sources` are the people who spoke before, latest last.
  ///
  /// - Returns: the head of the phrase, or nil when there is no person near or more than one.
  public func person(at pronoun: Int, sentence: Int, sources: [NounPhrase]) -> NounPhrase? {
    let near = max(0, sentence - 2)
    let floor = sentences[near].tokens.lowerBound
    if let last = sources.last(where: { !$0.isPronoun && isPerson($0) }), last.tokens.lowerBound >= floor {
      return last
    }
    for back in stride(from: sentence, through: near, by: -1) {
      let range = sentences[back].tokens.lowerBound..<min(sentences[back].tokens.upperBound, pronoun)
      guard range.lowerBound < range.upperBound else { continue }
      var people: [Int] = []
      for i in range {
        let mention = words.mentionAt[i]
        if mention >= 0, words.mentions[mention].type == .person, people.last != mention { people.append(mention) }
      }
      let surnames = people.map { words.tokens[words.mentions[$0].tokens.upperBound - 1].key }
      guard let first = people.first, let surname = surnames.first else { continue }
      if surnames.allSatisfy({ $0.hasPrefix(surname) || surname.hasPrefix($0) }) || opens(first, sentences[back]) {
        let head = words.mentions[first].tokens
        return NounPhrase(tokens: head, head: head, mention: first, isPronoun: false)
      }
      return nil
    }
    return nil
  }

  /// True when the phrase is a person by name or by its noun.
  public func isPerson(_ phrase: NounPhrase) -> Bool {
    if let mention = phrase.mention { return words.mentions[mention].type == .person }
    return phrase.tokens.contains { words.has($0, .people) }
  }

  /// True when nothing but a title stands before the mention in its sentence.
  private func opens(_ mention: Int, _ sentence: Sentence) -> Bool {
    let before = sentence.tokens.lowerBound..<words.mentions[mention].tokens.lowerBound
    return before.count <= 6
      && before.allSatisfy { !words.has($0, [.preposition, .verb, .subordinator]) || words.mentionAt[$0] >= 0 }
  }
}
