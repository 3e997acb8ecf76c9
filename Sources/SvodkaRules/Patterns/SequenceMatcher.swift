import SvodkaKit
import SvodkaLanguage

/// Runs the program of a sequence from one word on; finds the longest match.
struct SequenceMatcher: Sendable {
  let program: PatternProgram
  private let agreements: [Agreement]
  /// The parts on which agreement depends: runs that differ in these are different.
  private let told: [Bool]
  private let first: [PatternProgram.Instruction]

  init(_ program: PatternProgram, agreements: [Agreement]) {
    self.program = program
    self.agreements = agreements
    let asked = Set(agreements.flatMap(\.names))
    told = program.names.map(asked.contains)
    first = program.first
  }

  /// At most so many runs are followed at one word; what agreement multiplies ends here.
  private static let runsFollowed = 2000

  /// The beginning or the end of a named part, behind those before it.
  private struct Event {
    var name: Int
    var isOpen: Bool
    var at: Int
    var before: Int
  }

  private struct Run {
    var instruction: Int
    /// The last event; -1 for none.
    var events: Int
    /// Stands for the events on which agreement depends.
    var key: UInt64
  }

  private struct Visit: Hashable {
    var instruction: Int
    var key: UInt64
  }

  /// What one search keeps.
  private struct Search {
    var waiting: [[Run]]
    var events: [Event] = []
    var best: (end: Int, events: Int)?
  }

  /// The lists of words with one of which a match has to begin; nil where it may begin otherwise.
  var firstWords: [Int32]? {
    var lists: [Int32] = []
    for instruction in first {
      guard case .word(let condition) = instruction, let list = condition.words.first else { return nil }
      lists.append(list)
    }
    return lists
  }

  /// The longest match that begins at a word.
  func match(from start: Int, in facts: SentenceFacts) -> (tokens: Range<Int>, captures: [RuleMatch.Capture])? {
    guard first.contains(where: { !Self.ends(of: $0, from: start, in: facts).isEmpty }) else { return nil }
    let limit = min(facts.range.upperBound, start + PatternProgram.longest)
    var search = Search(waiting: [[Run]](repeating: [], count: limit - start + 1))
    search.waiting[0].append(Run(instruction: 0, events: -1, key: 0))
    for at in start...limit where !search.waiting[at - start].isEmpty {
      step(at, from: start, limit: limit, in: facts, &search)
    }
    guard let best = search.best else { return nil }
    return (start..<best.end, captures(best.events, search.events))
  }

  private func step(_ at: Int, from start: Int, limit: Int, in facts: SentenceFacts, _ search: inout Search) {
    var seen: Set<Visit> = []
    var open = Array(search.waiting[at - start].reversed())
    search.waiting[at - start] = []
    while let run = open.popLast() {
      guard seen.count < Self.runsFollowed,
        seen.insert(Visit(instruction: run.instruction, key: run.key)).inserted
      else { continue }
      let instruction = program.instructions[run.instruction]
      var next = run
      next.instruction += 1
      switch instruction {
      case .split(let a, let b):
        open.append(Run(instruction: b, events: run.events, key: run.key))
        open.append(Run(instruction: a, events: run.events, key: run.key))
      case .jump(let to): open.append(Run(instruction: to, events: run.events, key: run.key))
      case .open(let name): open.append(marked(next, name, isOpen: true, at, &search))
      case .close(let name): open.append(marked(next, name, isOpen: false, at, &search))
      case .edge(let isStart):
        if at == (isStart ? facts.range.lowerBound : facts.range.upperBound) { open.append(next) }
      case .accept:
        guard at > start, at > search.best?.end ?? start else { continue }
        let parts = agreements.isEmpty ? [] : captures(run.events, search.events)
        if agreements.allSatisfy({ $0.holds(parts, in: facts.text) }) { search.best = (at, run.events) }
      case .word, .entity, .list:
        guard at < limit else { continue }
        for end in Self.ends(of: instruction, from: at, in: facts) where end <= limit {
          search.waiting[end - start].append(next)
        }
      }
    }
  }

  private func marked(_ run: Run, _ name: Int, isOpen: Bool, _ at: Int, _ search: inout Search) -> Run {
    var run = run
    search.events.append(Event(name: name, isOpen: isOpen, at: at, before: run.events))
    run.events = search.events.count - 1
    if told[name] {
      run.key = (run.key ^ UInt64(at * 64 + name * 2 + (isOpen ? 1 : 0) + 1)) &* 0x9E37_79B9_7F4A_7C15
    }
    return run
  }

  /// Where an instruction that takes words may end.
  private static func ends(
    of instruction: PatternProgram.Instruction, from index: Int, in facts: SentenceFacts
  ) -> [Int] {
    guard index < facts.range.upperBound else { return [] }
    switch instruction {
    case .word(let condition): return condition.holds(of: index, in: facts) ? [index + 1] : []
    case .entity(let type, let condition):
      guard let mention = facts.mention(at: index), mention.tokens.lowerBound == index,
        type == nil || mention.type == type, mention.tokens.upperBound <= facts.range.upperBound,
        condition.isEmpty || mention.tokens.contains(where: { condition.holds(of: $0, in: facts) })
      else { return [] }
      return [mention.tokens.upperBound]
    case .list(let list, let condition):
      return facts.ends(of: list, from: index).filter { end in
        condition.isEmpty || (index..<end).contains { condition.holds(of: $0, in: facts) }
      }
    default: return []
    }
  }

  private func captures(_ last: Int, _ events: [Event]) -> [RuleMatch.Capture] {
    var order: [Event] = []
    var at = last
    while at >= 0 {
      order.append(events[at])
      at = events[at].before
    }
    var open: [(name: Int, start: Int)] = []
    var found: [RuleMatch.Capture] = []
    for event in order.reversed() {
      if event.isOpen {
        open.append((event.name, event.at))
      } else if let start = open.popLast()?.start, start < event.at {
        found.append(.init(name: program.names[event.name], tokens: start..<event.at))
      }
    }
    return found.sorted {
      ($0.tokens.lowerBound, $1.tokens.upperBound, $0.name) < ($1.tokens.lowerBound, $0.tokens.upperBound, $1.name)
    }
  }
}
