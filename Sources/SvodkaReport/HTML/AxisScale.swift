#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A scale from nothing to a largest value, with round numbers to write beside it.
struct AxisScale {
  /// The round numbers, from 0 upwards; the last is no smaller than the largest value.
  let ticks: [Double]
  /// Whether steps are factors: 0, 1, 10, 100 …
  let isLogarithmic: Bool
  /// So many digits behind the point tell the ticks apart.
  let digits: Int

  private let top: Double

  /// A scale by steps of 1, 2, 2.5 or 5 times a power of ten, at most `most` of them.
  init(largest: Double, most: Int = 5, wholeNumbers: Bool = false) {
    isLogarithmic = false
    let largest = largest.isFinite && largest > 0 ? largest : 1
    var power = 1.0
    while power * 10 <= largest { power *= 10 }
    while power > largest { power /= 10 }
    power /= 10
    let steps = [1, 2, 2.5, 5, 10, 20, 25, 50].map { $0 * power }
    var step = steps.first { largest / $0 <= Double(most) } ?? power * 100
    if wholeNumbers { step = max(1, step.rounded(.up)) }
    let count = max(1, Int((largest / step - 1e-9).rounded(.up)))
    ticks = (0...count).map { Double($0) * step }
    top = Double(count) * step
    var digits = 0
    var scaled = step
    while digits < 6, abs(scaled - scaled.rounded()) > 1e-9 * scaled {
      scaled *= 10
      digits += 1
    }
    self.digits = digits
  }

  /// A scale on which each power of ten takes the same room, for values of very different size.
  init(logarithmicTo largest: Double) {
    isLogarithmic = true
    digits = 0
    var ticks = [0.0, 1]
    while ticks[ticks.count - 1] < largest, ticks.count < 16 { ticks.append(ticks[ticks.count - 1] * 10) }
    self.ticks = ticks
    top = ticks[ticks.count - 1]
  }

  /// Where a value stands, from 0 to 1.
  func fraction(_ value: Double) -> Double {
    let value = min(max(0, value), top)
    guard isLogarithmic else { return value / top }
    // Between 0 and 1 a straight line, above it the powers of ten.
    return (value <= 1 ? value : 1 + log10(value)) / Double(ticks.count - 1)
  }
}
