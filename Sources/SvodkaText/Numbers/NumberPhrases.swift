/// Phrases over the words of a number vocabulary.
struct NumberPhrases: Sendable {
  private struct Node: Sendable {
    var next: [Int32: Int] = [:]
    var value: Int?
  }
  private var nodes = [Node()]

  /// True when no phrase was added.
  var isEmpty: Bool { nodes.count == 1 }

  /// Adds a phrase; each place holds alternatives, each a run of words; an empty run says that the place may stay empty.
  mutating func add(_ places: [[[Int32]]], value: Int) {
    var ends = [0]
    for place in places {
      var next: [Int] = []
      for end in ends {
        for run in place {
          var node = end
          for word in run { node = step(node, word) }
          if !next.contains(node) { next.append(node) }
        }
      }
      ends = next
    }
    for end in ends where end != 0 && nodes[end].value == nil { nodes[end].value = value }
  }

  private mutating func step(_ node: Int, _ word: Int32) -> Int {
    if let known = nodes[node].next[word] { return known }
    nodes.append(Node())
    nodes[node].next[word] = nodes.count - 1
    return nodes.count - 1
  }

  /// The longest phrase that starts at a piece: its value and the piece behind it.
  func longest(_ pieces: [NumberPiece], at start: Int) -> (value: Int, end: Int)? {
    var node = 0
    var position = start
    var best: (Int, Int)?
    while position < pieces.count, pieces[position].word >= 0, let next = nodes[node].next[pieces[position].word] {
      node = next
      position += 1
      if let value = nodes[node].value { best = (value, position) }
    }
    return best
  }

  /// The longest phrase that ends before piece `end`, at most eight pieces long: its value and its first piece.
  func longest(_ pieces: [NumberPiece], before end: Int) -> (value: Int, start: Int)? {
    var best: (Int, Int)?
    var start = end - 1
    while start >= max(0, end - 8), pieces[start].word >= 0 {
      var node = 0
      var position = start
      while position < end, let next = nodes[node].next[pieces[position].word] {
        node = next
        position += 1
      }
      if position == end, let value = nodes[node].value { best = (value, start) }
      start -= 1
    }
    return best
  }
}
