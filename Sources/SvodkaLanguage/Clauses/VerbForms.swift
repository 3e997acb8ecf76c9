import SvodkaKit
import SvodkaResources

/// Tells verbs by their forms where no model has tagged the words: `Tables/verbs.LANGUAGE.yaml`, which explains its keys.
struct VerbForms: Sendable {
  private struct File: Decodable {
    var always, afterNoun, endings, bareEndings, exceptions, nounEndings: String
    var shortest: Int
  }

  private let always: Words
  private let afterNoun: Words
  private let exceptions: Words
  private let endings: WordEndings
  private let bareEndings: WordEndings
  private let nounEndings: WordEndings
  private let shortest: Int

  init(language: String, resources: any ResourceProvider) throws(AnalysisError) {
    let file = try resources.decode(File.self, from: "Tables/verbs.\(language).yaml", of: "SvodkaLanguage")
    always = Words(file.always)
    afterNoun = Words(file.afterNoun)
    exceptions = Words(file.exceptions)
    endings = WordEndings(Self.list(file.endings))
    bareEndings = WordEndings(Self.list(file.bareEndings))
    nounEndings = WordEndings(Self.list(file.nounEndings))
    shortest = file.shortest
  }

  /// True for a form that is a verb wherever it stands.
  func isKnown(_ key: String) -> Bool { always.contains(key) }

  /// True when the word is a verb by its form and by what stands before it.
  func isVerb(_ i: Int, in sentence: Range<Int>, of words: ClauseWords) -> Bool {
    let key = words.tokens[i].key
    if isKnown(key) { return true }
    if exceptions.contains(key) || words.has(i, [.people, .body, .adverb, .preposition, .time, .determiner]) {
      return false
    }
    let isForm =
      key.utf8.count >= shortest && endings.end(key)
      && !nounEndings.end(key)
    if isForm { return true }
    guard i > sentence.lowerBound else { return false }
    let isBare = key.utf8.count >= shortest && bareEndings.end(key)
    guard isBare || afterNoun.contains(key) else { return false }
    return isAfterSubject(i - 1, words) || isBare && words.has(i - 1, .conjunction)
  }

  /// A name, a pronoun, a noun for an actor, or an auxiliary: what a verb may stand behind.
  private func isAfterSubject(_ i: Int, _ words: ClauseWords) -> Bool {
    var i = i
    while i > 0, words.mentionAt[i] < 0, words.has(i, .adverb), !words.has(i, [.determiner, .actor, .auxiliary]) {
      i -= 1
    }
    if words.mentionAt[i] >= 0 { return true }
    if words.tokens[i].kind == .mark { return words.isQuote(i) || words.isComma(i) }
    if words.has(i, [.people, .body, .auxiliary, .relative]) { return true }
    return words.has(i, .pronoun) && !words.has(i, [.possessive, .determiner])
  }

  private static func list(_ text: String) -> [String] {
    text.split(whereSeparator: { $0 == "," || $0 == " " || $0 == "\n" }).map { TokenKey.key(String($0)) }
  }

  /// Words, and beginnings of words written `x*`.
  private struct Words: Sendable {
    private var words = WordTrie()

    init(_ text: String) {
      for word in VerbForms.list(text) {
        let isBeginning = word.hasSuffix("*")
        _ = words.insert(isBeginning ? String(word.dropLast()) : word, asBeginning: isBeginning)
      }
    }

    func contains(_ key: String) -> Bool { words.contains(key) }
  }
}
