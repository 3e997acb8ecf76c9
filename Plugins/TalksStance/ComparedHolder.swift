import SvodkaKit
import SvodkaNames

/// A holder with its stances by group.
struct ComparedHolder {
  /// What one group says of the holder.
  struct Group {
    /// The group's number.
    var index: Int
    /// The stances by date, document and place.
    var positions: [StanceSummary.Position]
    /// Those that are left when of near-duplicates one document is kept.
    var distinct: [StanceSummary.Position]

    /// The labels that occur, the most frequent first, of equally frequent ones in their own order.
    var labels: [StanceLabel] { Self.labels(of: positions) }

    /// The label of the last stance, and the most frequent; of all documents, or of those that are left without near-duplicates.
    func summary(isDistinct: Bool) -> (end: StanceLabel, habit: StanceLabel)? {
      let told = isDistinct ? distinct : positions
      return told.last.flatMap { last in Self.labels(of: told).first.map { (last.stance.label, $0) } }
    }

    private static func labels(of positions: [StanceSummary.Position]) -> [StanceLabel] {
      var counts: [StanceLabel: Int] = [:]
      for position in positions { counts[position.stance.label, default: 0] += 1 }
      return StanceLabel.allCases.filter { counts[$0] != nil }.enumerated().sorted { a, b in
        let (x, y) = (counts[a.element] ?? 0, counts[b.element] ?? 0)
        return x != y ? x > y : a.offset < b.offset
      }.map(\.element)
    }
  }

  /// A change of position as one outlet tells it: from one of its texts to the next, or within one text.
  struct Change {
    /// The outlet; empty where it is not known.
    var source: String
    /// Where the holder stood.
    var from: StanceLabel
    /// The text that said so; nil for a change within one text.
    var earlier: StanceSummary.Position?
    /// Where the holder stands now.
    var to: StanceSummary.Position
    /// False where it is no change when of near-duplicates one document is kept.
    var holdsWithoutCopies = true
  }

  var name: ReportName
  var groups: [Group]
  var changes: [Change]

  /// True when groups say different things of the holder: at the end, or most often.
  var isDisputed: Bool { isDisputed(isDistinct: false) }

  /// The same of all documents, or of those that are left when of near-duplicates one is kept.
  func isDisputed(isDistinct: Bool) -> Bool {
    let told = groups.compactMap { $0.summary(isDistinct: isDistinct) }
    return told.count > 1 && (Set(told.map(\.end)).count > 1 || Set(told.map(\.habit)).count > 1)
  }

  /// All holders, those with most stances first.
  static func all(_ summaries: [StanceSummary], context: ReportContext) -> [ComparedHolder] {
    struct Found {
      var groups: [[StanceSummary.Position]]
      var names: [String: Int] = [:]
      var known: ReportName?
    }
    var found: [String: Found] = [:]
    for (group, summary) in summaries.enumerated() {
      for position in summary.positions {
        let holder = position.stance.holder
        let key =
          holder.actor?.key ?? holder.entity.map { context.joins.identity(of: $0, in: position.document) } ?? holder.key
        found[key, default: Found(groups: summaries.map { _ in [] })].groups[group].append(position)
        found[key]?.names[holder.actor?.name ?? holder.canonical, default: 0] += 1
        if holder.actor == nil, let name = context.names[key] { found[key]?.known = name }
      }
    }
    let sizes = found.mapValues { $0.groups.reduce(0) { $0 + $1.count } }
    return found.sorted { a, b in
      let (x, y) = (sizes[a.key] ?? 0, sizes[b.key] ?? 0)
      return x != y ? x > y : a.key < b.key
    }.map { key, holder in
      let most = holder.names.min { ($1.value, $0.key) < ($0.value, $1.key) }?.key ?? key
      let groups = holder.groups.enumerated().map { index, told in
        let positions = told.sorted { ($0.date, $0) < ($1.date, $1) }
        return Group(
          index: index, positions: positions,
          distinct: context.copies.isEmpty ? positions : positions.filter { !context.copies.contains($0.document) })
      }
      return ComparedHolder(
        name: holder.known ?? ReportName(most, entity: key), groups: groups, changes: changes(groups, context))
    }
  }

  /// The changes, with those that rest on near-duplicates marked.
  private static func changes(_ groups: [Group], _ context: ReportContext) -> [Change] {
    var all = changes(groups.flatMap(\.positions), context)
    guard !context.copies.isEmpty else { return all }
    struct Place: Hashable {
      var from: StanceLabel
      var earlier: StanceSummary.Position?
      var to: StanceSummary.Position
    }
    let left = Set(
      changes(groups.flatMap(\.distinct), context).map { Place(from: $0.from, earlier: $0.earlier, to: $0.to) })
    for index in all.indices {
      let place = Place(from: all[index].from, earlier: all[index].earlier, to: all[index].to)
      all[index].holdsWithoutCopies = left.contains(place)
    }
    return all
  }

  /// The changes as each outlet tells them: outlets may differ on one day without anybody having moved.
  private static func changes(_ positions: [StanceSummary.Position], _ context: ReportContext) -> [Change] {
    var bySource: [String: [StanceSummary.Position]] = [:]
    for position in positions {
      bySource[context.publications[position.document]?.source ?? "", default: []].append(position)
    }
    var changes: [Change] = []
    for (source, told) in bySource.sorted(by: { $0.key < $1.key }) {
      let sorted = told.sorted { ($0.date, $0) < ($1.date, $1) }
      var last: StanceSummary.Position?
      for position in sorted {
        if let before = position.stance.before {
          changes.append(Change(source: source, from: before.label, earlier: nil, to: position))
        } else if let last, last.stance.label != position.stance.label, last.date < position.date, !last.date.isEmpty {
          changes.append(Change(source: source, from: last.stance.label, earlier: last, to: position))
        }
        last = position
      }
    }
    return changes.sorted { ($0.to.date, $0.source, $0.to) < ($1.to.date, $1.source, $1.to) }
  }
}
