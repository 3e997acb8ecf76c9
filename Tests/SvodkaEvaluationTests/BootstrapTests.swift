import SvodkaEvaluation
import Testing

@Suite struct BootstrapTests {
  private let good = (0..<60).map { Tally(right: $0 % 5 == 0 ? 0 : 1, found: 1, gold: 1) }
  private let bad = (0..<60).map { Tally(right: $0 % 2, found: 1, gold: 1) }

  @Test func theIntervalHoldsTheFigureAndIsTheSameEveryTime() throws {
    let interval = try #require(Bootstrap().interval(of: good))
    #expect(interval.contains(0.8))
    #expect(interval.lowerBound > 0.65 && interval.upperBound < 0.92)
    #expect(Bootstrap().interval(of: good) == interval)
  }

  @Test func documentsThatAreAllAlikeLeaveNoDoubt() {
    #expect(
      Bootstrap().interval(of: Array(repeating: Tally(right: 1, found: 1, gold: 2), count: 9)) == (2.0 / 3)...(2.0 / 3))
    #expect(Bootstrap().interval(of: [Tally()]) == nil)
    #expect(Bootstrap().interval(of: []) == nil)
  }

  @Test func aLargeDifferenceIsToldFromChance() throws {
    let difference = try #require(Bootstrap().difference(good, bad))
    #expect(abs(difference.f1 - 0.3) < 1e-9)
    #expect(difference.interval.lowerBound > 0)
    #expect(difference.chance < 0.01)
  }

  @Test func twoEqualOutputsDoNotDiffer() throws {
    let difference = try #require(Bootstrap().difference(good, good))
    #expect(difference.f1 == 0 && difference.interval == 0...0 && difference.chance == 1)
  }

  @Test func pairingSeesWhatSeparateIntervalsHide() throws {
    // One document in six is better, none is worse: the intervals overlap, the difference does not touch zero.
    let better = bad.enumerated().map { $0.offset % 6 == 0 ? Tally(right: 1, found: 1, gold: 1) : $0.element }
    let (a, b) = (try #require(Bootstrap().interval(of: better)), try #require(Bootstrap().interval(of: bad)))
    #expect(a.overlaps(b))
    #expect(try #require(Bootstrap().difference(better, bad)).interval.lowerBound > 0)
  }
}
