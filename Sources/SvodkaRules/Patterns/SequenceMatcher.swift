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

  fileprivate struct Run {
    var instruction: Int
    /// The last event; -1 for none.
    var events: Int
    /// Stands for the events on which agreement depends.
    var key: UInt64
  }

  /// The lists of words with one of which a match has to begin; nil where it may begin otherwise.
  var firstWords: [Int32]? {
    var lists: [Int32] = []
    for instruction in first {
      guard case .word(let number) = instruction, let list = program.conditions[number].words.first else { return nil }
      lists.append(list)
    }
    return lists
  }

  /// The longest match that begins at a word; `workspace` may come from a search for another sequence.
  func match(
    from start: Int, in facts: SentenceFacts, _ workspace: inout SequenceWorkspace
  ) -> (tokens: Range<Int>, captures: [RuleMatch.Capture])? {
    guard first.contains(where: { begins($0, at: start, in: facts) }) else { return nil }
    let limit = min(facts.range.upperBound, start + PatternProgram.longest)
    workspace.begin(instructions: program.instructions.count)
    workspace.waiting[0].append(Run(instruction: 0, events: -1, key: 0))
    var at = start
    while at <= limit, workspace.open > 0 || !workspace.waiting[at - start].isEmpty {
      step(at, from: start, limit: limit, in: facts, &workspace)
      at += 1
    }
    workspace.end(at: at - start)
    guard let best = workspace.best else { return nil }
    return (start..<best.end, captures(best.events, workspace.events))
  }

  private func step(
    _ at: Int, from start: Int, limit: Int, in facts: SentenceFacts, _ workspace: inout SequenceWorkspace
  ) {
    workspace.take(at - start)
    while let run = workspace.stack.popLast() {
      guard workspace.visits < Self.runsFollowed, workspace.visit(run, byKey: !agreements.isEmpty) else { continue }
      var next = run
      next.instruction += 1
      switch program.instructions[run.instruction] {
      case .split(let a, let b):
        workspace.stack.append(Run(instruction: b, events: run.events, key: run.key))
        workspace.stack.append(Run(instruction: a, events: run.events, key: run.key))
      case .jump(let to): workspace.stack.append(Run(instruction: to, events: run.events, key: run.key))
      case .open(let name): workspace.stack.append(marked(next, name, isOpen: true, at, &workspace))
      case .close(let name): workspace.stack.append(marked(next, name, isOpen: false, at, &workspace))
      case .edge(let isStart):
        if at == (isStart ? facts.range.lowerBound : facts.range.upperBound) { workspace.stack.append(next) }
      case .accept:
        guard at > start, at > workspace.best?.end ?? start else { continue }
        let parts = agreements.isEmpty ? [] : captures(run.events, workspace.events)
        if agreements.allSatisfy({ $0.holds(parts, in: facts.text) }) { workspace.best = (at, run.events) }
      case .word(let condition):
        if at < limit, program.conditions[condition].holds(of: at, in: facts) { workspace.wait(next, at + 1 - start) }
      case .entity(let type, let condition):
        guard at < limit, let end = end(of: type, condition, from: at, in: facts), end <= limit else { continue }
        workspace.wait(next, end - start)
      case .list(let list, let condition):
        guard at < limit else { continue }
        for end in facts.ends(of: list, from: at)
        where end <= limit && holds(condition, at..<end, in: facts) {
          workspace.wait(next, end - start)
        }
      }
    }
  }

  private func marked(
    _ run: Run, _ name: Int, isOpen: Bool, _ at: Int, _ workspace: inout SequenceWorkspace
  ) -> Run {
    var run = run
    workspace.events.append(.init(name: name, isOpen: isOpen, at: at, before: run.events))
    run.events = workspace.events.count - 1
    if told[name] {
      run.key = (run.key ^ UInt64(at * 64 + name * 2 + (isOpen ? 1 : 0) + 1)) &* 0x9E37_79B9_7F4A_7C15
    }
    return run
  }

  /// True when an instruction may take a word.
  private func begins(
    _ instruction: PatternProgram.Instruction, at index: Int, in facts: SentenceFacts
  ) -> Bool {
    switch instruction {
    case .word(let condition): program.conditions[condition].holds(of: index, in: facts)
    case .entity(let type, let condition): end(of: type, condition, from: index, in: facts) != nil
    case .list(let list, _): !facts.ends(of: list, from: index).isEmpty
    default: false
    }
  }

  /// The end of a name that begins at a word.
  private func end(
    of type: EntityType?, _ condition: Int, from index: Int, in facts: SentenceFacts
  ) -> Int? {
    guard let mention = facts.mention(at: index), mention.tokens.lowerBound == index,
      type == nil || mention.type == type, mention.tokens.upperBound <= facts.range.upperBound,
      holds(condition, mention.tokens, in: facts)
    else { return nil }
    return mention.tokens.upperBound
  }

  /// True when a condition holds of one of several words.
  private func holds(_ condition: Int, _ words: Range<Int>, in facts: SentenceFacts) -> Bool {
    program.conditions[condition].isEmpty
      || words.contains { program.conditions[condition].holds(of: $0, in: facts) }
  }

  private func captures(_ last: Int, _ events: [SequenceWorkspace.Event]) -> [RuleMatch.Capture] {
    var order: [SequenceWorkspace.Event] = []
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

/// What a search for a sequence keeps, used again for the next so that it is not allocated anew at every word.
struct SequenceWorkspace {
  /// The beginning or the end of a named part, behind those before it.
  fileprivate struct Event {
    var name: Int
    var isOpen: Bool
    var at: Int
    var before: Int
  }

  private struct Visit: Hashable {
    var instruction: Int
    var key: UInt64
  }

  /// The runs that go on at each word, counted from where the search began.
  fileprivate var waiting: [[SequenceMatcher.Run]]
  fileprivate var stack: [SequenceMatcher.Run] = []
  fileprivate var events: [Event] = []
  fileprivate var best: (end: Int, events: Int)?
  /// How many runs wait at words to come.
  fileprivate var open = 0
  fileprivate var visits = 0
  /// By instruction, the number of the last word at which it was visited.
  private var stamps: [Int] = []
  private var stamp = 0
  private var keyed: Set<Visit> = []

  init() { waiting = [[SequenceMatcher.Run]](repeating: [], count: PatternProgram.longest + 1) }

  fileprivate mutating func begin(instructions: Int) {
    events.removeAll(keepingCapacity: true)
    best = nil
    open = 0
    while stamps.count < instructions { stamps.append(0) }
  }

  /// Forgets what still waits behind the last word looked at.
  fileprivate mutating func end(at offset: Int) {
    guard open > 0 else { return }
    for index in min(offset, waiting.count)..<waiting.count { waiting[index].removeAll(keepingCapacity: true) }
  }

  /// Puts the runs that wait at a word on the stack, the first on top.
  fileprivate mutating func take(_ offset: Int) {
    if offset > 0 { open -= waiting[offset].count }
    for run in waiting[offset].reversed() { stack.append(run) }
    waiting[offset].removeAll(keepingCapacity: true)
    visits = 0
    stamp += 1
    if !keyed.isEmpty { keyed.removeAll(keepingCapacity: true) }
  }

  fileprivate mutating func wait(_ run: SequenceMatcher.Run, _ offset: Int) {
    waiting[offset].append(run)
    open += 1
  }

  /// False for a run that does what another has done at this word.
  fileprivate mutating func visit(_ run: SequenceMatcher.Run, byKey: Bool) -> Bool {
    if byKey {
      guard keyed.insert(Visit(instruction: run.instruction, key: run.key)).inserted else { return false }
    } else {
      guard stamps[run.instruction] != stamp else { return false }
      stamps[run.instruction] = stamp
    }
    visits += 1
    return true
  }
}
