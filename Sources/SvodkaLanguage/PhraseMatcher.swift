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

  private var words = WordTrie()
  /// From a state and the number of a word to the next state.
  private var steps: [UInt64: Int32] = [:]
  /// The phrases that end in a state.
  private var ends: [[Int]] = [[]]

  /// Compiles phrases.
  public init(_ phrases: [String]) {
    steps.reserveCapacity(2 * phrases.count)
    for (number, phrase) in phrases.enumerated() {
      var states: [Int32] = [0]
      for word in phrase.utf8.split(separator: UInt8(ascii: " ")) {
        let isOptional = word.last == UInt8(ascii: "?") && word.count > 1
        let form = isOptional ? word.dropLast() : word
        var next: [Int32] = []
        for alternative in form.split(separator: UInt8(ascii: "|")) {
          for state in states { next.append(step(from: state, alternative)) }
        }
        states = isOptional ? states + next : next
      }
      for state in states where state != 0 && !ends[Int(state)].contains(number) { ends[Int(state)].append(number) }
    }
  }

  /// The phrases of a list divided by commas, each as its words; blanks and line ends divide words.
  package static func phrases(in list: String) -> [[Substring]] {
    list.utf8.split(separator: UInt8(ascii: ",")).compactMap { phrase in
      let words = phrase.split { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\n") }
      return words.isEmpty ? nil : words.map { Substring($0) }
    }
  }

  private mutating func step(from state: Int32, _ word: Substring.UTF8View) -> Int32 {
    let isBeginning = word.last == UInt8(ascii: "*")
    let key = TokenKey.key(String(Substring(isBeginning ? word.dropLast() : word)))
    let edge = Self.edge(state, words.insert(key, asBeginning: isBeginning))
    if let known = steps[edge] { return known }
    ends.append([])
    steps[edge] = Int32(ends.count - 1)
    return Int32(ends.count - 1)
  }

  private static func edge(_ state: Int32, _ word: Int32) -> UInt64 {
    UInt64(UInt32(bitPattern: state)) << 32 | UInt64(UInt32(bitPattern: word))
  }

  /// Every match inside `range`, ordered by first token, then longest first, then by number.
  public func matches(in tokens: [Token], within range: Range<Int>) -> [Match] {
    var found: [Match] = []
    var numbers: [Int32] = []
    var offsets = [0]
    offsets.reserveCapacity(range.count + 1)
    for position in range {
      words.numbers(of: tokens[position].key, into: &numbers)
      offsets.append(numbers.count)
    }
    for start in range where offsets[start - range.lowerBound] < offsets[start - range.lowerBound + 1] {
      let here = found.count
      walk(numbers, offsets, from: start, at: start, in: range, state: 0, into: &found)
      if found.count - here > 1 { Self.order(&found, from: here) }
    }
    return found
  }

  private static func order(_ found: inout [Match], from here: Int) {
    let sorted = found[here...].sorted {
      $0.tokens.upperBound != $1.tokens.upperBound
        ? $0.tokens.upperBound > $1.tokens.upperBound : $0.phrase < $1.phrase
    }
    var unique: [Match] = []
    for match in sorted where unique.last != match { unique.append(match) }
    found.replaceSubrange(here..., with: unique)
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
    _ numbers: [Int32], _ offsets: [Int], from start: Int, at position: Int, in range: Range<Int>, state: Int32,
    into found: inout [Match]
  ) {
    for phrase in ends[Int(state)] { found.append(Match(tokens: start..<position, phrase: phrase)) }
    guard position < range.upperBound else { return }
    let index = position - range.lowerBound
    for number in numbers[offsets[index]..<offsets[index + 1]] {
      guard let next = steps[Self.edge(state, number)] else { continue }
      walk(numbers, offsets, from: start, at: position + 1, in: range, state: next, into: &found)
    }
  }
}
