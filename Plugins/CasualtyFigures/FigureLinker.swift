import SvodkaKit
import SvodkaLanguage
import SvodkaText

/// A number that counts people, linked to what happened to them.
struct LinkedFigure {
  var amount: Amount
  /// The tokens of the amount.
  var tokens: Range<Int>
  var noun: CountedNoun
  var kind: CasualtyKind
  /// The word that says what happened, where one does.
  var predicate: Range<Int>?
  var isCumulative = false
  /// True of "including three children" and of «из них двое».
  var isPart = false
  /// The sentence, as an index.
  var sentence = 0
  /// True of "another 15", «ещё двое».
  var isMore = false
  /// True of a figure that the text gives as past.
  var isFormer = false
  var confidence: Double
  /// The pattern, with the entry of the lexicon where one says what happened.
  var rule = ""
}

/// Links the numbers of a sentence to what happened, by the distance to the words that say so.
struct FigureLinker {
  let reading: SentenceReading
  let lexicon: CasualtyLexicon
  /// The figures of the sentences before, nearest last.
  let earlier: [LinkedFigure]
  /// The persons that the sentence names, as ranges of tokens.
  var named: [Range<Int>] = []

  struct Candidate {
    var amount: Amount
    var tokens: Range<Int>
    var noun: CountedNoun
    var isPart = false
    var isMore = false
    var isTogether = false
    /// Said by an article or by a noun alone.
    var isSingle = false
  }

  struct Link {
    var kind: CasualtyKind?
    var predicate: Range<Int>?
    var isCumulative = false
    var cost: Double
    var isFar = false
    /// The word says so only of people: "lost".
    var isWeak = false
    var entry = ""
  }

  /// The figures of the sentence, in text order.
  func figures() -> [LinkedFigure] {
    let (closed, earlierFigures) = (blocked(), reading.former.map { clause(around: $0) })
    func stands(_ tokens: Range<Int>) -> Bool { !closed.contains { $0.contains(tokens.lowerBound) } }
    var candidates = self.candidates().filter { stands($0.tokens) }
    let zeros = self.zeros().filter { stands($0.tokens) }
    candidates.removeAll { c in zeros.contains { $0.tokens.overlaps(c.tokens) } }
    var found: [LinkedFigure?] = Array(repeating: nil, count: candidates.count)
    var released: Set<Int> = []
    correct(&candidates, &found)
    for n in candidates.indices where found[n] == nil { found[n] = tabled(candidates[n]) }
    for (n, candidate) in candidates.enumerated() where !candidate.isPart && found[n] == nil {
      guard let link = link(candidate, among: candidates) else { continue }
      if let kind = link.kind { found[n] = figure(candidate, link, kind) } else { released.insert(n) }
    }
    for n in candidates.indices where found[n] == nil && !released.contains(n) && !candidates[n].isPart {
      found[n] =
        listed(n, candidates, found) ?? generic(n, candidates, found) ?? told(n, candidates, found)
        ?? spread(n, candidates, found) ?? gapped(n, candidates, found) ?? former(n, candidates, found)
        ?? continued(candidates[n])
    }
    for n in candidates.indices.reversed() where found[n] == nil && !released.contains(n) && !candidates[n].isPart {
      found[n] = leading(n, candidates, found)
    }
    for n in candidates.indices where candidates[n].isPart && !candidates[n].noun.isThing {
      found[n] = part(n, candidates, found)
      if found[n] == nil { released.insert(n) }
    }
    for n in candidates.indices where found[n] == nil && !released.contains(n) {
      found[n] = listed(n, candidates, found)
    }
    return (found.compactMap { $0 } + zeros).sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }.map { figure in
      var figure = figure
      figure.isFormer =
        figure.amount.isFormer || isSuperseded(figure.tokens)
        || earlierFigures.contains { $0.contains(figure.tokens.lowerBound) }
      return figure
    }
  }
}
