/// What a token is to the names of its text: none, the first of a name, or one that goes on with it.
package enum MentionLabel {
  /// None; then for each type its first token and those behind it.
  package static let count = 1 + 2 * EntityType.allCases.count
  /// Part of no name.
  package static let none = 0

  /// The first token of a name.
  package static func begin(_ type: EntityType) -> Int { 1 + 2 * type.column }
  /// A token behind the first.
  package static func inside(_ type: EntityType) -> Int { 2 + 2 * type.column }

  /// True when a label can follow another: a name goes on only with its own type.
  package static func follows(_ label: Int, _ before: Int) -> Bool {
    guard label != none, label % 2 == 0 else { return true }
    return before == label || before == label - 1
  }

  /// The type of a label that is not none.
  package static func type(_ label: Int) -> EntityType { EntityType.allCases[(label - 1) / 2] }

  /// The names that a path of labels spells, with types.
  package static func names(_ path: [Int], from start: Int) -> [(tokens: Range<Int>, type: EntityType)] {
    var found: [(tokens: Range<Int>, type: EntityType)] = []
    for (i, label) in path.enumerated() where label != none {
      if label % 2 == 1 {
        found.append(((start + i)..<(start + i + 1), type(label)))
      } else if let last = found.indices.last {
        found[last].tokens = found[last].tokens.lowerBound..<(start + i + 1)
      }
    }
    return found
  }

  /// As the tables write it: `O`, `B-PER`, `I-PER`, …
  package static let names: [String] =
    ["O"] + EntityType.allCases.flatMap { ["B-" + $0.rawValue, "I-" + $0.rawValue] }
}
