import Testing

@testable import SvodkaReport

/// Intervals are to hold the true value as often as they say, for names that come in bursts too.
struct CoverageSimulationTests {
  /// SplitMix64: the same numbers in every run.
  private struct Numbers: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return z ^ (z >> 31)
    }
    mutating func uniform() -> Double { Double(next() >> 11) / 9_007_199_254_740_992 }
    /// A Poisson number, by counting exponential waits.
    mutating func poisson(_ mean: Double) -> Int {
      var (n, sum) = (0, 0.0)
      while true {
        sum -= Distribution.logarithm(1 - uniform())
        if sum > mean { return n }
        n += 1
      }
    }
  }

  private typealias Group = Keyness.Spread

  /// Documents of 100 to 900 words. A share of them names the thing, in bursts; the rate over all is `rate` per 10,000 words.
  private func group(_ documents: Int, rate: Double, share: Double, _ numbers: inout Numbers) -> Group {
    var group = Group(occurrences: [], documents: documents, words: 0, squaredWords: 0)
    for _ in 0..<documents {
      let words = 100 + Int(numbers.uniform() * 800)
      group.words += words
      group.squaredWords += Double(words * words)
      guard numbers.uniform() < share else { continue }
      let count = numbers.poisson(Double(words) * rate / 10_000 / share)
      if count > 0 { group.occurrences.append((count, words)) }
    }
    return group
  }

  private func count(_ group: Group) -> Int { group.occurrences.reduce(0) { $0 + $1.count } }

  /// Rate per 10,000 words, share of documents with the thing, documents a group.
  @Test(arguments: [(20.0, 1.0, 40), (20, 0.4, 60), (50, 0.3, 200), (5, 0.5, 400)])
  func ratesCoverAsTheySay(_ rate: Double, _ share: Double, _ documents: Int) throws {
    var numbers = Numbers(state: 7)
    let rounds = 2000
    var (held, heldPlain) = (0, 0)
    for _ in 0..<rounds {
      let group = group(documents, rate: rate, share: share, &numbers)
      let dispersion = Keyness.dispersion([group])
      let interval = Rate(count: count(group), exposure: group.words, dispersion: dispersion).interval()
      if interval?.contains(rate) == true { held += 1 }
      if Rate(count: count(group), exposure: group.words).interval()?.contains(rate) == true { heldPlain += 1 }
    }
    let coverage = Double(held) / Double(rounds)
    #expect((0.925...0.985).contains(coverage), "\(coverage); without the dispersion \(heldPlain) of \(rounds)")
    if share < 0.5 { #expect(heldPlain < held, "bursts matter") }
  }

  @Test(arguments: [(20.0, 1.0, 40), (20, 0.4, 60), (50, 0.3, 200)])
  func logRatiosCoverAndChanceIsSeldomADifference(_ rate: Double, _ share: Double, _ documents: Int) throws {
    var numbers = Numbers(state: 11)
    let rounds = 1500
    var (held, called, calledPlain) = (0, 0, 0)
    for _ in 0..<rounds {
      let (a, b) = (
        group(documents, rate: rate, share: share, &numbers), group(documents, rate: rate * 2, share: share, &numbers)
      )
      let dispersion = Keyness.dispersion([a, b])
      let ratio = Keyness.logRatio(count(a), of: a.words, against: count(b), of: b.words, dispersion: dispersion)
      if ratio?.interval.contains(-1) == true { held += 1 }
      let other = group(documents, rate: rate, share: share, &numbers)
      let g2 = Keyness.logLikelihood(counts: [count(a), count(other)], sizes: [a.words, other.words])
      if Keyness.probability(ofLogLikelihood: g2, parts: 2) < 0.05 { calledPlain += 1 }
      if Keyness.probability(ofLogLikelihood: g2 / Keyness.dispersion([a, other]), parts: 2) < 0.05 { called += 1 }
    }
    let (coverage, wrong) = (Double(held) / Double(rounds), Double(called) / Double(rounds))
    #expect((0.92...0.985).contains(coverage), "\(coverage)")
    #expect(wrong < 0.075, "\(wrong); without the dispersion \(Double(calledPlain) / Double(rounds))")
  }
}
