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

  private static let follows: [[Bool]] = (0..<count).map { before in
    (0..<count).map { MentionLabel.follows($0, before) }
  }

  /// The best path; before the first token stands none.
  package func best() -> [Int] {
    let count = Self.count
    var best = [Float](repeating: -.infinity, count: length * count)
    var from = [Int](repeating: 0, count: length * count)
    for label in 0..<count where Self.follows[MentionLabel.none][label] {
      best[label] = scores[label] + transitions[label]
    }
    for token in 1..<max(1, length) {
      for label in 0..<count {
        for before in 0..<count where Self.follows[before][label] {
          let score = best[(token - 1) * count + before] + transitions[before * count + label]
          if score > best[token * count + label] {
            best[token * count + label] = score
            from[token * count + label] = before
          }
        }
        best[token * count + label] += scores[token * count + label]
      }
    }
    guard length > 0 else { return [] }
    let end = (length - 1) * count
    var path = [Int](repeating: 0, count: length)
    path[length - 1] = (0..<count).max { best[end + $0] < best[end + $1] } ?? 0
    for token in stride(from: length - 1, to: 0, by: -1) { path[token - 1] = from[token * count + path[token]] }
    return path
  }

  /// How probable each label of each token is, and each pair of labels of neighbours, summed over the chain.
  package func marginals() -> (labels: [Float], pairs: [Float], logSum: Float) {
    let count = Self.count
    var forward = [Float](repeating: -.infinity, count: length * count)
    var backward = [Float](repeating: -.infinity, count: length * count)
    for label in 0..<count where Self.follows[MentionLabel.none][label] {
      forward[label] = scores[label] + transitions[label]
    }
    for token in 1..<max(1, length) {
      for label in 0..<count {
        var terms: [Float] = []
        for before in 0..<count where Self.follows[before][label] {
          terms.append(forward[(token - 1) * count + before] + transitions[before * count + label])
        }
        forward[token * count + label] = Self.logSum(terms) + scores[token * count + label]
      }
    }
    for label in 0..<count { backward[(length - 1) * count + label] = 0 }
    for token in stride(from: length - 2, through: 0, by: -1) {
      for before in 0..<count {
        var terms: [Float] = []
        for label in 0..<count where Self.follows[before][label] {
          terms.append(
            backward[(token + 1) * count + label] + transitions[before * count + label]
              + scores[(token + 1) * count + label])
        }
        backward[token * count + before] = Self.logSum(terms)
      }
    }
    let all = Self.logSum(Array(forward[((length - 1) * count)...]))
    var labels = [Float](repeating: 0, count: length * count)
    for k in labels.indices { labels[k] = exp(forward[k] + backward[k] - all) }
    var pairs = [Float](repeating: 0, count: count * count)
    for label in 0..<count { pairs[label] += labels[label] }
    for token in 1..<max(1, length) {
      for before in 0..<count {
        for label in 0..<count where Self.follows[before][label] {
          pairs[before * count + label] += exp(
            forward[(token - 1) * count + before] + transitions[before * count + label]
              + scores[token * count + label] + backward[token * count + label] - all)
        }
      }
    }
    return (labels, pairs, all)
  }

  private static func logSum(_ terms: [Float]) -> Float {
    guard let most = terms.max(), most > -.infinity else { return -.infinity }
    return most + log(terms.reduce(0) { $0 + exp($1 - most) })
  }
}
