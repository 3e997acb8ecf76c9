import SvodkaKit
import SvodkaLanguage

/// Words that hang together in the syntax of a sentence, whatever their order.
struct DependencyPattern: Sendable {
  /// How a word lies to another.
  enum Link: String, CaseIterable, Sendable {
    /// It depends on the other.
    case of
    /// It depends on the other, or on what depends on it, and so on.
    case under
    /// The other depends on it.
    case headOf = "head-of"
    /// The other lies under it.
    case above
  }

  /// What is quoted of a word.
  enum Take: String, CaseIterable, Sendable {
    /// The word; of a name all of it.
    case word
    /// The word with all that lies under it.
    case subtree
  }

  struct Node: Sendable {
    var name: String
    var condition: WordCondition
    /// It has to be a part of a name, of this type where one is given.
    var entity: WordCondition.Inside?
    /// The number of the node it hangs on; nil for the first.
    var link: (kind: Link, node: Int)?
    /// Nodes before which it stands, and behind which.
    var before: [Int] = []
    var after: [Int] = []
    var isOptional = false
    var take = Take.word
  }

  /// Each behind the one that it hangs on.
  var nodes: [Node]
  var agreements: [Agreement]

  /// The layers that it reads.
  var needs: RuleNeeds {
    nodes.reduce(into: [.dependencies]) { needs, node in
      needs.formUnion(node.condition.needs)
      if node.entity != nil { needs.insert(.mentions) }
    }
  }

  /// Lists of words of which every match has one.
  var anchors: [Int32]? {
    nodes.lazy.filter { !$0.isOptional }.compactMap { $0.condition.words.first }.first.map { [$0] }
  }

  /// At most so many ways to lay the pattern over one sentence are told.
  private static let waysTold = 1000

  /// Every way in which the pattern lies over a sentence.
  func matches(in facts: SentenceFacts, category: String, confidence: Double?) -> [RuleMatch] {
    guard let dependencies = facts.text.dependencies else { return [] }
    var children: [Int: [Int]] = [:]
    for index in facts.range where dependencies[index].head >= 0 {
      children[dependencies[index].head, default: []].append(index)
    }
    let tree = Tree(dependencies: dependencies, children: children, range: facts.range)
    var found: [RuleMatch] = []
    var words = [Int?](repeating: nil, count: nodes.count)
    lay(0, &words, tree, facts) { words in
      guard found.count < Self.waysTold else { return false }
      let captures = captures(of: words, tree, facts)
      guard agreements.allSatisfy({ $0.holds(captures, in: facts.text) }) else { return true }
      let start = captures.map(\.tokens.lowerBound).min() ?? facts.range.lowerBound
      let end = captures.map(\.tokens.upperBound).max() ?? start + 1
      found.append(
        RuleMatch(tokens: start..<end, category: category, captures: captures, confidence: confidence))
      return true
    }
    return found
  }

  private struct Tree {
    let dependencies: [Dependency]
    let children: [Int: [Int]]
    let range: Range<Int>

    func below(_ index: Int) -> [Int] {
      var found: [Int] = []
      var open = children[index] ?? []
      // A tree has no more words than its sentence, whatever a model says.
      while let next = open.popLast(), found.count <= range.count {
        found.append(next)
        open += children[next] ?? []
      }
      return found.sorted()
    }

    func above(_ index: Int) -> [Int] {
      var found: [Int] = []
      var at = dependencies[index].head
      while at >= 0, found.count <= range.count {
        found.append(at)
        at = dependencies[at].head
      }
      return found
    }

    func candidates(_ link: Link, _ index: Int) -> [Int] {
      switch link {
      case .of: children[index] ?? []
      case .under: below(index)
      case .headOf: dependencies[index].head >= 0 ? [dependencies[index].head] : []
      case .above: above(index)
      }
    }
  }

  /// Lays the nodes from `number` on; false when enough was found.
  @discardableResult
  private func lay(
    _ number: Int, _ words: inout [Int?], _ tree: Tree, _ facts: SentenceFacts, found: ([Int?]) -> Bool
  ) -> Bool {
    guard number < nodes.count else { return found(words) }
    let node = nodes[number]
    let candidates: [Int]
    if let link = node.link {
      candidates = words[link.node].map { tree.candidates(link.kind, $0) } ?? []
    } else {
      candidates = Array(tree.range)
    }
    var isFound = false
    for index in candidates where !words.contains(index) && fits(node, index, words, facts) {
      isFound = true
      words[number] = index
      guard lay(number + 1, &words, tree, facts, found: found) else { return false }
      words[number] = nil
    }
    guard !isFound, node.isOptional else { return true }
    return lay(number + 1, &words, tree, facts, found: found)
  }

  private func fits(_ node: Node, _ index: Int, _ words: [Int?], _ facts: SentenceFacts) -> Bool {
    switch node.entity {
    case .any?: if facts.mention(at: index) == nil { return false }
    case .type(let type)?: if facts.mention(at: index)?.type != type { return false }
    default: break
    }
    // Whichever of two nodes is laid later is the one that is asked.
    let isInOrder = nodes.indices.allSatisfy { other in
      guard let place = words[other] else { return true }
      return !(node.before.contains(other) && index > place) && !(node.after.contains(other) && index < place)
        && !(nodes[other].before.contains { nodes[$0].name == node.name } && place > index)
        && !(nodes[other].after.contains { nodes[$0].name == node.name } && place < index)
    }
    return isInOrder && node.condition.holds(of: index, in: facts)
  }

  private func captures(of words: [Int?], _ tree: Tree, _ facts: SentenceFacts) -> [RuleMatch.Capture] {
    zip(nodes, words).compactMap { node, word -> RuleMatch.Capture? in
      guard let word else { return nil }
      var tokens = word..<(word + 1)
      if node.take == .subtree {
        let all = tree.below(word) + [word]
        tokens = (all.min() ?? word)..<((all.max() ?? word) + 1)
      } else if node.entity != nil, let mention = facts.mention(at: word) {
        tokens = mention.tokens.clamped(to: facts.range)
      }
      return .init(name: node.name, tokens: tokens)
    }.sorted { ($0.tokens.lowerBound, $0.name) < ($1.tokens.lowerBound, $1.name) }
  }
}
