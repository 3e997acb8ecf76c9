import SvodkaKit
import SvodkaLanguage

/// A lexicon compiled: all entries are looked for in one pass over a text.
struct LexiconMatcher: Sendable {
  private let entries: [LexiconEntry]
  private let words: WordIndex
  private let automaton: PhraseAutomaton
  private let overlaps: RuleHeader.Overlaps

  /// Compiles entries.
  ///
  /// - Throws: `P103` for an entry without words.
  init(
    _ entries: [LexiconEntry], language: String, overlaps: RuleHeader.Overlaps
  ) throws(AnalysisError) {
    let tokenizer = try EntryTokenizer(language: language)
    var words = WordIndex()
    var phrases: [[Int32]] = []
    phrases.reserveCapacity(entries.count)
    for entry in entries {
      let forms = try tokenizer.words(of: entry.text, match: entry.match)
      guard !forms.isEmpty else {
        throw AnalysisError(
          .wrongValue, "the entry '\(entry.text)' has no word: remove it", location: entry.location)
      }
      guard !forms.allSatisfy(\.isAny) else {
        throw AnalysisError(
          .wrongValue, "the entry '\(entry.text)' would fit every word: add letters", location: entry.location)
      }
      phrases.append(forms.map { words.insert($0) })
    }
    automaton = PhraseAutomaton(phrases, words: words.count)
    self.entries = entries
    self.words = words
    self.overlaps = overlaps
  }

  /// How many categories there are.
  var categories: Int { Set(entries.map(\.category)).count }

  /// True when dictionary forms are needed.
  var needsLemmas: Bool { words.needsLemmas }

  /// The matches in a document, in order. None crosses the end of a sentence.
  func matches(in text: RuleText) -> [RuleMatch] {
    var found: [RuleMatch] = []
    var numbers: [Int32] = []
    var reading = PhraseAutomaton.Reading()
    for sentence in text.sentences {
      reading.begin()
      for index in sentence.tokens {
        numbers.removeAll(keepingCapacity: true)
        words.find(text.tokens[index], lemma: text.lemmas?[index], in: text.text, into: &numbers)
        automaton.read(numbers[...], &reading) { phrase, length in
          let entry = entries[Int(phrase)]
          if let languages = entry.languages, !languages.contains(text.language) { return }
          found.append(
            RuleMatch(
              tokens: (index + 1 - Int(length))..<(index + 1), category: entry.category, entry: entry.text,
              confidence: entry.confidence))
        }
      }
    }
    return RuleMatch.chosen(found, overlaps)
  }
}
