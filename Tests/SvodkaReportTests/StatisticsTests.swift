import Testing

@testable import SvodkaReport

/// Against scipy 1.17 (`chi2.sf`, `norm.isf`, `power_divergence(…, lambda_="log-likelihood")`, `binomtest(…).proportion_ci("wilson")`,
/// `false_discovery_control`) and against worked examples that are published.
struct StatisticsTests {
  private func near(_ a: Double, _ b: Double, _ share: Double = 1e-9) -> Bool {
    abs(a - b) <= share * max(abs(a), abs(b), 1e-300)
  }

  @Test(arguments: [
    (0.5, 1, 0.47950012218695337), (3.84, 1, 0.05004352124870519), (10.83, 1, 0.0009986863791802592),
    (25, 1, 5.733031437583875e-07), (5.99, 2, 0.05003662708658629), (12.3, 3, 0.006423057576577938),
    (0.2, 4, 0.9953211598395555), (30, 7, 9.495972508134177e-05), (60, 12, 2.257348746396286e-08),
  ])
  func tailsOfChiSquared(_ x: Double, _ degrees: Int, _ tail: Double) {
    #expect(near(Distribution.chiSquaredTail(x, degrees: degrees), tail))
  }

  @Test(arguments: [
    (0.025, 1.9599639845400545), (0.005, 2.575829303548901), (0.5, 0), (0.1, 1.2815515655446004),
  ])
  func quantilesOfTheNormal(_ tail: Double, _ z: Double) {
    #expect(abs(Distribution.normalQuantile(tail: tail) - z) < 1e-11)
  }

  @Test(arguments: [
    ([10, 30], [10_000, 12_000], 7.150483851999665, 0.007494376561542084),
    ([5, 0], [500, 900], 10.296194171811582, 0.001333048577118741),
    ([120, 90, 33], [100_000, 50_000, 40_000], 17.288066004688158, 0.00017617495356152843),
    ([0, 0, 7, 2], [1000, 2000, 3000, 500], 11.54974428207711, 0.00909601645906078),
  ])
  func logLikelihood(_ counts: [Int], _ sizes: [Int], _ g2: Double, _ probability: Double) {
    let found = Keyness.logLikelihood(counts: counts, sizes: sizes)
    #expect(near(found, g2))
    #expect(near(Keyness.probability(ofLogLikelihood: found, parts: counts.count), probability))
  }

  /// Lancaster's teaching example for its calculator: 52 times in 50,000 words, 57 times in 75,000, LL 2.65, not significant.
  @Test func aPublishedExampleOfLogLikelihood() {
    let g2 = Keyness.logLikelihood(counts: [52, 57], sizes: [50_000, 75_000])
    #expect((g2 * 100).rounded() / 100 == 2.65)
    #expect(Keyness.probability(ofLogLikelihood: g2, parts: 2) > 0.05)
  }

  /// Hardie's definition: one point more is a doubling of the ratio of relative frequencies.
  @Test func logRatioCountsDoublings() throws {
    for (a, points) in [(10, 0.0), (20, 1), (40, 2), (80, 3), (5, -1), (0, -4.321928094887363)] {
      let ratio = try #require(Keyness.logRatio(a, of: 1000, against: 30, of: 3000))
      #expect(abs(ratio.value - points) < 1e-12, "\(a)")
      #expect(ratio.interval.contains(ratio.value) || a == 0)
    }
    // Fleiss, Levin, Paik, "Statistical Methods for Rates and Proportions", the interval of a log ratio of counts: ± 1.96 √(1/a + 1/b).
    let wide = try #require(Keyness.logRatio(20, of: 1000, against: 10, of: 1000))
    let reach = 1.9599639845400545 * (1 / 20.5 + 1 / 10.5).squareRoot() / 0.6931471805599453
    #expect(abs((wide.interval.upperBound - wide.interval.lowerBound) / 2 - reach) < 1e-9)
    #expect(Keyness.logRatio(0, of: 10, against: 0, of: 10) == nil)
    #expect(Keyness.logRatio(1, of: 0, against: 1, of: 10) == nil)
  }

  /// The second is Newcombe's example, Statistics in Medicine 17, 1998: 81 of 263.
  @Test(arguments: [
    (0, 10, 0.0, 0.27753279986288926), (81, 263, 0.2552885198782742, 0.36620957698280004),
    (3, 10, 0.10779126740630102, 0.6032218525388546), (10, 10, 0.7224672001371109, 1),
  ])
  func wilson(_ count: Int, _ total: Int, _ low: Double, _ high: Double) throws {
    let interval = try #require(Share(count: count, of: total).interval())
    #expect(abs(interval.lowerBound - low) < 1e-10 && abs(interval.upperBound - high) < 1e-10)
  }

  @Test(arguments: [
    (0, 0.0, 3.841458820694127), (1, 0.17652455493515307, 5.6649342657589745),
    (30, 21.015090222816788, 42.82636859787734), (400, 362.6744209247656, 441.1670378959285),
  ])
  func poissonScore(_ count: Int, _ low: Double, _ high: Double) throws {
    let interval = try #require(Rate(count: count, exposure: 10_000).interval())
    #expect(abs(interval.lowerBound - low) < 1e-9 && abs(interval.upperBound - high) < 1e-9)
    let burst = try #require(Rate(count: count, exposure: 10_000, dispersion: 4).interval())
    #expect(burst.upperBound > interval.upperBound)
  }

  @Test func falseDiscoveryRate() {
    let found = Keyness.adjusted([0.01, 0.02, 0.03, 0.04, 0.05, 0.5, 0.001, 0.02])
    let expected = [0.04, 0.04, 0.048, 0.05333333333333333, 0.05714285714285714, 0.5, 0.008, 0.04]
    #expect(zip(found, expected).allSatisfy { near($0, $1) })
    #expect(Keyness.adjusted([]).isEmpty)
  }

  @Test func nothingIsNoDifference() {
    #expect(Keyness.logLikelihood(counts: [0, 0], sizes: [10, 10]) == 0)
    #expect(Keyness.logLikelihood(counts: [3, 0], sizes: [10, 0]) == 0)
    #expect(Rate(count: 0, exposure: 0).interval() == nil)
    #expect(Share(count: 0, of: 0).interval() == nil)
    #expect(Keyness.dispersion([]) == 1)
  }
}
