import SvodkaKit

/// The lists of words that conditions name, each with a number, over one index of all their words.
struct WordPredicates: Sendable {
  private(set) var index = WordIndex()
  /// By the number of a word: the lists in which it stands.
  private var lists: [[Int32]] = []
  private var known: [[WordForm]: Int32] = [:]
  private(set) var count: Int32 = 0

  /// The number of a list of words, given anew where it has none.
  mutating func insert(_ words: [WordForm]) -> Int32 {
    let words = words.sorted { ($0.text, $0.match.rawValue) < ($1.text, $1.match.rawValue) }
    if let number = known[words] { return number }
    let number = count
    count += 1
    known[words] = number
    for word in words {
      let at = self.number(of: word)
      if !lists[Int(at)].contains(number) { lists[Int(at)].append(number) }
    }
    return number
  }

  /// The number of one word.
  mutating func number(of word: WordForm) -> Int32 {
    let number = index.insert(word)
    while lists.count <= number { lists.append([]) }
    return number
  }

  /// Appends the lists in which words stand.
  func lists(of numbers: some Sequence<Int32>, into found: inout [Int32]) {
    let start = found.count
    for number in numbers {
      for list in lists[Int(number)] where !found[start...].contains(list) { found.append(list) }
    }
  }
}
