import SvodkaKit
import Synchronization

/// Gives words their dictionary forms: of all that a word may be, the one most like what the morphology says it is.
final class Lemmatizer: Sendable {
  /// So many answers are kept in each of two generations.
  private static let capacity = 16384

  /// A form of the models' vocabulary, or another word, with what the morphology says of it.
  private enum Question: Hashable {
    /// By the number of the form: hashing that is far cheaper than hashing Cyrillic.
    case form(Int32, label: Int32)
    case word(WordBytes, label: Int32)
  }

  private let analyzer: WordAnalyzer
  private let tags: DictionaryTags
  private let compared: SIMD32<UInt8>
  /// By the number of the morphology's label.
  private let labels: [Grammar]
  private let unknown: Int32
  private let answers = Mutex(RecentAnswers<Question, String>(capacity: capacity))

  /// Makes a lemmatizer for what the morphology says, by number; `unknown` is the form of words outside the vocabulary.
  init(_ pack: ModelPack, labels: [Morph], unknown: Int32, table: DictionaryTable) throws(AnalysisError) {
    self.unknown = unknown
    let dictionary = try OpenCorporaDictionary(pack, substitutes: table.substitutes)
    var numbers = GrammarNumbers(table)
    tags = DictionaryTags(dictionary.tags, table, &numbers)
    analyzer = WordAnalyzer(dictionary, tags, table)
    self.labels = labels.map { label in
      var grammar = Grammar()
      numbers.set(label.tag, in: &grammar)
      for feature in label.features.split(separator: "|") { numbers.set(feature: String(feature), in: &grammar) }
      return grammar
    }
    compared = numbers.compared
  }

  /// The lemma of each token, in lower case with ё as е, as keys are.
  ///
  /// - Parameters:
  ///   - tokens: the words.
  ///   - forms: the number of each in the vocabulary of the models.
  ///   - labels: what the morphology says of each.
  /// - Returns: as many lemmas as tokens.
  func lemmas(of tokens: [Token], forms: [Int32], labels: [Int32]) -> [String] {
    var lemmas: [String] = []
    lemmas.reserveCapacity(tokens.count)
    for (number, token) in tokens.enumerated() {
      guard token.kind == .word || token.kind == .mixed else {
        lemmas.append(token.key)
        continue
      }
      let (form, label) = (forms[number], labels[number])
      let question: Question =
        form == unknown ? .word(WordBytes(token.key), label: label) : .form(form, label: label)
      if let known = answers.withLock({ $0.find(question) }) {
        lemmas.append(known)
        continue
      }
      let lemma = lemma(of: token.key, label: label)
      answers.withLock { $0.add(lemma, to: question) }
      lemmas.append(lemma)
    }
    return lemmas
  }

  /// The first analysis that is what the label says, or else the first of those that are most like it.
  private func lemma(of word: String, label: Int32) -> String {
    let wanted = labels[Int(label)]
    var best: (likeness: Int, analysis: WordAnalyzer.Analysis)?
    for analysis in analyzer.analyses(of: Array(word.utf8)) {
      let grammar = tags.grammars[analysis.tag]
      if grammar.isSame(as: wanted) {
        best = (Int.max, analysis)
        break
      }
      let likeness = grammar.likeness(to: wanted, compared: compared)
      if likeness > best?.likeness ?? 0 { best = (likeness, analysis) }
    }
    return best.map { TokenKey.key(String(decoding: analyzer.lemma(of: $0.analysis), as: UTF8.self)) } ?? word
  }
}
