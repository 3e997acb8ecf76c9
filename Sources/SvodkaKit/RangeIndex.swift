/// Finds those of many ranges that share a place with another, without looking at all of them.
///
/// A document has thousands of findings, and each is asked what lies over it: comparing each with each takes minutes for a
/// document of a megabyte.
public struct RangeIndex: Sendable {
  private let ranges: [Range<Int>]
  /// The places of the ranges in the order given, ordered by where they start: a balanced tree whose root is in the middle.
  private let order: [Int]
  /// The greatest end in the part of the tree under each node.
  private let reach: [Int]

  /// Makes an index of ranges, in any order; they may overlap and be empty.
  ///
  /// - Complexity: O(*n* log *n*).
  public init(_ ranges: some Sequence<Range<Int>>) {
    let ranges = Array(ranges)
    let order = ranges.indices.sorted {
      (ranges[$0].lowerBound, $0) < (ranges[$1].lowerBound, $1)
    }
    var reach = [Int](repeating: .min, count: order.count)
    func measure(_ part: Range<Int>) -> Int {
      guard !part.isEmpty else { return .min }
      let root = Self.root(part)
      reach[root] = max(
        ranges[order[root]].upperBound, measure(part.lowerBound..<root), measure((root + 1)..<part.upperBound))
      return reach[root]
    }
    _ = measure(0..<order.count)
    (self.ranges, self.order, self.reach) = (ranges, order, reach)
  }

  private static func root(_ part: Range<Int>) -> Int { part.lowerBound + part.count / 2 }

  /// The places, in the order given, of the ranges that share at least one place with `range`.
  ///
  /// - Complexity: O(*k* log *n*) for *k* ranges found.
  public func overlapping(_ range: Range<Int>) -> [Int] {
    var found: [Int] = []
    visit(0..<order.count, range) {
      found.append($0)
      return true
    }
    return found.sorted()
  }

  /// True when one of the ranges shares at least one place with `range`.
  ///
  /// - Complexity: O(log *n*).
  public func overlaps(_ range: Range<Int>) -> Bool {
    var isFound = false
    visit(0..<order.count, range) { _ in
      isFound = true
      return false
    }
    return isFound
  }

  /// Goes over the ranges that overlap until `take` has enough; false when it had.
  @discardableResult
  private func visit(_ part: Range<Int>, _ range: Range<Int>, _ take: (Int) -> Bool) -> Bool {
    guard !part.isEmpty, !range.isEmpty else { return true }
    let root = Self.root(part)
    guard reach[root] > range.lowerBound else { return true }
    guard visit(part.lowerBound..<root, range, take) else { return false }
    let here = order[root]
    guard ranges[here].lowerBound < range.upperBound else { return true }
    if ranges[here].overlaps(range), !take(here) { return false }
    return visit((root + 1)..<part.upperBound, range, take)
  }
}
