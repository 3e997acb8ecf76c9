import SvodkaKit
import Synchronization

/// Gives words their dictionary forms: of all that a word may be, the one most like what the morphology says it is.
final class Lemmatizer: Sendable {
  /// So many answers are kept.
  private static let capacity = 16384

  private struct Question: Hashable {
    var word: String
    var label: Int32
  }

  private let analyzer: WordAnalyzer
  private let tags: DictionaryTags
  private let compared: SIMD32<UInt8>
  /// By the number of the morphology's label.
  private let labels: [Grammar]
  private let answers = Mutex<[Question: String]>([:])

  // The labels are what the morphology says, by number.
  init(_ pack: ModelPack, labels: [Morph], table: DictionaryTable) throws(AnalysisError) {
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
  func lemmas(of tokens: [Token], labels: [Int32]) -> [String] {
    var lemmas: [String] = []
    lemmas.reserveCapacity(tokens.count)
    for (token, label) in zip(tokens, labels) {
      guard token.kind == .word || token.kind == .mixed else {
        lemmas.append(token.key)
        continue
      }
      let question = Question(word: token.key, label: label)
      if let known = answers.withLock({ $0[question] }) {
        lemmas.append(known)
        continue
      }
      let lemma = lemma(of: token.key, label: label)
      answers.withLock { answers in
        if answers.count >= Self.capacity { answers.removeAll(keepingCapacity: true) }
        answers[question] = lemma
      }
      lemmas.append(lemma)
    }
    return lemmas
  }

  /// The first analysis that is what the label says, or else the first of those that are most like it.
  private func lemma(of word: String, label: Int32) -> String {
    let wanted = labels[Int(label)]
    var best: (likeness: Int, lemma: [UInt8])?
    for analysis in analyzer.analyses(of: Array(word.utf8)) {
      let grammar = tags.grammars[analysis.tag]
      if grammar.isSame(as: wanted) { return TokenKey.key(String(decoding: analysis.lemma, as: UTF8.self)) }
      let likeness = grammar.likeness(to: wanted, compared: compared)
      if likeness > best?.likeness ?? 0 { best = (likeness, analysis.lemma) }
    }
    return best.map { TokenKey.key(String(decoding: $0.lemma, as: UTF8.self)) } ?? word
  }
}
