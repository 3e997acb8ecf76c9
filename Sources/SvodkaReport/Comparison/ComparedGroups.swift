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
    let distinct = documents.filter { copies.kept[$0.id] == nil }
    let days = documents.compactMap { $0.date.map { String($0.prefix(10)) } }.sorted()
    let period = days.first.flatMap { first in days.last.map { ReportPeriod(from: first, to: $0) } }
    let none = wording.text("group.none", of: "SvodkaReport")
    let group = ReportGroup(
      name: values.isEmpty
        ? wording.text("group.all", of: "SvodkaReport")
        : values.map { $0.isEmpty ? none : $0 }.joined(separator: " · "),
      values: values, documents: documents.count, distinctDocuments: distinct.count,
      words: documents.reduce(0) { $0 + ($1.words ?? 0) }, distinctWords: distinct.reduce(0) { $0 + ($1.words ?? 0) },
      period: period, languages: tally(documents.map(\.language)), sources: tally(documents.compactMap(\.source)),
      failed: documents.count { !$0.failures.isEmpty })
    var words: [String: Int] = [:]
    var squares = 0.0
    for document in documents {
      words[document.id] = document.words ?? 0
      squares += Double(document.words ?? 0) * Double(document.words ?? 0)
    }
    return CountsComparison.GroupFacts(
      group: group, squaredWords: squares, words: words,
      copies: Set(documents.map(\.id).filter { copies.kept[$0] != nil }))
  }

  private static func tally(_ values: [String]) -> [ReportTally] {
    var counts: [String: Int] = [:]
    for value in values { counts[value, default: 0] += 1 }
    return counts.map { ReportTally($0.key, $0.value) }.sorted { ($1.count, $0.name) < ($0.count, $1.name) }
  }
}
