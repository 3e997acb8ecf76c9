import Testing

@testable import SvodkaMarkup

@Suite struct HashedCountsTests {
  @Test func manyWordsAreCountedAsADictionaryCountsThem() {
    var counts = HashedCounts()
    var expected: [UInt64: Int32] = [:]
    for number in 0..<20_000 {
      // Many fall into the same slots.
      let hash = UInt64(number * number % 4099) << 32
      #expect(counts.add(hash) == (expected[hash] == nil))
      expected[hash, default: 0] += 1
    }
    #expect(counts.count == expected.count)
    for (hash, count) in expected { #expect(counts[hash] == count) }
    #expect(!counts.contains(12345))
  }

  @Test func aWordCountsOnceInAPiece() {
    var counts = HashedCounts()
    for (hash, piece) in [(7, 0), (7, 0), (7, 1), (0, 1), (0, 1)] as [(UInt64, Int32)] { counts.add(hash, in: piece) }
    #expect(counts[7] == 2)
    #expect(counts[0] == 1)
  }
}
