import SvodkaKit
import Testing

@Suite struct RangeIndexTests {
  /// Knuth's MMIX generator: the same numbers in every run.
  private struct Sequence: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ (state >> 33)
    }
  }

  @Test func findsWhatLooksThroughAllFinds() {
    var random = Sequence(state: 7)
    for _ in 0..<200 {
      let ranges = (0..<Int.random(in: 0...40, using: &random)).map { _ in
        let start = Int.random(in: -5...60, using: &random)
        return start..<start + Int.random(in: 0...(Bool.random(using: &random) ? 4 : 40), using: &random)
      }
      let index = RangeIndex(ranges)
      for start in -8...70 {
        for length in [0, 1, 3, 20] {
          let range = start..<start + length
          let expected = ranges.indices.filter { ranges[$0].overlaps(range) }
          #expect(index.overlapping(range) == expected, "\(range) in \(ranges)")
          #expect(index.overlaps(range) == !expected.isEmpty)
        }
      }
    }
  }

  @Test func firstPlaceIsWhereAConditionBegins() {
    for count in 0...20 {
      let numbers = Array(0..<count)
      for begin in 0...20 { #expect(numbers.firstPlace { $0 >= begin } == min(begin, count)) }
    }
    #expect([3, 4, 5, 6].dropFirst(2).firstPlace { $0 > 5 } == 3)
  }
}
