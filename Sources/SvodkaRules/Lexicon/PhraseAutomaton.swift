/// Finds phrases, given as numbers of words, in a text whose words may each have several numbers: the automaton of Aho
/// and Corasick ("Efficient string matching", 1975), run with as many states at once as words have readings.
///
/// The states held together cover, with those behind their failure links, every beginning of a phrase that ends at the
/// word just read. So each word costs a few steps, however many phrases there are and however long they are.
struct PhraseAutomaton: Sendable {
  /// From a state (high half) and a number (low half) to the next state.
  private var steps = IntTable()
  /// From the start by the number of a word; -1 where no phrase begins so. Most words of a text end their way here.
  private var first: [Int32] = []
  private var depth: [Int32] = [0]
  private var failure: [Int32] = [0]
  /// The next state behind failure links at which a phrase ends; -1 for none.
  private var nextEnd: [Int32] = [-1]
  /// The last phrase that ends at a state, and behind each phrase the one before it; -1 for none.
  private var lastPhrase: [Int32] = [-1]
  private var phraseBefore: [Int32] = []
  private var parents: [(state: Int32, number: Int32)] = [(0, 0)]

  /// Compiles phrases; the number of a phrase is its place.
  init(_ phrases: [[Int32]], words: Int32) {
    first = [Int32](repeating: -1, count: Int(words))
    phraseBefore.reserveCapacity(phrases.count)
    for phrase in phrases {
      var state: Int32 = 0
      for number in phrase { state = step(from: state, number) ?? add(number, to: state) }
      phraseBefore.append(lastPhrase[Int(state)])
      lastPhrase[Int(state)] = Int32(phraseBefore.count - 1)
    }
    link()
  }

  private func step(from state: Int32, _ number: Int32) -> Int32? {
    let next = state == 0 ? first[Int(number)] : steps[Self.edge(state, number)]
    return next >= 0 ? next : nil
  }

  private static func edge(_ state: Int32, _ number: Int32) -> UInt64 {
    UInt64(UInt32(bitPattern: state)) << 32 | UInt64(UInt32(bitPattern: number))
  }

  private mutating func add(_ number: Int32, to state: Int32) -> Int32 {
    let made = Int32(depth.count)
    depth.append(depth[Int(state)] + 1)
    failure.append(0)
    nextEnd.append(-1)
    lastPhrase.append(-1)
    parents.append((state, number))
    if state == 0 { first[Int(number)] = made } else { steps[Self.edge(state, number)] = made }
    return made
  }

  /// Failure links in the order of depth: that of a state is found from its parent's.
  private mutating func link() {
    var byDepth = [[Int32]](repeating: [], count: Int(depth.max() ?? 0) + 1)
    for state in depth.indices where depth[state] > 1 { byDepth[Int(depth[state])].append(Int32(state)) }
    for states in byDepth {
      for state in states {
        let parent = parents[Int(state)]
        let target = follow(failure[Int(parent.state)], parent.number)
        failure[Int(state)] = target
        nextEnd[Int(state)] = lastPhrase[Int(target)] >= 0 ? target : nextEnd[Int(target)]
      }
    }
    parents = []
  }

  /// The longest beginning that goes on with a number, from a state or one behind it; 0 where none does.
  private func follow(_ state: Int32, _ number: Int32) -> Int32 {
    var state = state
    while true {
      if let next = step(from: state, number) { return next }
      if state == 0 { return 0 }
      state = failure[Int(state)]
    }
  }

  /// The states held while a text is read.
  struct Reading {
    fileprivate var states: [Int32] = []
    fileprivate var next: [Int32] = []
  }

  /// Reads one word, and gives each phrase that ends with it, with its length in words. One may come twice.
  func read(_ numbers: ArraySlice<Int32>, _ reading: inout Reading, found: (_ phrase: Int32, _ length: Int32) -> Void) {
    guard !numbers.isEmpty else {
      if !reading.states.isEmpty { reading.states.removeAll(keepingCapacity: true) }
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
    for held in reading.states {
      var state = lastPhrase[Int(held)] >= 0 ? held : nextEnd[Int(held)]
      while state >= 0 {
        var phrase = lastPhrase[Int(state)]
        while phrase >= 0 {
          found(phrase, depth[Int(state)])
          phrase = phraseBefore[Int(phrase)]
        }
        state = nextEnd[Int(state)]
      }
    }
  }

  private func enter(_ state: Int32, _ states: inout [Int32]) {
    guard state > 0, !states.contains(state) else { return }
    states.append(state)
  }
}

/// Numbers by numbers, in open addressing; what is not there is -1.
struct IntTable: Sendable {
  private var keys = [UInt64](repeating: .max, count: 16)
  private var values = [Int32](repeating: -1, count: 16)
  private var count = 0

  subscript(_ key: UInt64) -> Int32 {
    get { values[place(of: key)] }
    set {
      if 2 * (count + 1) > keys.count { grow() }
      let at = place(of: key)
      if keys[at] == .max { count += 1 }
      keys[at] = key
      values[at] = newValue
    }
  }

  private func place(of key: UInt64) -> Int {
    let mixed = (key ^ key >> 29) &* 0x9E37_79B9_7F4A_7C15
    var at = Int(truncatingIfNeeded: mixed >> 20) & (keys.count - 1)
    while keys[at] != key, keys[at] != .max { at = (at + 1) & (keys.count - 1) }
    return at
  }

  private mutating func grow() {
    let (oldKeys, oldValues) = (keys, values)
    keys = [UInt64](repeating: .max, count: oldKeys.count * 2)
    values = [Int32](repeating: -1, count: oldKeys.count * 2)
    for (i, key) in oldKeys.enumerated() where key != .max {
      let at = place(of: key)
      keys[at] = key
      values[at] = oldValues[i]
    }
  }
}
