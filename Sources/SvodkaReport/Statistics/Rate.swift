/// Cases per so many words, with an interval.
///
/// The interval is the score interval of a Poisson rate, (n + z²/2 ± z √(n + z²/4)) / words: the rates that a score test does
/// not reject (Barker, "A comparison of nine confidence intervals for a Poisson parameter when the expected number of events
/// is ≤ 5", The American Statistician 56, 2002). It does not shrink to a point at no case.
///
/// Names come in bursts: a document that names somebody names them again. Then the counts of documents vary more than those of a
/// Poisson law do, by the factor `dispersion`, and cases and words are divided by it (quasi-likelihood: McCullagh and Nelder, "Generalized
/// Linear Models", 1989, ch. 9).
public struct Rate: Sendable, Hashable {
  /// The cases.
  public var count: Int
  /// The words, or what else the cases are measured against.
  public var exposure: Int
  /// How much more the counts of documents vary than by a Poisson law; at least 1.
  public var dispersion: Double

  /// Makes a rate.
  public init(count: Int, exposure: Int, dispersion: Double = 1) {
    self.count = count
    self.exposure = exposure
    self.dispersion = max(1, dispersion)
  }

  /// Cases per `unit` words; 0 where there are no words.
  public func value(per unit: Double = 10_000) -> Double {
    exposure > 0 ? Double(count) * unit / Double(exposure) : 0
  }

  /// The interval per `unit` words at a level such as 0.95; nil where there are no words.
  public func interval(per unit: Double = 10_000, level: Double = 0.95) -> ClosedRange<Double>? {
    guard exposure > 0 else { return nil }
    let z = Distribution.normalQuantile(tail: (1 - level) / 2)
    let cases = Double(count) / dispersion
    let scale = unit * dispersion / Double(exposure)
    let middle = cases + z * z / 2
    let reach = z * (cases + z * z / 4).squareRoot()
    return max(0, (middle - reach) * scale)...((middle + reach) * scale)
  }
}

/// A share of documents, with Wilson's interval (Journal of the American Statistical Association 22, 1927).
public struct Share: Sendable, Hashable {
  /// Those that have it.
  public var count: Int
  /// All.
  public var total: Int

  /// Makes a share.
  public init(count: Int, of total: Int) {
    self.count = count
    self.total = total
  }

  /// Between 0 and 1; 0 of nothing.
  public var value: Double { total > 0 ? Double(count) / Double(total) : 0 }

  /// The interval at a level such as 0.95; nil of nothing.
  public func interval(level: Double = 0.95) -> ClosedRange<Double>? {
    guard total > 0 else { return nil }
    let z = Distribution.normalQuantile(tail: (1 - level) / 2)
    let (n, p) = (Double(total), value)
    let weight = 1 + z * z / n
    let middle = (p + z * z / (2 * n)) / weight
    let reach = z / weight * (p * (1 - p) / n + z * z / (4 * n * n)).squareRoot()
    return max(0, middle - reach)...min(1, middle + reach)
  }
}
