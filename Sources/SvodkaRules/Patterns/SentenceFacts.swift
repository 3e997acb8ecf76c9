import SvodkaKit
import SvodkaLanguage

/// One sentence with what patterns ask of it: for each word the lists in which it stands, and where phrases and names lie.
struct SentenceFacts {
  let text: RuleText
  let range: Range<Int>
  private let mentionAt: [Int32]
  /// The lists of all words, one behind the other, and where those of each word begin.
  private var lists: [Int32] = []
  private var offsets: [Int] = [0]
  /// Phrases of named lists by their first word, as list and one past the last word.
  private(set) var phrases: [[(list: Int32, end: Int)]] = []

  /// Reads a sentence; `mentionAt` has the number of the name at each word of the document, or -1.
  init(
    _ text: RuleText, _ range: Range<Int>, mentionAt: [Int32], predicates: WordPredicates,
    phrases automaton: PhraseAutomaton?, listOfPhrase: [Int32]
  ) {
    self.text = text
    self.range = range
    self.mentionAt = mentionAt
    offsets.reserveCapacity(range.count + 1)
    if automaton != nil { phrases = [[(list: Int32, end: Int)]](repeating: [], count: range.count) }
    var reading = PhraseAutomaton.Reading()
    var numbers: [Int32] = []
    for index in range {
      numbers.removeAll(keepingCapacity: true)
      predicates.index.find(text.tokens[index], lemma: text.lemmas?[index], in: text.text, into: &numbers)
      predicates.lists(of: numbers, into: &lists)
      offsets.append(lists.count)
      guard let automaton else { continue }
      automaton.read(numbers[...], &reading) { phrase, length in
        let start = index + 1 - Int(length) - range.lowerBound
        let list = listOfPhrase[Int(phrase)]
        guard !phrases[start].contains(where: { $0.list == list && $0.end == index + 1 }) else { return }
        phrases[start].append((list, index + 1))
      }
    }
  }

  /// The lists in which a word stands.
  func lists(of index: Int) -> ArraySlice<Int32> {
    let at = index - range.lowerBound
    return lists[offsets[at]..<offsets[at + 1]]
  }

  /// True when a word stands in a list.
  func isOne(of list: Int32, _ index: Int) -> Bool {
    let at = index - range.lowerBound
    for place in offsets[at]..<offsets[at + 1] where lists[place] == list { return true }
    return false
  }

  /// The lists of which the sentence has a word, each as often as it has one.
  var allLists: [Int32] { lists }

  /// The name of which a word is a part.
  func mention(at index: Int) -> Mention? {
    guard !mentionAt.isEmpty, mentionAt[index] >= 0 else { return nil }
    return text.mentions?[Int(mentionAt[index])]
  }

  /// The ends of the phrases of a list that begin at a word.
  func ends(of list: Int32, from index: Int) -> [Int] {
    guard !phrases.isEmpty, !phrases[index - range.lowerBound].isEmpty else { return [] }
    return phrases[index - range.lowerBound].filter { $0.list == list }.map(\.end).sorted(by: >)
  }

  /// The number of the name at each word of a document, -1 where there is none.
  static func mentionAt(_ text: RuleText) -> [Int32] {
    guard let mentions = text.mentions else { return [] }
    var at = [Int32](repeating: -1, count: text.tokens.count)
    for (number, mention) in mentions.enumerated() { for index in mention.tokens { at[index] = Int32(number) } }
    return at
  }
}
