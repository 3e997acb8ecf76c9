public import SvodkaKit
import SvodkaLanguage

/// Whether two spellings are the same name, and why.
public struct NameMatch: Sendable, Hashable {
  /// True when they are.
  public var isSame: Bool
  /// 0 to 1; the same from 0.5. The nearer the spellings, the higher.
  public var score: Double
  /// By what it was told: `written alike`, `table`, `spelling`, `surname`, `initials`, `given name`, `gender`, `far`.
  public var reason: String
}

/// Tells whether two spellings, in whatever scripts and cases, are the same name.
///
/// Words are aligned by a weighted edit distance whose costs were learned; Russian cases are undone by paradigms.
/// Names of tables are compared by what they name, so that Пекин is Beijing and Иран is not Ирак. Any number of tasks
/// may use one matcher.
public struct NameMatcher: Sendable {
  private let reader: NameReader
  private let alignment: WordAlignment
  private let keys: NameKey

  /// Reads the tables.
  ///
  /// - Throws: `R101`, `R102` when one is missing or broken.
  public init(resources: any ResourceProvider) throws(AnalysisError) {
    reader = try NameReader(resources: resources)
    alignment = WordAlignment(costs: try SpellingCosts(resources: resources))
    keys = try NameKey(resources: resources)
  }

  /// Makes a name ready to be compared many times.
  public func prepared(_ name: String) throws(AnalysisError) -> ComparedName { try reader.read(name) }

  /// Compares two names.
  public func match(_ a: String, _ b: String) throws(AnalysisError) -> NameMatch {
    match(try prepared(a), try prepared(b))
  }

  /// The key by which names that are the same most often agree, in both scripts: for sorting and blocking.
  public func key(of name: String) throws(AnalysisError) -> String { try keys.key(of: try reader.read(name)) }

  /// False when no names are the same of which these words are the surnames.
  func mayBeOne(_ a: NameWord, _ b: NameWord) -> Bool {
    alignment.strain(a, b, most: WordAlignment.mostOfAWord) <= WordAlignment.mostOfAWord
  }

  /// Compares two names that were made ready.
  public func match(_ a: ComparedName, _ b: ComparedName) -> NameMatch {
    if a.text == b.text { return NameMatch(isSame: true, score: 1, reason: "written alike") }
    if !a.known.isEmpty, !b.known.isEmpty {
      if a.known.contains(where: { one in b.known.contains { $0.key == one.key } }) {
        return NameMatch(isSame: true, score: 0.99, reason: "table")
      }
      // Only one table's word is taken that they are two: another may spell the one name in another way.
      if a.known.contains(where: { one in b.known.contains { $0.source == one.source } }) {
        return NameMatch(isSame: false, score: 0.01, reason: "table")
      }
    }
    var best = WordAlignment.Outcome.far
    for one in a.readings {
      for other in b.readings {
        var outcome = alignment.outcome(one, other)
        outcome.strain += one.penalty + other.penalty
        if outcome.strain < best.strain { best = outcome }
      }
    }
    // A name of the tables is spelled as the tables have it; what only looks like it is another.
    if a.known.isEmpty != b.known.isEmpty { best.strain += 0.25 }
    let score = 1 / (1 + Double.exp(4 * (best.strain - 1)))
    return NameMatch(isSame: best.strain <= 1, score: score, reason: best.reason)
  }
}

extension Double {
  /// e to a power, by squaring and a short series: exact to 12 digits for powers between -50 and 50.
  fileprivate static func exp(_ power: Double) -> Double {
    let bounded = Swift.min(Swift.max(power, -50), 50)
    let small = bounded / 1024
    var (term, sum) = (1.0, 1.0)
    for n in 1...6 {
      term *= small / Double(n)
      sum += term
    }
    for _ in 0..<10 { sum *= sum }
    return sum
  }
}
