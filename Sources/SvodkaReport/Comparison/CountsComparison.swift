import SvodkaKit

/// Works out what counts by group say: rates with intervals, differences beyond chance, and what occurs in one group only.
struct CountsComparison {
  /// Differences are called at this false discovery rate, and intervals have one minus this level.
  static let level = 0.05
  /// Fewer cases in all groups together say little more than that there are some.
  static let fewCases = 5
  /// With fewer documents in a group the spread over documents cannot be judged, and no difference is called.
  static let fewDocuments = 5

  let counts: ReportCounts
  let groups: [GroupFacts]

  /// A group with what rates are measured against.
  struct GroupFacts {
    var group: ReportGroup
    var squaredWords: Double
    /// The words of its documents, by id.
    var words: [String: Int]
    /// Those of its documents that are copies of others.
    var copies: Set<String>
  }

  /// A row with its figures.
  struct Row {
    var row: ReportCounts.Row
    var counts: [Int]
    var distinct: [Int]
    var dispersion: Double
    var rates: [Rate]
    var g2: Double
    /// The false discovery rate at which the groups would be called different.
    var q = 1.0
    /// The group in which it is most over-represented against the others together.
    var leader: Int
    /// Of the leader against the others.
    var ratio: (value: Double, interval: ClosedRange<Double>)?
    /// False when what differs is a matter of copies.
    var holdsWithoutCopies = true

    var total: Int { counts.reduce(0, +) }
    var present: [Int] { counts.indices.filter { counts[$0] > 0 } }
    var differs: Bool { q < CountsComparison.level && total >= CountsComparison.fewCases }
  }

  /// The rows with their figures, the most frequent first.
  func rows() -> [Row] {
    var rows = counts.rows.map(figures)
    let probabilities = rows.map { probability($0.counts, dispersion: $0.dispersion, isDistinct: false) }
    let hasCopies = groups.contains { !$0.copies.isEmpty }
    let without = hasCopies ? rows.map { probability($0.distinct, dispersion: $0.dispersion, isDistinct: true) } : []
    if canTell {
      let adjusted = Keyness.adjusted(probabilities)
      let adjustedWithout = Keyness.adjusted(without)
      for index in rows.indices {
        rows[index].q = adjusted[index]
        if hasCopies { rows[index].holdsWithoutCopies = adjustedWithout[index] < Self.level }
      }
    }
    return rows.sorted { a, b in
      a.total != b.total ? a.total > b.total : (a.row.name.shown, a.row.id) < (b.row.name.shown, b.row.id)
    }
  }

  /// True when every group is large enough for differences to be called.
  var canTell: Bool {
    groups.count > 1 && groups.allSatisfy { $0.group.documents >= Self.fewDocuments && $0.group.words > 0 }
  }

  private func size(_ index: Int, isDistinct: Bool) -> Int {
    let group = groups[index].group
    switch counts.base {
    case .words: return isDistinct ? group.distinctWords : group.words
    case .documents: return isDistinct ? group.distinctDocuments : group.documents
    }
  }

  private func probability(_ counts: [Int], dispersion: Double, isDistinct: Bool) -> Double {
    let sizes = groups.indices.map { size($0, isDistinct: isDistinct) }
    let g2 = Keyness.logLikelihood(counts: counts, sizes: sizes)
    return Keyness.probability(ofLogLikelihood: g2 / dispersion, parts: sizes.count { $0 > 0 })
  }

  private func figures(_ row: ReportCounts.Row) -> Row {
    let total = row.occurrences.map { occurrences in
      counts.base == .words ? occurrences.reduce(0) { $0 + $1.count } : occurrences.count
    }
    let distinct = zip(row.occurrences, groups).map { occurrences, group in
      occurrences.reduce(0) {
        group.copies.contains($1.document) ? $0 : $0 + (counts.base == .words ? $1.count : 1)
      }
    }
    let dispersion = counts.base == .words ? self.dispersion(row) : 1
    let sizes = groups.indices.map { size($0, isDistinct: false) }
    let rates = zip(total, sizes).map { Rate(count: $0, exposure: $1, dispersion: dispersion) }
    let leader = leader(rates)
    let all = (cases: total.reduce(0, +), size: sizes.reduce(0, +))
    return Row(
      row: row, counts: total, distinct: distinct, dispersion: dispersion, rates: rates,
      g2: Keyness.logLikelihood(counts: total, sizes: sizes), leader: leader,
      ratio: Keyness.logRatio(
        total[leader], of: sizes[leader], against: all.cases - total[leader], of: all.size - sizes[leader],
        dispersion: dispersion))
  }

  /// The group with the highest rate; of equal ones the first.
  private func leader(_ rates: [Rate]) -> Int {
    rates.indices.max { a, b in
      let (x, y) = (rates[a].value(), rates[b].value())
      return x != y ? x < y : a > b
    } ?? 0
  }

  private func dispersion(_ row: ReportCounts.Row) -> Double {
    Keyness.dispersion(
      zip(row.occurrences, groups).map { occurrences, group in
        Keyness.Spread(
          occurrences: occurrences.map { ($0.count, group.words[$0.document] ?? 0) }, documents: group.group.documents,
          words: group.group.words, squaredWords: group.squaredWords)
      })
  }
}
