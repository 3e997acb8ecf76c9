import SvodkaKit
import SvodkaLanguage

/// The words that rules name, each with a number; told for each word of a text which of them it is.
struct WordIndex: Sendable {
  /// Forms and lemmas.
  private var keys = ByteTable()
  /// By the number in `keys`: the numbers of the word compared by its form and by its lemma, -1 where no rule asks.
  private var numbers: [(form: Int32, lemma: Int32)] = []
  private var exact = ByteTable()
  private var exactNumbers: [Int32] = []
  private var formGlobs = GlobIndex()
  private var lemmaGlobs = GlobIndex()
  private var exactGlobs = GlobIndex()
  private var globNumbers: [WordForm: Int32] = [:]
  private var any: Int32 = -1
  /// How many numbers were given.
  private(set) var count: Int32 = 0

  /// True when dictionary forms are asked for.
  private(set) var needsLemmas = false
  private var needsText = false

  /// The number of a word, given anew where it has none.
  mutating func insert(_ word: WordForm) -> Int32 {
    if word.match == .lemma { needsLemmas = true }
    if word.match == .exact { needsText = true }
    if word.isAny {
      if any < 0 { any = next() }
      return any
    }
    if word.isGlob { return glob(word) }
    if word.match == .exact {
      let at = Int(exact.insert(word.text))
      if at == exactNumbers.count { exactNumbers.append(next()) }
      return exactNumbers[at]
    }
    let at = Int(keys.insert(word.text))
    if at == numbers.count { numbers.append((-1, -1)) }
    if word.match == .form {
      if numbers[at].form < 0 { numbers[at].form = next() }
      return numbers[at].form
    }
    if numbers[at].lemma < 0 { numbers[at].lemma = next() }
    return numbers[at].lemma
  }

  private mutating func glob(_ word: WordForm) -> Int32 {
    if let known = globNumbers[word] { return known }
    let number = next()
    globNumbers[word] = number
    switch word.match {
    case .form: formGlobs.insert(word.text, number: number)
    case .lemma: lemmaGlobs.insert(word.text, number: number)
    case .exact: exactGlobs.insert(word.text, number: number)
    }
    return number
  }

  private mutating func next() -> Int32 {
    count += 1
    return count - 1
  }

  /// Appends the numbers of what a token is.
  func find(_ token: Token, lemma: String?, in text: DocumentText, into found: inout [Int32]) {
    Self.bytes(of: token.key) { key in
      let at = keys.find(key)
      if at >= 0 {
        let number = numbers[Int(at)]
        if number.form >= 0 { found.append(number.form) }
        if number.lemma >= 0 { found.append(number.lemma) }
      }
      if !formGlobs.isEmpty { formGlobs.find(key, into: &found) }
      if !lemmaGlobs.isEmpty { lemmaGlobs.find(key, into: &found) }
    }
    if needsLemmas, let lemma { find(lemma: lemma, besides: token.key, into: &found) }
    if needsText {
      text.bytes[token.span.range].withUnsafeBufferPointer { word in
        let at = exact.find(word)
        if at >= 0 { found.append(exactNumbers[Int(at)]) }
        if !exactGlobs.isEmpty { exactGlobs.find(word, into: &found) }
      }
    }
    if any >= 0 { found.append(any) }
  }

  private func find(lemma: String, besides key: String, into found: inout [Int32]) {
    Self.bytes(of: lemma) { lemma in
      let isSame = Self.bytes(of: key) { key in key.elementsEqual(lemma) }
      guard !isSame else { return }
      let at = keys.find(lemma)
      if at >= 0, numbers[Int(at)].lemma >= 0 { append(numbers[Int(at)].lemma, to: &found) }
      guard !lemmaGlobs.isEmpty else { return }
      var more: [Int32] = []
      lemmaGlobs.find(lemma, into: &more)
      for number in more { append(number, to: &found) }
    }
  }

  private func append(_ number: Int32, to found: inout [Int32]) {
    if !found.contains(number) { found.append(number) }
  }

  private static func bytes<R>(of word: String, _ body: (UnsafeBufferPointer<UInt8>) -> R) -> R {
    if let result = word.utf8.withContiguousStorageIfAvailable(body) { return result }
    return Array(word.utf8).withUnsafeBufferPointer(body)
  }
}
