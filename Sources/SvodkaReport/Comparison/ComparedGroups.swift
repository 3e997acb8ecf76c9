import SvodkaKit

/// The groups of a report, in order, with what is known of their documents.
struct ComparedGroups {
  /// In the order of their values; documents without a value come last.
  private(set) var facts: [CountsComparison.GroupFacts] = []
  /// The number of a group by its values.
  private(set) var index: [[String]: Int] = [:]
  /// The number of a document's group.
  private(set) var group: [String: Int] = [:]
  /// True when the words of some documents are not known.
  private(set) var lacksWords = false

  init(
    _ documents: [DocumentRecord], by values: @Sendable ([String]) -> [String], copies: CopyClusters,
    wording: any ReportWording
  ) {
    var members: [[String]: [DocumentRecord]] = [:]
    for document in documents { members[values(document.values), default: []].append(document) }
    let order = members.keys.sorted { a, b in
      for (x, y) in zip(a, b) where x != y {
        if x.isEmpty != y.isEmpty { return y.isEmpty }
        return wording.precedes(x, y)
      }
      return false
    }
    for values in order {
      let group = members[values] ?? []
      index[values] = facts.count
      for document in group { self.group[document.id] = facts.count }
      if group.contains(where: { $0.words == nil }) { lacksWords = true }
      facts.append(Self.facts(group, values, copies, wording))
    }
  }

  private static func facts(
    _ documents: [DocumentRecord], _ values: [String], _ copies: CopyClusters, _ wording: any ReportWording
  ) -> CountsComparison.GroupFacts {
    let copied = documents.map { copies.kept[$0.id] != nil }
    var (words, distinctWords) = (0, 0)
    var (squares, distinctSquares) = (0.0, 0.0)
    var wordsOfDocuments: [String: Int] = [:]
    for (document, isCopy) in zip(documents, copied) {
      let own = document.words ?? 0
      words += own
      squares += Double(own) * Double(own)
      wordsOfDocuments[document.id] = own
      guard !isCopy else { continue }
      distinctWords += own
      distinctSquares += Double(own) * Double(own)
    }
    let days = documents.compactMap { $0.date.map { String($0.prefix(10)) } }
    let period = days.min().flatMap { first in days.max().map { ReportPeriod(from: first, to: $0) } }
    let none = wording.text("group.none", of: "SvodkaReport")
    let group = ReportGroup(
      name: values.isEmpty
        ? wording.text("group.all", of: "SvodkaReport")
        : values.map { $0.isEmpty ? none : $0 }.joined(separator: " · "),
      values: values, documents: documents.count, distinctDocuments: copied.count { !$0 },
      words: words, distinctWords: distinctWords, period: period,
      languages: tally(zip(documents.map { .some($0.language) }, copied)),
      sources: tally(zip(documents.map(\.source), copied)),
      failed: documents.count { !$0.failures.isEmpty })
    return CountsComparison.GroupFacts(
      group: group, squaredWords: squares, squaredDistinctWords: distinctSquares, words: wordsOfDocuments,
      copies: Set(zip(documents, copied).filter(\.1).map(\.0.id)))
  }

  /// How many documents have each value, and how many that are no copies.
  private static func tally(_ values: some Sequence<(String?, Bool)>) -> [ReportTally] {
    var counts: [String: (all: Int, distinct: Int)] = [:]
    for (value, isCopy) in values {
      guard let value else { continue }
      counts[value, default: (0, 0)].all += 1
      if !isCopy { counts[value, default: (0, 0)].distinct += 1 }
    }
    return counts.map { ReportTally($0.key, $0.value.all, distinct: $0.value.distinct) }
      .sorted { ($1.count, $0.name) < ($0.count, $1.name) }
  }
}
