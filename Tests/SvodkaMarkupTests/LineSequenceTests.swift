import Testing

@testable import SvodkaMarkup

@Suite struct LineSequenceTests {
  @Test func aDoubtfulLineGoesWithItsNeighbours() {
    let lengths = [Int](repeating: 12, count: 7)
    #expect(
      LineSequence.kept([-3, 2, 2, -0.5, 2, 2, -3], lengths: lengths, leastWords: 25)
        == [false, true, true, true, true, true, false])
    #expect(
      LineSequence.kept([2, 2, 2, -3, -3, 0.4, -3], lengths: lengths, leastWords: 25)
        == [true, true, true, false, false, false, false])
  }

  @Test func aLineThatIsSureStandsAlone() {
    #expect(
      LineSequence.kept([-3, -3, 3, -3, -3], lengths: [4, 4, 60, 4, 4], leastWords: 25)
        == [false, false, true, false, false])
  }

  @Test func whereNextToNothingIsSureLessIsEnough() {
    #expect(LineSequence.kept([-1, -3, -2], lengths: [30, 30, 30], leastWords: 25) == [true, false, false])
    #expect(LineSequence.kept([-5, -3], lengths: [30, 30], leastWords: 25) == nil)
    #expect(LineSequence.kept([], lengths: [], leastWords: 25) == nil)
  }
}
