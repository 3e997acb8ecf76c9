/// A state of the arc-eager transitions with sentence breaks, as spaCy 3 defines them: a word may get another head later on, and
/// one without a head goes back to the buffer when it is reduced.
struct ArcEagerState {
  /// spaCy's numbers of the moves.
  enum Action: Int {
    case shift = 0
    case reduce
    case left
    case right
    case pause
  }

  /// By word: its head, -1 for none so far.
  private(set) var heads: [Int32]
  /// By word: the label of its arc, -1 for none.
  private(set) var labels: [Int32]
  private var stack: [Int32] = []
  /// Words that went back to the buffer, the next one last.
  private var returned: [Int32] = []
  private var isShifted: [Bool]
  private var startsSentence: [Bool]
  private var next: Int32 = 0
  private let count: Int32
  /// By word: the child that was added last on either side, and by child the one added before it; -1 for none.
  private var lastLeft: [Int32]
  private var lastRight: [Int32]
  private var before: [Int32]

  init(count: Int) {
    self.count = Int32(count)
    heads = [Int32](repeating: -1, count: count)
    labels = heads
    lastLeft = heads
    lastRight = heads
    before = heads
    isShifted = [Bool](repeating: false, count: count)
    startsSentence = isShifted
    if count > 0 { startsSentence[0] = true }
  }

  /// True when nothing is left to do.
  var isFinal: Bool { stack.isEmpty && buffered == 0 }

  private var buffered: Int { Int(count - next) + returned.count }

  private func buffer(_ i: Int) -> Int32 {
    if i < returned.count { return returned[returned.count - 1 - i] }
    let word = next + Int32(i - returned.count)
    return word < count ? word : -1
  }

  private func stacked(_ i: Int) -> Int32 { i < stack.count ? stack[stack.count - 1 - i] : -1 }

  /// The words that the network sees, -1 for a place without one: two of the buffer, three of the stack, the last left child of
  /// the first of the buffer, and the last left and right child of the top of the stack.
  var context: (Int32, Int32, Int32, Int32, Int32, Int32, Int32, Int32) {
    let (front, top) = (buffer(0), stacked(0))
    return (
      front, buffer(1), top, stacked(1), stacked(2), front < 0 ? -1 : lastLeft[Int(front)],
      top < 0 ? -1 : lastLeft[Int(top)], top < 0 ? -1 : lastRight[Int(top)]
    )
  }

  /// True when a move may be made.
  func allows(_ action: Action) -> Bool {
    let front = buffer(0)
    let isStart = front >= 0 && startsSentence[Int(front)]
    switch action {
    case .shift: return stack.isEmpty || (buffered >= 2 && !isStart && !isShifted[Int(front)])
    case .reduce: return !stack.isEmpty
    case .left, .right: return !stack.isEmpty && buffered > 0 && !isStart
    case .pause:
      let second = buffer(1)
      return buffered >= 2 && second == front + 1 && !startsSentence[Int(second)]
    }
  }

  /// Makes a move that is allowed.
  mutating func make(_ action: Action, label: Int32) {
    switch action {
    case .shift: push()
    case .reduce:
      let top = stack.removeLast()
      if heads[Int(top)] < 0 && !stack.isEmpty {
        isShifted[Int(top)] = true
        returned.append(top)
      }
    case .left:
      let front = buffer(0)
      addArc(front, stacked(0), label)
      isShifted[Int(front)] = false
      stack.removeLast()
    case .right:
      addArc(stacked(0), buffer(0), label)
      push()
    case .pause: startsSentence[Int(buffer(1))] = true
    }
  }

  private mutating func push() {
    if let word = returned.popLast() {
      stack.append(word)
    } else {
      stack.append(next)
      next += 1
    }
  }

  private mutating func addArc(_ head: Int32, _ child: Int32, _ label: Int32) {
    if heads[Int(child)] >= 0 { removeArc(heads[Int(child)], child) }
    heads[Int(child)] = head
    labels[Int(child)] = label
    if head > child {
      before[Int(child)] = lastLeft[Int(head)]
      lastLeft[Int(head)] = child
    } else {
      before[Int(child)] = lastRight[Int(head)]
      lastRight[Int(head)] = child
    }
  }

  private mutating func removeArc(_ head: Int32, _ child: Int32) {
    let isLeft = head > child
    var later = isLeft ? lastLeft[Int(head)] : lastRight[Int(head)]
    if later == child {
      if isLeft { lastLeft[Int(head)] = before[Int(child)] } else { lastRight[Int(head)] = before[Int(child)] }
      return
    }
    while later >= 0 {
      if before[Int(later)] == child {
        before[Int(later)] = before[Int(child)]
        return
      }
      later = before[Int(later)]
    }
  }
}
