/// Finds phrases, given as numbers of words, in a text whose words may each have several numbers: the automaton of Aho
/// and Corasick ("Efficient string matching", 1975), run with as many states at once as words have readings.
///
/// The states held together cover, with those behind their failure links, every beginning of a phrase that ends at the
/// word just read. So each word costs a few steps, however many phrases there are and however long they are.
struct PhraseAutomaton: Sendable {
  /// What is known of a state, side by side, since it is looked at together.
  private struct State {
    /// One of 64 bits for each number by which it goes on: most words that lead nowhere are told by these.
    var goesOn: UInt64 = 0
    var failure: Int32 = 0
    /// The next state behind failure links at which a phrase ends; -1 for none.
    var nextEnd: Int32 = -1
    /// The last phrase that ends here; -1 for none.
    var lastPhrase: Int32 = -1
    var depth: Int32 = 0
  }

  private var states = [State()]
  /// From a state (high half) and a number (low half) to the next state.
  private var steps = IntTable()
  /// From the start by the number of a word; -1 where no phrase begins so. Most words of a text end their way here.
  private var first: [Int32] = []
  /// Behind each phrase the one before it that ends at the same state; -1 for none.
  private var phraseBefore: [Int32] = []

  /// Compiles phrases; the number of a phrase is its place.
  init(_ phrases: [[Int32]], words: Int32) {
    first = [Int32](repeating: -1, count: Int(words))
    phraseBefore.reserveCapacity(phrases.count)
    var parents: [(state: Int32, number: Int32)] = [(0, 0)]
    for phrase in phrases {
      var state: Int32 = 0
      for number in phrase {
        if let next = step(from: state, number) {
          state = next
        } else {
          parents.append((state, number))
          state = add(number, to: state)
        }
      }
      phraseBefore.append(states[Int(state)].lastPhrase)
      states[Int(state)].lastPhrase = Int32(phraseBefore.count - 1)
    }
    link(parents)
  }

  private func step(from state: Int32, _ number: Int32) -> Int32? {
    if state == 0 {
      let next = first[Int(number)]
      return next >= 0 ? next : nil
    }
    guard states[Int(state)].goesOn & Self.bit(number) != 0 else { return nil }
    let next = steps[Self.edge(state, number)]
    return next >= 0 ? next : nil
  }

  private static func bit(_ number: Int32) -> UInt64 {
    1 << ((UInt64(truncatingIfNeeded: number) &* 0x9E37_79B9_7F4A_7C15) >> 58)
  }

  private static func edge(_ state: Int32, _ number: Int32) -> UInt64 {
    UInt64(UInt32(bitPattern: state)) << 32 | UInt64(UInt32(bitPattern: number))
  }

  private mutating func add(_ number: Int32, to state: Int32) -> Int32 {
    let made = Int32(states.count)
    states.append(State(depth: states[Int(state)].depth + 1))
    if state == 0 {
      first[Int(number)] = made
    } else {
      steps[Self.edge(state, number)] = made
      states[Int(state)].goesOn |= Self.bit(number)
    }
    return made
  }

  /// Failure links in the order of depth: that of a state is found from its parent's.
  private mutating func link(_ parents: [(state: Int32, number: Int32)]) {
    let deepest = states.map(\.depth).max() ?? 0
    var byDepth = [[Int32]](repeating: [], count: Int(deepest) + 1)
    for (state, known) in states.enumerated() where known.depth > 1 { byDepth[Int(known.depth)].append(Int32(state)) }
    for level in byDepth {
      for state in level {
        let parent = parents[Int(state)]
        let target = follow(states[Int(parent.state)].failure, parent.number)
        states[Int(state)].failure = target
        states[Int(state)].nextEnd = states[Int(target)].lastPhrase >= 0 ? target : states[Int(target)].nextEnd
      }
    }
  }

  /// The longest beginning that goes on with a number, from a state or one behind it; 0 where none does.
  private func follow(_ state: Int32, _ number: Int32) -> Int32 {
    var state = state
    while true {
      if let next = step(from: state, number) { return next }
      if state == 0 { return 0 }
      state = states[Int(state)].failure
    }
  }

  /// The states held while a text is read.
  struct Reading {
    fileprivate var states: [Int32] = []
    fileprivate var next: [Int32] = []

    /// Forgets what was read before.
    mutating func begin() { states.removeAll(keepingCapacity: true) }
  }

  /// Reads one word, and gives each phrase that ends with it, with its length in words. One may come twice.
  func read(_ numbers: ArraySlice<Int32>, _ reading: inout Reading, found: (_ phrase: Int32, _ length: Int32) -> Void) {
    guard !numbers.isEmpty else {
      if !reading.states.isEmpty { reading.states.removeAll(keepingCapacity: true) }
      return
    }
    if numbers.count == 1, reading.states.count < 2 {
      // Most words: one reading, and at most one phrase begun.
      let number = numbers[numbers.startIndex]
      let state = reading.states.isEmpty ? max(first[Int(number)], 0) : follow(reading.states[0], number)
      if state == 0 {
        if !reading.states.isEmpty { reading.states.removeLast() }
        return
      }
      if reading.states.isEmpty { reading.states.append(state) } else { reading.states[0] = state }
      tell(state, found)
      return
    }
    reading.next.removeAll(keepingCapacity: true)
    for number in numbers {
      if reading.states.isEmpty {
        enter(first[Int(number)], &reading.next)
      } else {
        for state in reading.states { enter(follow(state, number), &reading.next) }
      }
    }
    swap(&reading.states, &reading.next)
    for held in reading.states { tell(held, found) }
  }

  /// The phrases that end at a state, and at those behind its failure links.
  private func tell(_ held: Int32, _ found: (_ phrase: Int32, _ length: Int32) -> Void) {
    var end = states[Int(held)].lastPhrase >= 0 ? held : states[Int(held)].nextEnd
    while end >= 0 {
      let state = states[Int(end)]
      var phrase = state.lastPhrase
      while phrase >= 0 {
        found(phrase, state.depth)
        phrase = phraseBefore[Int(phrase)]
      }
      end = state.nextEnd
    }
  }

  private func enter(_ state: Int32, _ states: inout [Int32]) {
    guard state > 0, !states.contains(state) else { return }
    states.append(state)
  }
}

/// Numbers by numbers, in open addressing; what is not there is -1.
struct IntTable: Sendable {
  private struct Slot {
    var key: UInt64 = .max
    var value: Int32 = -1
  }

  private var slots = [Slot](repeating: Slot(), count: 16)
  private var count = 0

  subscript(_ key: UInt64) -> Int32 {
    get { slots[place(of: key)].value }
    set {
      if 3 * (count + 1) > 2 * slots.count { grow() }
      let at = place(of: key)
      if slots[at].key == .max { count += 1 }
      slots[at] = Slot(key: key, value: newValue)
    }
  }

  private func place(of key: UInt64) -> Int {
    let mixed = (key ^ key >> 29) &* 0x9E37_79B9_7F4A_7C15
    var at = Int(truncatingIfNeeded: mixed >> 20) & (slots.count - 1)
    while slots[at].key != key, slots[at].key != .max { at = (at + 1) & (slots.count - 1) }
    return at
  }

  private mutating func grow() {
    let old = slots
    slots = [Slot](repeating: Slot(), count: old.count * 2)
    for slot in old where slot.key != .max { slots[place(of: slot.key)] = slot }
  }
}
