/// The bootstrap over documents: how far F1 would move with another sample of documents of the same kinds
/// (B. Efron, R. Tibshirani, An Introduction to the Bootstrap, 1993, percentile interval).
///
/// Its random numbers start from the same seed every time, so that the same data give the same interval.
public struct Bootstrap: Sendable {
  private let rounds: Int

  /// Sets the number of samples drawn.
  public init(rounds: Int = 1000) { self.rounds = max(1, rounds) }

  /// The 95 % interval of F1; nil where F1 is not defined.
  public func interval(of documents: [Tally]) -> ClosedRange<Double>? {
    guard documents.reduce(Tally(), +).f1 != nil else { return nil }
    var marks: [Double] = []
    draw(count: documents.count) { sample in
      marks.append(sample.reduce(into: Tally()) { $0 += documents[$1] }.f1 ?? 0)
    }
    return Self.middle(of: marks)
  }

  /// How two outputs over the same documents compare.
  public struct Difference: Sendable, Hashable {
    /// F1 of the first less F1 of the second.
    public var f1: Double
    /// Its 95 % interval.
    public var interval: ClosedRange<Double>
    /// How often a sample would say the opposite, times two: the p-value of there being no difference.
    public var chance: Double
  }

  /// Compares two outputs, drawing the same documents for both; nil where F1 is not defined.
  ///
  /// - Precondition: both have a tally for each document, in the same order.
  public func difference(_ first: [Tally], _ second: [Tally]) -> Difference? {
    precondition(first.count == second.count, "two outputs over different documents cannot be paired")
    guard let a = first.reduce(Tally(), +).f1, let b = second.reduce(Tally(), +).f1 else { return nil }
    var marks: [Double] = []
    var (below, above) = (0, 0)
    draw(count: first.count) { sample in
      var (x, y) = (Tally(), Tally())
      for index in sample {
        x += first[index]
        y += second[index]
      }
      let mark = (x.f1 ?? 0) - (y.f1 ?? 0)
      if mark <= 0 { below += 1 }
      if mark >= 0 { above += 1 }
      marks.append(mark)
    }
    return Difference(
      f1: a - b, interval: Self.middle(of: marks), chance: min(1, 2 * Double(min(below, above)) / Double(rounds)))
  }

  private func draw(count: Int, _ body: ([Int]) -> Void) {
    var numbers = SeededNumbers(seed: 0)
    for _ in 0..<rounds { body((0..<count).map { _ in Int.random(in: 0..<count, using: &numbers) }) }
  }

  private static func middle(of marks: [Double]) -> ClosedRange<Double> {
    let sorted = marks.sorted()
    let low = sorted[Int(Double(sorted.count) * 0.025)]
    return low...max(low, sorted[min(sorted.count - 1, Int(Double(sorted.count) * 0.975))])
  }
}

/// SplitMix64 (G. Steele, D. Lea, C. Flood, 2014).
struct SeededNumbers: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
