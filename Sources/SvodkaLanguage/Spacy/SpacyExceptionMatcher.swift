import SvodkaKit

/// Finds exceptions that the text writes over several tokens, or with other tokens around them: `a.m.` in `9a.m.`.
///
/// Sequences are looked for by the numbers of their forms; the longest go first, of those the ones that stand first.
struct SpacyExceptionMatcher: Sendable {
  private struct Node: Sendable {
    var next: [UInt64: Int] = [:]
    var isEnd = false
  }

  private var nodes = [Node()]

  /// Adds the numbers of the forms of an exception, cut as if it were none.
  mutating func add(_ forms: [UInt64]) {
    guard !forms.isEmpty else { return }
    var node = 0
    for form in forms {
      if let next = nodes[node].next[form] {
        node = next
      } else {
        nodes.append(Node())
        nodes[node].next[form] = nodes.count - 1
        node = nodes.count - 1
      }
    }
    nodes[node].isEnd = true
  }

  /// True when an exception begins with the form.
  func canStart(with form: UInt64) -> Bool { nodes[0].next[form] != nil }

  /// The stretches of tokens that are exceptions, in text order, none overlapping another.
  ///
  /// - Parameters:
  ///   - starts: the tokens with which an exception can begin.
  ///   - count: the number of tokens.
  ///   - form: the number of the form of a token.
  /// - Returns: ranges of tokens.
  func matches(from starts: [Int], count: Int, form: (Int) -> UInt64) -> [Range<Int>] {
    var found: [Range<Int>] = []
    for start in starts {
      var (node, place) = (0, start)
      while place < count, let next = nodes[node].next[form(place)] {
        node = next
        place += 1
        if nodes[node].isEnd { found.append(start..<place) }
      }
    }
    found.sort { a, b in a.count != b.count ? a.count > b.count : a.lowerBound < b.lowerBound }
    var taken: Set<Int> = []
    var chosen: [Range<Int>] = []
    for range in found {
      if !taken.contains(range.lowerBound), !taken.contains(range.upperBound - 1) { chosen.append(range) }
      taken.formUnion(range)
    }
    return chosen.sorted { $0.lowerBound < $1.lowerBound }
  }
}
