/// Counts of right findings, findings, and records of gold, and what follows from them.
public struct Tally: Sendable, Hashable {
  /// Findings that are gold's.
  public var right: Int
  /// Findings that were given.
  public var found: Int
  /// Records that gold asks for.
  public var gold: Int

  /// Makes counts; by default zero.
  public init(right: Int = 0, found: Int = 0, gold: Int = 0) {
    (self.right, self.found, self.gold) = (right, found, gold)
  }

  /// The share of findings that are right; nil where nothing was found.
  public var precision: Double? { found > 0 ? Double(right) / Double(found) : nil }
  /// The share of gold that was found; nil where gold is empty.
  public var recall: Double? { gold > 0 ? Double(right) / Double(gold) : nil }
  /// The harmonic mean of both; nil where nothing was found and nothing was to be found.
  public var f1: Double? { found + gold > 0 ? 2 * Double(right) / Double(found + gold) : nil }

  /// The counts of two sets of documents together.
  public static func + (a: Tally, b: Tally) -> Tally {
    Tally(right: a.right + b.right, found: a.found + b.found, gold: a.gold + b.gold)
  }

  /// Adds counts.
  public static func += (a: inout Tally, b: Tally) { a = a + b }
}

/// How often something holds.
public struct Share: Sendable, Hashable {
  /// The cases in which it holds.
  public var count: Int
  /// All cases.
  public var of: Int

  /// Makes counts; by default zero.
  public init(count: Int = 0, of: Int = 0) { (self.count, self.of) = (count, of) }

  /// The share; nil where there is no case.
  public var value: Double? { of > 0 ? Double(count) / Double(of) : nil }

  /// Notes one case.
  public mutating func note(_ holds: Bool) {
    of += 1
    if holds { count += 1 }
  }

  /// Adds counts.
  public static func += (a: inout Share, b: Share) { a = Share(count: a.count + b.count, of: a.of + b.of) }
}
