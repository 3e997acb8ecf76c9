/// How far the frequency of a thing differs between parts of a corpus, as corpus linguistics measures it.
public enum Keyness {
  /// The log-likelihood ratio G² of counts in parts of different size: 2 Σ O ln(O/E), where E shares out all cases by size.
  ///
  /// Rayson and Garside, "Comparing corpora using frequency profiling", 2000; for two parts their formula exactly. Parts without
  /// words are left out. Zero where fewer than two parts are left or nothing is counted.
  public static func logLikelihood(counts: [Int], sizes: [Int]) -> Double {
    let parts = zip(counts, sizes).filter { $0.1 > 0 }
    let (cases, words) = (parts.reduce(0) { $0 + $1.0 }, parts.reduce(0) { $0 + $1.1 })
    guard parts.count > 1, cases > 0 else { return 0 }
    var sum = 0.0
    for (count, size) in parts where count > 0 {
      let expected = Double(cases) * Double(size) / Double(words)
      sum += Double(count) * Distribution.logarithm(Double(count) / expected)
    }
    return max(0, 2 * sum)
  }

  /// The probability of a G² as large, were there no difference: the tail of chi-squared with one degree less than parts.
  public static func probability(ofLogLikelihood g2: Double, parts: Int) -> Double {
    parts > 1 ? Distribution.chiSquaredTail(g2, degrees: parts - 1) : 1
  }

  /// The binary logarithm of the ratio of two relative frequencies, with its interval: 1 means twice as frequent in the first.
  ///
  /// Hardie, "Log Ratio – an informal introduction", 2014: a count of zero is taken as a half, so that there is a number. The interval
  /// adds a half to both counts (Walter, Biometrika 62, 1975), ± z √(1/a + 1/b) on the natural scale, widened by the root of the dispersion. Nil where a part has no
  /// words or nothing is counted.
  public static func logRatio(
    _ a: Int, of aSize: Int, against b: Int, of bSize: Int, dispersion: Double = 1, level: Double = 0.95
  ) -> (value: Double, interval: ClosedRange<Double>)? {
    guard aSize > 0, bSize > 0, a + b > 0 else { return nil }
    let frequency = { (count: Int, size: Int) in (count > 0 ? Double(count) : 0.5) / Double(size) }
    let value = Distribution.binaryLogarithm(frequency(a, aSize) / frequency(b, bSize))
    let (x, y) = (Double(a) + 0.5, Double(b) + 0.5)
    let middle = Distribution.binaryLogarithm((x / Double(aSize)) / (y / Double(bSize)))
    let z = Distribution.normalQuantile(tail: (1 - level) / 2)
    let reach = z * (max(1, dispersion) * (1 / x + 1 / y)).squareRoot() / Distribution.logarithm(2)
    return (value, (middle - reach)...(middle + reach))
  }

  /// The documents of a group as far as the spread of a thing over them matters.
  public struct Spread: Sendable {
    /// The documents that have the thing: how often, and their words.
    public var occurrences: [(count: Int, words: Int)]
    /// How many documents the group has.
    public var documents: Int
    /// The words of all of them.
    public var words: Int
    /// The sum of the squares of their words.
    public var squaredWords: Double

    /// Describes a group.
    public init(occurrences: [(count: Int, words: Int)], documents: Int, words: Int, squaredWords: Double) {
      self.occurrences = occurrences
      self.documents = documents
      self.words = words
      self.squaredWords = squaredWords
    }
  }

  /// By how much the number of cases varies more than by a Poisson law, since documents and not words are what a corpus is
  /// drawn by: n/(n-1) Σ (c - rw)² over the cases, the variance of a ratio estimated from clusters (Cochran, "Sampling Techniques",
  /// 1977, 6.5); at least 1. Groups have each its own rate r.
  public static func dispersion(_ groups: [Spread]) -> Double {
    var (variance, cases) = (0.0, 0)
    for group in groups {
      let count = group.occurrences.reduce(0) { $0 + $1.count }
      guard count > 0, group.words > 0, group.documents > 1 else { continue }
      let rate = Double(count) / Double(group.words)
      // A document without a case adds (rw)²: those of all documents are in the sum of squared words.
      var squares = rate * rate * group.squaredWords
      for (count, words) in group.occurrences {
        squares += Double(count) * Double(count) - 2 * rate * Double(count) * Double(words)
      }
      variance += squares * Double(group.documents) / Double(group.documents - 1)
      cases += count
    }
    return cases > 0 ? max(1, variance / Double(cases)) : 1
  }

  /// The false discovery rate at which each of many comparisons would be called a difference (Benjamini and Hochberg, Journal
  /// of the Royal Statistical Society B 57, 1995), in the order given.
  public static func adjusted(_ probabilities: [Double]) -> [Double] {
    let order = probabilities.indices.sorted { (probabilities[$0], $0) < (probabilities[$1], $1) }
    var adjusted = probabilities
    var least = 1.0
    for (rank, index) in order.enumerated().reversed() {
      least = min(least, probabilities[index] * Double(order.count) / Double(rank + 1))
      adjusted[index] = least
    }
    return adjusted
  }
}
