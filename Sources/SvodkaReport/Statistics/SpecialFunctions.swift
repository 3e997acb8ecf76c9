#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The tails of the distributions that reports need.
enum Distribution {
  /// The share of a chi-squared distribution above `x`.
  ///
  /// For whole degrees of freedom both series end: Abramowitz and Stegun 26.4.4 (odd) and 26.4.5 (even).
  static func chiSquaredTail(_ x: Double, degrees: Int) -> Double {
    guard x > 0, degrees > 0 else { return 1 }
    let half = x / 2
    if degrees.isMultiple(of: 2) {
      var term = exp(-half)
      var sum = term
      for step in stride(from: 1, to: degrees / 2, by: 1) {
        term *= half / Double(step)
        sum += term
      }
      return min(1, sum)
    }
    var sum = erfc(half.squareRoot())
    guard degrees > 1 else { return sum }
    var term = exp(-half) * (half / Double.pi).squareRoot() * 2
    for step in stride(from: 3, through: degrees, by: 2) {
      sum += term
      term *= x / Double(step)
    }
    return min(1, sum)
  }

  /// The share of the standard normal distribution beyond `z` on both sides.
  static func normalTails(_ z: Double) -> Double { erfc(abs(z) / 2.0.squareRoot()) }

  /// The point that the standard normal distribution exceeds with the probability `tail`, to 1e-12: halving, since it is asked for rarely.
  static func normalQuantile(tail: Double) -> Double {
    guard tail > 0, tail < 1 else { return tail <= 0 ? .infinity : -.infinity }
    var (low, high) = (-40.0, 40.0)
    for _ in 0..<80 {
      let middle = (low + high) / 2
      if erfc(middle / 2.0.squareRoot()) / 2 > tail { low = middle } else { high = middle }
    }
    return (low + high) / 2
  }

  /// The natural logarithm.
  static func logarithm(_ x: Double) -> Double { log(x) }
  /// The logarithm to the base 2.
  static func binaryLogarithm(_ x: Double) -> Double { log2(x) }
}
