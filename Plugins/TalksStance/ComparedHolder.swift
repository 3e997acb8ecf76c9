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

    /// The labels that occur, the most frequent first, of equally frequent ones in their own order.
    var labels: [StanceLabel] {
      StanceLabel.allCases.map { label in (label: label, count: positions.count { $0.stance.label == label }) }
        .filter { $0.count > 0 }.enumerated()
        .sorted { ($1.element.count, $0.offset) < ($0.element.count, $1.offset) }.map(\.element.label)
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
  }

  var name: ReportName
  var groups: [Group]
  var changes: [Change]

  /// True when groups say different things of the holder: at the end, or most often.
  var isDisputed: Bool {
    let spoken = groups.filter { !$0.positions.isEmpty }
    let ends = Set(spoken.compactMap { $0.positions.last?.stance.label })
    let habits = Set(spoken.compactMap(\.labels.first))
    return spoken.count > 1 && (ends.count > 1 || habits.count > 1)
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
    return found.sorted { a, b in
      let (x, y) = (a.value.groups.reduce(0) { $0 + $1.count }, b.value.groups.reduce(0) { $0 + $1.count })
      return x != y ? x > y : a.key < b.key
    }.map { key, holder in
      let most = holder.names.min { ($1.value, $0.key) < ($0.value, $1.key) }?.key ?? key
      let groups = holder.groups.enumerated().map { index, positions in
        Group(index: index, positions: positions.sorted { ($0.date, $0) < ($1.date, $1) })
      }
      return ComparedHolder(
        name: holder.known ?? ReportName(most, entity: key), groups: groups,
        changes: changes(holder.groups.flatMap { $0 }, context))
    }
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
