import SvodkaKit
import Testing

@Suite struct NearDuplicatesTests {
  /// A text of invented words; `seed` tells texts apart.
  private static func text(_ seed: UInt64, words: Int = 200) -> [String] {
    var state = seed
    return (0..<words).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return "слово\(state >> 52)"
    }
  }

  private static func joined(_ words: [String]) -> String { words.joined(separator: " ") }

  @Test func aCopyWithAnotherEndAndOtherMarksIsInTheClusterOfTheFirst() {
    var run = NearDuplicates()
    let wire = Self.text(1)
    #expect(run.cluster(of: Self.joined(wire), id: "a") == "a")
    #expect(run.cluster(of: Self.joined(Self.text(2)), id: "b") == "b")
    #expect(run.cluster(of: "ИСТОЧНИК. " + wire.joined(separator: ",  ").uppercased(), id: "c") == "a")
    #expect(run.cluster(of: Self.joined(Array(wire.prefix(160)) + Self.text(3, words: 30)), id: "d") == "a")
  }

  @Test func textsThatShareAThirdStayApart() {
    var run = NearDuplicates()
    let wire = Self.text(4)
    _ = run.cluster(of: Self.joined(wire), id: "a")
    #expect(run.cluster(of: Self.joined(Array(wire.prefix(70)) + Self.text(5, words: 130)), id: "b") == "b")
  }

  @Test func shortTextsStandAlone() {
    var run = NearDuplicates()
    #expect(run.cluster(of: "Новость дня", id: "a") == "a")
    #expect(run.cluster(of: "Новость дня", id: "b") == "b")
    #expect(run.cluster(of: "", id: "c") == "c")
  }

  @Test func theThresholdDecides() {
    let wire = Self.text(6)
    let half = Self.joined(Array(wire.prefix(130)) + Self.text(7, words: 70))
    for (threshold, expected) in [(0.3, "a"), (0.8, "b")] {
      var run = NearDuplicates(threshold: threshold)
      _ = run.cluster(of: Self.joined(wire), id: "a")
      #expect(run.cluster(of: half, id: "b") == expected)
    }
  }
}
