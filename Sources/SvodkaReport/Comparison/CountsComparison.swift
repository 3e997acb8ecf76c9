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
    /// The sum of the squares of its documents' words.
    var squaredWords: Double
    /// The same of the documents that are left when of near-duplicates one is kept.
    var squaredDistinctWords: Double
    /// The words of its documents, by id.
    var words: [String: Int]
    /// Those of its documents that are copies of others.
    var copies: Set<String>
  }

  /// What the counts of a thing come to.
  struct Figures {
    var counts: [Int]
    var dispersion: Double
    var rates: [Rate]
    /// The rate in all groups but the leader together.
    var rest: Rate
    var g2: Double
    /// The probability of a difference as large, were there none.
    var probability: Double
    /// The false discovery rate at which the groups would be called different; nil where a group is too small to tell.
    var q: Double?
    /// The group in which it is most over-represented against the others together.
    var leader: Int
    /// Of the leader against the others.
    var ratio: (value: Double, interval: ClosedRange<Double>)?

    var total: Int { counts.reduce(0, +) }
    var differs: Bool { q.map { $0 < CountsComparison.level } == true && total >= CountsComparison.fewCases }
  }

  /// A row with its figures.
  struct Row {
    var row: ReportCounts.Row
    var figures: Figures
    /// The same when of near-duplicates one document is kept; nil where there are none.
    var without: Figures?

    var counts: [Int] { figures.counts }
    var distinct: [Int] { without?.counts ?? figures.counts }
    var rates: [Rate] { figures.rates }
    var g2: Double { figures.g2 }
    var leader: Int { figures.leader }
    var ratio: (value: Double, interval: ClosedRange<Double>)? { figures.ratio }
    var total: Int { figures.total }
    var present: [Int] { counts.indices.filter { counts[$0] > 0 } }
    var differs: Bool { figures.differs }
    /// False when what differs is a matter of copies.
    var holdsWithoutCopies: Bool { without?.differs ?? true }
  }

  /// The rows with their figures, the most frequent first.
  func rows() -> [Row] {
    var rows = counts.rows.map { row in
      Row(row: row, figures: figures(row, isDistinct: false), without: hasCopies ? figures(row, isDistinct: true) : nil)
    }
    if canTell {
      for (index, q) in Keyness.adjusted(rows.map(\.figures.probability)).enumerated() { rows[index].figures.q = q }
    }
    if hasCopies, canTellWithout {
      for (index, q) in Keyness.adjusted(rows.map { $0.without?.probability ?? 1 }).enumerated() {
        rows[index].without?.q = q
      }
    }
    return rows.sorted { a, b in
      a.total != b.total ? a.total > b.total : (a.row.name.shown, a.row.id) < (b.row.name.shown, b.row.id)
    }
  }

  /// True when there are near-duplicates in a group.
  var hasCopies: Bool { groups.contains { !$0.copies.isEmpty } }

  /// True when every group is large enough for differences to be called.
  var canTell: Bool {
    groups.count > 1 && groups.allSatisfy { $0.group.documents >= Self.fewDocuments && $0.group.words > 0 }
  }

  /// The same when of near-duplicates one document is kept.
  private var canTellWithout: Bool {
    groups.count > 1
      && groups.allSatisfy { $0.group.distinctDocuments >= Self.fewDocuments && $0.group.distinctWords > 0 }
  }

  private func size(_ index: Int, isDistinct: Bool) -> Int {
    let group = groups[index].group
    switch counts.base {
    case .words: return isDistinct ? group.distinctWords : group.words
    case .documents: return isDistinct ? group.distinctDocuments : group.documents
    }
  }

  private func figures(_ row: ReportCounts.Row, isDistinct: Bool) -> Figures {
    let occurrences = zip(row.occurrences, groups).map { occurrences, group in
      isDistinct && !group.copies.isEmpty
        ? occurrences.filter { !group.copies.contains($0.document) } : occurrences
    }
    let total = occurrences.map { occurrences in
      counts.base == .words ? occurrences.reduce(0) { $0 + $1.count } : occurrences.count
    }
    let dispersion = counts.base == .words ? self.dispersion(occurrences, isDistinct: isDistinct) : 1
    let sizes = groups.indices.map { size($0, isDistinct: isDistinct) }
    let rates = zip(total, sizes).map { Rate(count: $0, exposure: $1, dispersion: dispersion) }
    let leader = leader(rates)
    let rest = Rate(
      count: total.reduce(0, +) - total[leader], exposure: sizes.reduce(0, +) - sizes[leader], dispersion: dispersion)
    let g2 = Keyness.logLikelihood(counts: total, sizes: sizes)
    return Figures(
      counts: total, dispersion: dispersion, rates: rates, rest: rest, g2: g2,
      probability: Keyness.probability(ofLogLikelihood: g2 / dispersion, parts: sizes.count { $0 > 0 }),
      leader: leader,
      ratio: Keyness.logRatio(
        total[leader], of: sizes[leader], against: rest.count, of: rest.exposure, dispersion: dispersion))
  }

  /// The group with the highest rate; of equal ones the first.
  private func leader(_ rates: [Rate]) -> Int {
    rates.indices.max { a, b in
      let (x, y) = (rates[a].value(), rates[b].value())
      return x != y ? x < y : a > b
    } ?? 0
  }

  private func dispersion(_ occurrences: [[ReportCounts.Occurrence]], isDistinct: Bool) -> Double {
    Keyness.dispersion(
      zip(occurrences, groups).map { occurrences, facts in
        let group = facts.group
        return Keyness.Spread(
          occurrences: occurrences.map { ($0.count, facts.words[$0.document] ?? 0) },
          documents: isDistinct ? group.distinctDocuments : group.documents,
          words: isDistinct ? group.distinctWords : group.words,
          squaredWords: isDistinct ? facts.squaredDistinctWords : facts.squaredWords)
      })
  }
}
