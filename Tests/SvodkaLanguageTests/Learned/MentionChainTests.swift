import Testing

@testable import SvodkaLanguage

/// The chain's dynamic programme against going through all paths.
@Suite("A chain of labels") struct MentionChainTests {
  private let count = MentionLabel.count

  /// Numbers that look drawn, the same in every run.
  private func numbers(_ count: Int, seed: UInt64) -> [Float] {
    var state = seed
    return (0..<count).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Float(state >> 40) / Float(1 << 22) - 2
    }
  }

  /// Every path that may be, with its score.
  private func paths(_ scores: [Float], _ transitions: [Float]) -> [(path: [Int], score: Float)] {
    var paths: [(path: [Int], score: Float)] = [([], 0)]
    for token in 0..<(scores.count / count) {
      paths = paths.flatMap { known in
        let before = known.path.last ?? MentionLabel.none
        return (0..<count).filter { MentionLabel.follows($0, before) }.map { label in
          (known.path + [label], known.score + scores[token * count + label] + transitions[before * count + label])
        }
      }
    }
    return paths
  }

  @Test("its best path is the best of all", arguments: [1, 2, 3, 4], [UInt64(1), 2, 3])
  func best(length: Int, seed: UInt64) throws {
    let scores = numbers(length * count, seed: seed)
    let transitions = numbers(count * count, seed: seed + 100)
    let best = try #require(paths(scores, transitions).max { $0.score < $1.score })
    #expect(MentionChain(scores: scores, transitions: transitions).best() == best.path)
  }

  @Test("its probabilities are those of all paths together", arguments: [1, 2, 4])
  func marginals(length: Int) {
    let scores = numbers(length * count, seed: 5)
    let transitions = numbers(count * count, seed: 6)
    let (labels, pairs, _) = MentionChain(scores: scores, transitions: transitions).marginals()
    var total = 0.0
    var expected = [Double](repeating: 0, count: length * count)
    var together = [Double](repeating: 0, count: count * count)
    for (path, score) in paths(scores, transitions) {
      let weight = Double(score).exponential
      total += weight
      var before = MentionLabel.none
      for (token, label) in path.enumerated() {
        expected[token * count + label] += weight
        together[before * count + label] += weight
        before = label
      }
    }
    for k in labels.indices { #expect(abs(Double(labels[k]) - expected[k] / total) < 1e-4) }
    for k in pairs.indices { #expect(abs(Double(pairs[k]) - together[k] / total) < 1e-4) }
  }

  @Test("no name goes on without having begun")
  func begins() {
    var scores = [Float](repeating: 0, count: 2 * count)
    scores[MentionLabel.inside(.person)] = 9
    scores[count + MentionLabel.inside(.location)] = 9
    let path = MentionChain(scores: scores, transitions: [Float](repeating: 0, count: count * count)).best()
    #expect(path[0] != MentionLabel.inside(.person) && path[1] != MentionLabel.inside(.person))
    #expect(path == [MentionLabel.begin(.location), MentionLabel.inside(.location)])
  }

  @Test("a path spells names")
  func names() {
    let (b, i, o) = (MentionLabel.begin(.person), MentionLabel.inside(.person), MentionLabel.none)
    let found = MentionLabel.names([b, i, b, o, MentionLabel.begin(.location)], from: 10)
    #expect(found.map(\.tokens) == [10..<12, 12..<13, 14..<15])
    #expect(found.map(\.type) == [.person, .person, .location])
  }
}

extension Double {
  /// e to this power, by its series.
  fileprivate var exponential: Double {
    var (sum, term) = (1.0, 1.0)
    for n in 1..<60 {
      term *= self / Double(n)
      sum += term
    }
    return sum
  }
}
