import SvodkaKit
import SvodkaLanguage

/// A sequence compiled: instructions of a nondeterministic automaton over the words of a sentence.
struct PatternProgram: Sendable {
  enum Instruction: Sendable {
    /// A word that fits the condition of this number.
    case word(Int)
    case entity(EntityType?, Int)
    case list(Int32, Int)
    case edge(isStart: Bool)
    /// Goes on at both places, the first preferred.
    case split(Int, Int)
    case jump(Int)
    case open(Int)
    case close(Int)
    case accept
  }

  private(set) var instructions: [Instruction] = []
  /// Apart from the instructions, which are copied at every step.
  private(set) var conditions: [WordCondition] = []
  /// The names of the parts.
  private(set) var names: [String] = []

  /// A run that may go on for ever goes on for at most so many words, and so does a match.
  static let longest = 100

  /// No program has so many instructions.
  static let largest = 20_000

  init(_ node: PatternNode) {
    compile(node)
    instructions.append(.accept)
  }

  private mutating func compile(_ node: PatternNode) {
    switch node {
    case .word(let condition): instructions.append(.word(number(of: condition)))
    case .entity(let type, let condition): instructions.append(.entity(type, number(of: condition)))
    case .list(let list, let condition): instructions.append(.list(list, number(of: condition)))
    case .edge(let isStart): instructions.append(.edge(isStart: isStart))
    case .sequence(let nodes): for node in nodes { compile(node) }
    case .either(let nodes): compile(either: nodes)
    case .repeated(let node, let from, let upTo): compile(node, from: from, upTo: upTo)
    case .capture(let name, let node):
      let number = names.firstIndex(of: name) ?? names.count
      if number == names.count { names.append(name) }
      instructions.append(.open(number))
      compile(node)
      instructions.append(.close(number))
    }
  }

  private mutating func number(of condition: WordCondition) -> Int {
    if let known = conditions.firstIndex(of: condition) { return known }
    conditions.append(condition)
    return conditions.count - 1
  }

  private mutating func compile(either nodes: [PatternNode]) {
    var jumps: [Int] = []
    for (number, node) in nodes.enumerated() {
      guard number < nodes.count - 1 else {
        compile(node)
        break
      }
      let split = instructions.count
      instructions.append(.split(split + 1, 0))
      compile(node)
      jumps.append(instructions.count)
      instructions.append(.jump(0))
      instructions[split] = .split(split + 1, instructions.count)
    }
    for jump in jumps { instructions[jump] = .jump(instructions.count) }
  }

  private mutating func compile(_ node: PatternNode, from: Int, upTo: Int?) {
    for _ in 0..<from { compile(node) }
    guard let upTo else {
      let split = instructions.count
      instructions.append(.split(split + 1, 0))
      compile(node)
      instructions.append(.jump(split))
      instructions[split] = .split(split + 1, instructions.count)
      return
    }
    var splits: [Int] = []
    for _ in from..<max(from, upTo) {
      splits.append(instructions.count)
      instructions.append(.split(0, 0))
      compile(node)
    }
    for split in splits { instructions[split] = .split(split + 1, instructions.count) }
  }

  /// The instructions that may take the first word, without those behind them.
  var first: [Instruction] {
    var found: [Instruction] = []
    var open = [0]
    var seen: Set<Int> = []
    while let at = open.popLast() {
      guard seen.insert(at).inserted else { continue }
      switch instructions[at] {
      case .word, .entity, .list, .accept: found.append(instructions[at])
      case .edge, .open, .close: open.append(at + 1)
      case .split(let a, let b): open += [a, b]
      case .jump(let to): open.append(to)
      }
    }
    return found
  }
}
