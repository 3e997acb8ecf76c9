/// A pattern as steps of a machine that tries one way after the other.
struct PatternProgram: Sendable {
  enum Step: Sendable {
    case scalar(UInt32)
    case set(Int)
    case start
    case end
    /// Goes on at the first place, and from the second one if that fails.
    case split(Int, Int)
    case jump(Int)
    /// Runs the steps that follow, up to `next`, and forgets what they took. `back` characters before the place for a look behind.
    case look(next: Int, back: Int, isNegated: Bool)
    case match
  }

  private(set) var steps: [Step] = []
  private let sets: [ScalarSet]
  /// Where each branch of the whole pattern begins, in the order in which they are tried.
  private let branches: [Int]
  /// For every class of characters (and, last, for the end of the text) the branches that can match there.
  private let candidates: [Int]
  private let firstCandidates: [Int]
  /// True when it can match at the start of a text only.
  let isAnchored: Bool

  init(_ node: PatternNode, sets: [ScalarSet]) {
    self.sets = sets
    isAnchored = node.isAnchored
    let nodes: [PatternNode] = if case .choice(let nodes) = node { nodes } else { [node] }
    var compiler = Compiler()
    branches = nodes.map { compiler.compile(branch: $0) }
    steps = compiler.steps
    let starts = nodes.map { FirstScalars(of: $0, sets: sets) }
    var (candidates, first): ([Int], [Int]) = ([], [])
    for kind in 0...FirstScalars.count {
      first.append(candidates.count)
      for (i, start) in starts.enumerated() where start.allows(kind) { candidates.append(branches[i]) }
    }
    self.candidates = candidates
    firstCandidates = first + [candidates.count]
  }

  /// The end of the match that begins at `place`; nil where there is none. Of `text` the pattern sees `bounds` alone; `mayBeEmpty`
  /// says whether a match that takes no character counts, and `tries` is room for ways that are left to try.
  @inline(__always)
  func match(
    in text: UnsafeBufferPointer<UInt32>, _ bounds: Range<Int>, at place: Int, mayBeEmpty: Bool = true,
    tries: inout [PatternTry]
  ) -> Int? {
    let kind = place < bounds.upperBound ? FirstScalars.kind(of: text[place]) : FirstScalars.count
    var i = firstCandidates[kind]
    let end = firstCandidates[kind + 1]
    while i < end {
      let found = run(candidates[i], text, bounds, at: place, emptyAt: mayBeEmpty ? -1 : place, &tries)
      if let found { return found }
      i += 1
    }
    return nil
  }

  private func run(
    _ first: Int, _ text: UnsafeBufferPointer<UInt32>, _ bounds: Range<Int>, at start: Int, emptyAt: Int,
    _ tries: inout [PatternTry]
  ) -> Int? {
    let base = tries.count
    defer { tries.removeLast(tries.count - base) }
    var (step, place) = (first, start)
    while true {
      var isRight = true
      switch steps[step] {
      case .scalar(let value):
        isRight = place < bounds.upperBound && text[place] == value
        place += 1
        step += 1
      case .set(let number):
        isRight = place < bounds.upperBound && sets[number].contains(text[place])
        place += 1
        step += 1
      case .start:
        isRight = place == bounds.lowerBound
        step += 1
      case .end:
        isRight =
          place == bounds.upperBound || (place == bounds.upperBound - 1 && text[place] == 0x0A)
        step += 1
      case .split(let now, let later):
        tries.append(PatternTry(step: later, place: place))
        step = now
      case .jump(let target):
        step = target
      case .look(let next, let back, let isNegated):
        let from = place - back
        let found = from >= bounds.lowerBound && run(step + 1, text, bounds, at: from, emptyAt: -1, &tries) != nil
        isRight = found != isNegated
        step = next
      case .match:
        if place != emptyAt { return place }
        isRight = false
      }
      if isRight { continue }
      guard tries.count > base, let last = tries.popLast() else { return nil }
      (step, place) = (last.step, last.place)
    }
  }

  /// Writes the steps of nodes one behind the other.
  private struct Compiler {
    var steps: [Step] = []

    mutating func compile(branch node: PatternNode) -> Int {
      let start = steps.count
      add(node)
      steps.append(.match)
      return start
    }

    private mutating func add(_ node: PatternNode) {
      switch node {
      case .scalar(let value): steps.append(.scalar(value))
      case .set(let number): steps.append(.set(number))
      case .start: steps.append(.start)
      case .end: steps.append(.end)
      case .sequence(let parts): for part in parts { add(part) }
      case .choice(let branches): add(branches)
      case .repetition(let body, let least, let most, let isLazy): add(body, least, most, isLazy)
      case .look(let body, let isAhead, let isNegated):
        let place = steps.count
        steps.append(.match)
        add(body)
        steps.append(.match)
        steps[place] = .look(next: steps.count, back: isAhead ? 0 : body.width ?? 0, isNegated: isNegated)
      }
    }

    private mutating func add(_ branches: [PatternNode]) {
      var ends: [Int] = []
      for (i, branch) in branches.enumerated() {
        let isLast = i == branches.count - 1
        let place = steps.count
        if !isLast { steps.append(.match) }
        add(branch)
        if isLast { break }
        ends.append(steps.count)
        steps.append(.match)
        steps[place] = .split(place + 1, steps.count)
      }
      for end in ends { steps[end] = .jump(steps.count) }
    }

    private mutating func add(_ body: PatternNode, _ least: Int, _ most: Int?, _ isLazy: Bool) {
      for _ in 0..<least { add(body) }
      func split(_ more: Int, _ enough: Int) -> Step { isLazy ? .split(enough, more) : .split(more, enough) }
      guard let most else {
        let place = steps.count
        steps.append(.match)
        add(body)
        steps.append(.jump(place))
        steps[place] = split(place + 1, steps.count)
        return
      }
      var places: [Int] = []
      for _ in least..<most {
        places.append(steps.count)
        steps.append(.match)
        add(body)
      }
      for place in places { steps[place] = split(place + 1, steps.count) }
    }
  }
}

/// A way that was left for later.
struct PatternTry: Sendable {
  var step: Int
  var place: Int
}
