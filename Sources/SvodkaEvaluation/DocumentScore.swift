import SvodkaKit

/// What of one document's findings is right.
///
/// Findings are taken in their order; each takes the first record of gold that it agrees with and that none before it has taken,
/// one that has to be found before one that may be left out. A finding that takes one that may be left out counts neither way.
public struct DocumentScore: Sendable {
  /// Right findings with their gold, as indices.
  public private(set) var right: [(found: Int, gold: Int)] = []
  /// Findings that gold does not have.
  public private(set) var extra: [Int] = []
  /// Gold that was not found.
  public private(set) var missed: [Int] = []
  /// Findings that agree with gold in all but the label.
  public private(set) var rightButLabel = 0
  /// For each detail of the comparison, how often it agrees where a finding is right.
  public private(set) var details: [Share]
  /// The same, of what is given alone: where gold and finding both leave a detail empty, they agree and nothing was found.
  public private(set) var given: [Tally]
  /// For each right finding, the details that do not agree.
  public private(set) var wrongDetails: [[String]] = []
  /// Right findings whose details under `full` agree too.
  public private(set) var rightInFull = 0
  /// The number of records that gold asks for.
  public private(set) var goldCount = 0
  /// Findings that take optional gold, with it.
  private var forgiven: [(found: Int, gold: Int)] = []

  init(gold: [Record], found: [Record], rules: FieldRules) {
    details = Array(repeating: Share(), count: rules.comparison.details.count)
    given = Array(repeating: Tally(), count: rules.comparison.details.count)
    goldCount = gold.count { !$0.isOptional }
    let order = gold.indices.filter { !gold[$0].isOptional } + gold.indices.filter { gold[$0].isOptional }
    let goldHasNothing = gold.contains(where: rules.saysNothing)
    var free = Set(gold.indices)
    for (index, record) in found.enumerated() {
      let near = order.filter {
        free.contains($0) && rules.agree(record, gold[$0], ignoring: rules.comparison.label)
      }
      let hit = near.first { rules.agree(record, gold[$0]) }
      if let hit {
        free.remove(hit)
        if gold[hit].isOptional {
          forgiven.append((index, hit))
        } else {
          right.append((index, hit))
          rightButLabel += 1
        }
      } else if !(goldHasNothing && rules.saysNothing(record)) {
        extra.append(index)
        if !near.isEmpty { rightButLabel += 1 }
      }
    }
    missed = gold.indices.filter { free.contains($0) && !gold[$0].isOptional }
    for pair in right { judge(found[pair.found], gold[pair.gold], among: (gold, found), rules) }
  }

  private mutating func judge(
    _ found: Record, _ gold: Record, among all: (gold: [Record], found: [Record]), _ rules: FieldRules
  ) {
    var wrong: [String] = []
    for (index, field) in rules.comparison.details.enumerated() {
      // Gold without the key does not judge it.
      guard gold.fields[field.key] != nil else { continue }
      let agrees =
        field.rule == .reference
        ? pointsRight(field.key, found, gold, among: all) : rules.isSame(field, found, gold)
      details[index].note(agrees)
      let (isFound, isGold) = (rules.isGiven(field, found), rules.isGiven(field, gold))
      given[index] += Tally(right: agrees && isFound && isGold ? 1 : 0, found: isFound ? 1 : 0, gold: isGold ? 1 : 0)
      if !agrees { wrong.append(field.key) }
    }
    if rules.comparison.full.allSatisfy({ !wrong.contains($0) }) { rightInFull += 1 }
    wrongDetails.append(wrong)
  }

  private func pointsRight(
    _ key: String, _ found: Record, _ gold: Record, among all: (gold: [Record], found: [Record])
  ) -> Bool {
    guard let wanted = gold.value(key) else { return found.value(key) == nil }
    guard let given = found.value(key) else { return false }
    return (right + forgiven).contains {
      all.gold[$0.gold].value("id") == wanted && all.found[$0.found].value("id") == given
    }
  }

  /// The counts of the document.
  public var tally: Tally { Tally(right: right.count, found: right.count + extra.count, gold: goldCount) }
}
