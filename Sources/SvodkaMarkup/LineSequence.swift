/// Chooses the lines of the body together: whether a line is part of it mostly holds for the next one too (a chain of two states, after
/// Viterbi, 1967).
enum LineSequence {
  /// What a change between body and furniture costs, in log-odds.
  private static let change: Float = 2

  /// The lines that are kept, by their log-odds of being part of the body and their words; nil where no more than a few words would be.
  /// With fewer than `leastWords`, lines of less are kept, each for itself.
  static func kept(_ scores: [Float], lengths: [Int], leastWords: Int) -> [Bool]? {
    func words(_ kept: [Bool]) -> Int { zip(kept, lengths).reduce(0) { $0 + ($1.0 ? $1.1 : 0) } }
    let kept = likeliest(zip(scores, lengths).map(evidence))
    if words(kept) >= leastWords { return kept }
    return [-0.2, -0.9, -1.6, -2.4].lazy.map { least in scores.map { $0 > least } }.first { words($0) >= leastWords }
  }

  /// What a line says for the body: its score within bounds, more the longer it is.
  private static func evidence(score: Float, length: Int) -> Float {
    max(-3, min(3, score + 0.2)) * (0.5 + min(Float(length).squareRoot(), 6) / 6)
  }

  private static func likeliest(_ evidence: [Float]) -> [Bool] {
    // The best sums of evidence that end outside of the body and inside of it, and from where each came.
    var (outside, inside) = (Float(0), -change)
    var cameFrom: [(outside: Bool, inside: Bool)] = []
    for value in evidence {
      let leaves = inside - change > outside
      let enters = outside - change > inside
      cameFrom.append((leaves, !enters))
      (outside, inside) = (
        (leaves ? inside - change : outside) - value / 2, (enters ? outside - change : inside) + value / 2
      )
    }
    var kept = [Bool](repeating: false, count: evidence.count)
    var isInside = inside - change > outside
    for index in evidence.indices.reversed() {
      kept[index] = isInside
      isInside = isInside ? cameFrom[index].inside : cameFrom[index].outside
    }
    return kept
  }
}
