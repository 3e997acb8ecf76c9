import SvodkaKit
import SvodkaLanguage

/// A part of a sequence.
indirect enum PatternNode: Sendable {
  /// One word.
  case word(WordCondition)
  /// A whole name, of a type or of any, one of whose words fits a condition.
  case entity(EntityType?, WordCondition)
  /// A phrase of a named list, one of whose words fits a condition.
  case list(Int32, WordCondition)
  /// The beginning of the sentence, or its end.
  case edge(isStart: Bool)
  /// One behind the other.
  case sequence([PatternNode])
  /// One of several.
  case either([PatternNode])
  /// So many times; `upTo` is nil for any number.
  case repeated(PatternNode, from: Int, upTo: Int?)
  /// Under a name.
  case capture(String, PatternNode)

  /// The layers that it reads.
  var needs: RuleNeeds {
    switch self {
    case .word(let condition), .list(_, let condition): condition.needs
    case .entity(_, let condition): condition.needs.union(.mentions)
    case .edge: []
    case .sequence(let nodes), .either(let nodes): nodes.reduce(into: []) { $0.formUnion($1.needs) }
    case .repeated(let node, _, _), .capture(_, let node): node.needs
    }
  }

  /// True when it can be passed without a word.
  var isNullable: Bool {
    switch self {
    case .word, .entity, .list: false
    case .edge: true
    case .sequence(let nodes): nodes.allSatisfy(\.isNullable)
    case .either(let nodes): nodes.contains(where: \.isNullable)
    case .repeated(let node, let from, _): from == 0 || node.isNullable
    case .capture(_, let node): node.isNullable
    }
  }

  /// How many instructions it becomes, at least so many as `most` where it is more than that.
  func size(upTo most: Int) -> Int {
    let size: Int =
      switch self {
      case .word, .entity, .list, .edge: 1
      case .sequence(let nodes), .either(let nodes): nodes.reduce(0) { min(most, $0 + $1.size(upTo: most) + 2) }
      case .capture(_, let node): node.size(upTo: most) + 2
      case .repeated(let node, let from, let upTo): (node.size(upTo: most) + 1) * max(1, upTo ?? (from + 1)) + 1
      }
    return min(most, size)
  }

  /// The names that it gives, in order.
  var captures: [String] {
    switch self {
    case .word, .entity, .list, .edge: []
    case .sequence(let nodes), .either(let nodes): nodes.flatMap(\.captures)
    case .repeated(let node, _, _): node.captures
    case .capture(let name, let node): [name] + node.captures
    }
  }

  /// Lists of words of which every match has one: without any of these in a sentence the pattern need not be tried.
  var anchors: [Int32]? {
    switch self {
    case .word(let condition): condition.words.first.map { [$0] }
    case .entity(_, let condition): condition.words.first.map { [$0] }
    case .list, .edge: nil
    case .sequence(let nodes): nodes.lazy.compactMap(\.anchors).min { $0.count < $1.count }
    case .either(let nodes):
      nodes.reduce([]) { (all: [Int32]?, node) in
        guard let all, let more = node.anchors else { return nil }
        return all + more
      }
    case .repeated(let node, let from, _): from > 0 ? node.anchors : nil
    case .capture(_, let node): node.anchors
    }
  }
}
