/// Finds the words and phrases of a lexicon in a run of tokens, all in one pass.
///
/// A phrase is words divided by blanks. A word is
/// * `talks`: the token's key as it stands (lower case, ё as е);
/// * `погиб*`: every token that begins so;
/// * `a|b*|c`: one of several;
/// * `the?`: a word that may be missing (not the first).
public struct PhraseMatcher: Sendable {
  /// A place where a phrase stands.
  public struct Match: Sendable, Hashable {
    /// The tokens that it covers.
    public var tokens: Range<Int>
    /// The number of the phrase, in the order in which they were given.
    public var phrase: Int
  }

  private struct Node {
    var exact: [String: Int] = [:]
    /// By length in bytes, then by text: a look-up costs one hash a length, however many prefixes there are.
    var prefixes: [(length: Int, nodes: [String: Int])] = []
    var phrases: [Int] = []
  }

  private var nodes = [Node()]

  /// Compiles phrases.
  public init(_ phrases: [String]) {
    for (number, phrase) in phrases.enumerated() {
      var ends = [0]
      for word in phrase.split(separator: " ") {
        let isOptional = word.hasSuffix("?") && word.count > 1
        let form = isOptional ? word.dropLast() : word
        var next: [Int] = []
        for alternative in form.split(separator: "|") {
          for end in ends { next.append(step(from: end, alternative)) }
        }
        ends = isOptional ? ends + next : next
      }
      for end in ends where end != 0 && !nodes[end].phrases.contains(number) { nodes[end].phrases.append(number) }
    }
  }

  private mutating func step(from node: Int, _ word: Substring) -> Int {
    if word.hasSuffix("*") {
      let prefix = TokenKey.key(String(word.dropLast()))
      let length = prefix.utf8.count
      let slot = nodes[node].prefixes.firstIndex { $0.length == length } ?? nodes[node].prefixes.count
      if slot == nodes[node].prefixes.count { nodes[node].prefixes.append((length, [:])) }
      if let known = nodes[node].prefixes[slot].nodes[prefix] { return known }
      nodes.append(Node())
      nodes[node].prefixes[slot].nodes[prefix] = nodes.count - 1
      return nodes.count - 1
    }
    let key = TokenKey.key(String(word))
    if let known = nodes[node].exact[key] { return known }
    nodes.append(Node())
    nodes[node].exact[key] = nodes.count - 1
    return nodes.count - 1
  }

  /// Every match inside `range`, ordered by first token, then longest first, then by number.
  public func matches(in tokens: [Token], within range: Range<Int>) -> [Match] {
    var found: [Match] = []
    for start in range {
      let here = found.count
      walk(tokens, from: start, at: start, end: range.upperBound, node: 0, into: &found)
      if found.count - here > 1 {
        let sorted = found[here...].sorted {
          $0.tokens.upperBound != $1.tokens.upperBound
            ? $0.tokens.upperBound > $1.tokens.upperBound : $0.phrase < $1.phrase
        }
        var unique: [Match] = []
        for match in sorted where unique.last != match { unique.append(match) }
        found.replaceSubrange(here..., with: unique)
      }
    }
    return found
  }

  /// The longest match at each place, none overlapping another; of equally long ones the first phrase.
  public func longestMatches(in tokens: [Token], within range: Range<Int>) -> [Match] {
    var chosen: [Match] = []
    var free = range.lowerBound
    for match in matches(in: tokens, within: range) where match.tokens.lowerBound >= free {
      chosen.append(match)
      free = match.tokens.upperBound
    }
    return chosen
  }

  private func walk(
    _ tokens: [Token], from start: Int, at position: Int, end: Int, node: Int, into found: inout [Match]
  ) {
    if position > start {
      for phrase in nodes[node].phrases { found.append(Match(tokens: start..<position, phrase: phrase)) }
    }
    guard position < end else { return }
    let key = tokens[position].key
    if let next = nodes[node].exact[key] {
      walk(tokens, from: start, at: position + 1, end: end, node: next, into: &found)
    }
    for (length, known) in nodes[node].prefixes where key.utf8.count >= length {
      let cut = key.utf8.index(key.startIndex, offsetBy: length)
      // A cut inside a letter gives no prefix: prefixes are whole letters.
      guard let prefix = String(key.utf8[..<cut]), let next = known[prefix] else { continue }
      walk(tokens, from: start, at: position + 1, end: end, node: next, into: &found)
    }
  }
}
