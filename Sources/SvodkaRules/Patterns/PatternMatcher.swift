import SvodkaKit
import SvodkaLanguage

/// The patterns of a file compiled. A sentence is read once; only those patterns are tried of whose words it has some, and
/// those that begin with a given word only there.
struct PatternMatcher: Sendable {
  private let patterns: [Pattern]
  private let predicates: WordPredicates
  private let phrases: PhraseAutomaton?
  private let listOfPhrase: [Int32]
  private let overlaps: RuleHeader.Overlaps
  let needs: RuleNeeds

  /// By the number of a list of words: the patterns that have to begin with one of them.
  private let beginning: [[Int]]
  /// By the number of a list of words: the patterns that have to have one of them somewhere.
  private let anchored: [[Int]]
  /// The patterns that may be anywhere.
  private let anywhere: [Int]

  init(_ file: PatternFile, overlaps: RuleHeader.Overlaps) {
    patterns = file.patterns
    predicates = file.predicates
    phrases =
      file.phrases.isEmpty ? nil : PhraseAutomaton(file.phrases.map(\.words), words: file.predicates.index.count)
    listOfPhrase = file.phrases.map(\.list)
    self.overlaps = overlaps
    needs = file.needs.union(file.predicates.index.needsLemmas ? .lemmas : [])
    var beginning = [[Int]](repeating: [], count: Int(file.predicates.count))
    var anchored = beginning
    var anywhere: [Int] = []
    for (number, pattern) in file.patterns.enumerated() {
      if case .sequence(let sequence) = pattern.body, let lists = sequence.firstWords, !lists.isEmpty {
        for list in Set(lists).sorted() { beginning[Int(list)].append(number) }
      } else if let lists = pattern.anchors {
        for list in Set(lists).sorted() { anchored[Int(list)].append(number) }
      } else {
        anywhere.append(number)
      }
    }
    (self.beginning, self.anchored, self.anywhere) = (beginning, anchored, anywhere)
  }

  /// The matches in a document, in order. None crosses the end of a sentence.
  func matches(in text: RuleText) -> [RuleMatch] {
    let mentionAt = SentenceFacts.mentionAt(text)
    var workspace = SequenceWorkspace()
    var found: [RuleMatch] = []
    // By pattern, the last sentence in which it was tried.
    var tried = [Int](repeating: -1, count: patterns.count)
    for (number, sentence) in text.sentences.enumerated() where !sentence.tokens.isEmpty {
      let facts = SentenceFacts(
        text, sentence.tokens, mentionAt: mentionAt, predicates: predicates, phrases: phrases,
        listOfPhrase: listOfPhrase)
      var patterns = anywhere
      for list in facts.allLists {
        for pattern in anchored[Int(list)] where tried[pattern] != number {
          tried[pattern] = number
          patterns.append(pattern)
        }
      }
      add(patterns, to: &found, facts, &workspace)
    }
    return RuleMatch.chosen(found, overlaps)
  }

  /// Tries patterns that may be anywhere in a sentence, and at each word those that begin with it.
  private func add(
    _ tried: [Int], to found: inout [RuleMatch], _ facts: SentenceFacts, _ workspace: inout SequenceWorkspace
  ) {
    var laid: [RuleMatch] = []
    var sequences: [Int] = []
    for number in tried where isFor(facts.text.language, patterns[number]) {
      let pattern = patterns[number]
      switch pattern.body {
      case .tree(let tree):
        laid += tree.matches(in: facts, category: pattern.category, confidence: pattern.confidence)
      case .sequence: sequences.append(number)
      }
    }
    laid.sort(by: RuleMatch.isOrdered)
    var next = laid.startIndex
    var free = facts.range.lowerBound
    for start in facts.range {
      let here = found.count
      while next < laid.endIndex, laid[next].tokens.lowerBound == start {
        if start >= free { found.append(laid[next]) }
        next += 1
      }
      // Of overlapping matches the first is told, so that nothing is looked for inside of one.
      guard start >= free else { continue }
      for number in sequences { add(patterns[number], from: start, to: &found, facts, &workspace) }
      for list in facts.lists(of: start) {
        for number in beginning[Int(list)] { add(patterns[number], from: start, to: &found, facts, &workspace) }
      }
      if overlaps == .longest, let end = found[here...].map(\.tokens.upperBound).max() { free = end }
    }
  }

  private func add(
    _ pattern: Pattern, from start: Int, to found: inout [RuleMatch], _ facts: SentenceFacts,
    _ workspace: inout SequenceWorkspace
  ) {
    guard isFor(facts.text.language, pattern), case .sequence(let sequence) = pattern.body,
      let match = sequence.match(from: start, in: facts, &workspace)
    else { return }
    found.append(
      RuleMatch(
        tokens: match.tokens, category: pattern.category, captures: match.captures, confidence: pattern.confidence))
  }

  private func isFor(_ language: String, _ pattern: Pattern) -> Bool {
    pattern.languages?.contains(language) ?? true
  }
}
