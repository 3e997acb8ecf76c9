#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A linear chain of labels over a stretch of tokens (Lafferty, McCallum and Pereira, "Conditional random fields", 2001).
package struct MentionChain {
  private static let count = MentionLabel.count
  private let scores: [Float]
  private let transitions: [Float]
  private let length: Int

  /// Takes scores, a row of labels a token, and transitions, a row a label before.
  package init(scores: [Float], transitions: [Float]) {
    (self.scores, self.transitions) = (scores, transitions)
    length = scores.count / Self.count
  }

  /// The labels that can stand before one: any, but before one inside a name only its own type.
  private static let before: [Range<Int>] = (0..<count).map { label in
    let before = (0..<count).filter { MentionLabel.follows(label, $0) }
    return before[0]..<(before[before.count - 1] + 1)
  }
  /// Those that can follow one.
  private static let after: [[Int]] = (0..<count).map { before in
    (0..<count).filter { MentionLabel.follows($0, before) }
  }

  /// The best path; before the first token stands none.
  package func best() -> [Int] {
    guard length > 0 else { return [] }
    let count = Self.count
    let before = Self.before
    var best = [Float](repeating: -.infinity, count: length * count)
    var from = [Int](repeating: 0, count: length * count)
    for label in Self.after[MentionLabel.none] { best[label] = scores[label] + transitions[label] }
    for token in 1..<max(1, length) {
      let (row, last) = (token * count, (token - 1) * count)
      for label in 0..<count {
        var most = -Float.infinity
        for before in before[label] {
          let score = best[last + before] + transitions[before * count + label]
          if score > most {
            most = score
            from[row + label] = before
          }
        }
        best[row + label] = most + scores[row + label]
      }
    }
    let end = (length - 1) * count
    var path = [Int](repeating: 0, count: length)
    path[length - 1] = (0..<count).max { best[end + $0] < best[end + $1] } ?? 0
    for token in stride(from: length - 1, to: 0, by: -1) { path[token - 1] = from[token * count + path[token]] }
    return path
  }

  /// How probable each label of each token is, summed over the chain.
  package func probabilities() -> [Float] { summed().labels }

  /// How probable each label of each token is, and each pair of labels of neighbours, summed over the chain.
  package func marginals() -> (labels: [Float], pairs: [Float], logSum: Float) {
    let count = Self.count
    let (forward, backward, labels, all) = summed()
    var pairs = [Float](repeating: 0, count: count * count)
    for label in 0..<count { pairs[label] += labels[label] }
    for token in 1..<max(1, length) {
      for before in 0..<count {
        for label in Self.after[before] {
          pairs[before * count + label] += exp(
            forward[(token - 1) * count + before] + transitions[before * count + label]
              + scores[token * count + label] + backward[token * count + label] - all)
        }
      }
    }
    return (labels, pairs, all)
  }

  /// Sums over the paths up to each label of each token and from it on, as logarithms, and what follows from them.
  private func summed() -> (forward: [Float], backward: [Float], labels: [Float], all: Float) {
    let count = Self.count
    let (before, after) = (Self.before, Self.after)
    var forward = [Float](repeating: -.infinity, count: length * count)
    var backward = [Float](repeating: -.infinity, count: length * count)
    for label in after[MentionLabel.none] { forward[label] = scores[label] + transitions[label] }
    return withUnsafeTemporaryAllocation(of: Float.self, capacity: count) { terms in
      for token in 1..<max(1, length) {
        for label in 0..<count {
          var held = 0
          for before in before[label] {
            terms[held] = forward[(token - 1) * count + before] + transitions[before * count + label]
            held += 1
          }
          forward[token * count + label] = Self.logSum(terms[..<held]) + scores[token * count + label]
        }
      }
      for label in 0..<count { backward[(length - 1) * count + label] = 0 }
      for token in stride(from: length - 2, through: 0, by: -1) {
        for before in 0..<count {
          var held = 0
          for label in after[before] {
            terms[held] =
              backward[(token + 1) * count + label] + transitions[before * count + label]
              + scores[(token + 1) * count + label]
            held += 1
          }
          backward[token * count + before] = Self.logSum(terms[..<held])
        }
      }
      for label in 0..<count { terms[label] = forward[(length - 1) * count + label] }
      let all = Self.logSum(terms[...])
      var labels = [Float](repeating: 0, count: length * count)
      for k in labels.indices { labels[k] = exp(forward[k] + backward[k] - all) }
      return (forward, backward, labels, all)
    }
  }

  private static func logSum(_ terms: Slice<UnsafeMutableBufferPointer<Float>>) -> Float {
    var most = -Float.infinity
    for term in terms where term > most { most = term }
    guard most > -.infinity else { return -.infinity }
    var sum: Float = 0
    for term in terms { sum += exp(term - most) }
    return most + log(sum)
  }
}
