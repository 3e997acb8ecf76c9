import SvodkaKit

/// Sums many summaries in any order without copying the sum at each step: parts of like size are merged, as carries in binary addition.
struct SummaryPile: Sendable {
  private var parts: [(weight: Int, summary: AnySummary)] = []

  mutating func add(_ summary: AnySummary, weight: Int = 1) {
    var (weight, summary) = (weight, summary)
    while let last = parts.last, last.weight <= weight {
      parts.removeLast()
      summary.merge(last.summary)
      weight += last.weight
    }
    parts.append((weight, summary))
  }

  /// The sum of all.
  var total: AnySummary? {
    guard var sum = parts.last?.summary else { return nil }
    for part in parts.dropLast().reversed() { sum.merge(part.summary) }
    return sum
  }
}
