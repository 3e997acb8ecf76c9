import SvodkaKit

/// What tells the case of a token: the word, its ends, its neighbours, and the names that tables list. The case in which it stands
/// has no part in it.
package struct CaseTraits: Sendable {
  /// A kind of trait, a section of the table.
  package enum Kind: String, Sendable, CaseIterable {
    /// The word; only words that the table knows have it.
    case word
    /// Of words that it does not know: the case before.
    case unknown
    /// The last one to four letters.
    case ending
    /// The first one to four letters.
    case beginning
    /// Its letters, up to eight.
    case length
    /// The case of the word before, the mark or number before, or that nothing is.
    case caseBefore = "case-before"
    /// The word before.
    case before
    /// The word after.
    case after
    /// The word before and the word.
    case pairBefore = "pair-before"
    /// The word and the word after.
    case pairAfter = "pair-after"
    /// The end of the word after.
    case endingAfter = "ending-after"
    /// The kind of listed name that it belongs to.
    case name
    /// The same of the token before.
    case nameBefore = "name-before"
    /// The same of the token after.
    case nameAfter = "name-after"
    /// A word without vowels, by its letters.
    case consonants
    /// The first of its sentence.
    case opening
  }

  /// A trait with its value.
  package struct Trait: Hashable, Sendable {
    package var kind: Kind
    package var value: String
    package init(_ kind: Kind, _ value: String) { (self.kind, self.value) = (kind, value) }
  }

  /// The tokens, none of which shows its case.
  package let tokens: [Token]
  /// Which tokens open a sentence, as far as marks tell.
  package let opens: [Bool]
  private let names: [String]

  /// Looks at the tokens of one paragraph.
  package init(_ tokens: [Token], gazetteer: Gazetteer) {
    self.tokens = tokens.map {
      var token = $0
      if token.kind == .word { token.shape = .lower }
      return token
    }
    var opens: [Bool] = []
    var isOpen = true
    for token in tokens {
      opens.append(isOpen && token.kind == .word)
      if token.kind != .mark { isOpen = false }
      if Self.ends.contains(token.key) { isOpen = true }
    }
    self.opens = opens
    names = Self.names(self.tokens, gazetteer)
  }

  private static let ends: Set = [".", "!", "?", "…"]
  private static let vowels = Set("aeiouyаеиоуыэюяіїє")
  private static let longestEnd = 4
  private static let longest = 8

  private static func names(_ tokens: [Token], _ gazetteer: Gazetteer) -> [String] {
    var names = [String](repeating: "", count: tokens.count)
    var i = 0
    while i < tokens.count {
      guard let match = gazetteer.match(tokens, at: i, end: tokens.count, anyCase: true), let name = match.names.first
      else {
        i += 1
        continue
      }
      for k in i..<(i + match.count) { names[k] = name.type.rawValue + (match.count > 1 ? "+" : "") }
      i += match.count
    }
    return names
  }

  /// The traits of a token that stand before anything is decided; `knows` tells the words of the table.
  package func fixed(_ i: Int, knows: (String) -> Bool) -> [Trait] {
    let key = tokens[i].key
    var traits: [Trait] = []
    if knows(key) { traits.append(Trait(.word, key)) }
    let count = key.count
    for length in 1...Self.longestEnd where count > length {
      traits.append(Trait(.ending, String(key.suffix(length))))
      traits.append(Trait(.beginning, String(key.prefix(length))))
    }
    traits.append(Trait(.length, String(min(count, Self.longest))))
    let (before, after) = (neighbour(i - 1, knows), neighbour(i + 1, knows))
    let word = knows(key) ? key : "?"
    traits += [
      Trait(.before, before), Trait(.after, after), Trait(.pairBefore, before + " " + word),
      Trait(.pairAfter, word + " " + after), Trait(.name, names[i]),
    ]
    if i > 0 { traits.append(Trait(.nameBefore, names[i - 1])) }
    if i + 1 < tokens.count {
      traits.append(Trait(.nameAfter, names[i + 1]))
      traits.append(Trait(.endingAfter, String(tokens[i + 1].key.suffix(3))))
    }
    if !key.contains(where: Self.vowels.contains) { traits.append(Trait(.consonants, String(min(count, 5)))) }
    if opens[i] { traits.append(Trait(.opening, "")) }
    return traits
  }

  /// The traits that hang on the case of the word before.
  package func following(_ before: WordCase?, _ i: Int, knows: (String) -> Bool) -> [Trait] {
    let value: String
    switch before {
    case .lower: value = "lower"
    case .title: value = "title"
    case .upper: value = "upper"
    case nil: value = i == 0 ? "none" : opens[i - 1] ? "opening" : tokens[i - 1].kind.name
    }
    return [Trait(.caseBefore, value)] + (knows(tokens[i].key) ? [] : [Trait(.unknown, value)])
  }

  private func neighbour(_ i: Int, _ knows: (String) -> Bool) -> String {
    guard tokens.indices.contains(i) else { return "" }
    switch tokens[i].kind {
    case .number, .mixed: return "0"
    case .mark: return tokens[i].key
    case .word: return knows(tokens[i].key) ? tokens[i].key : "?"
    }
  }
}

extension Token.Kind {
  fileprivate var name: String {
    switch self {
    case .word: "word"
    case .number: "number"
    case .mixed: "mixed"
    case .mark: "mark"
    }
  }
}
