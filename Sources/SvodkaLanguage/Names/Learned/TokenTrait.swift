import SvodkaKit

/// What is told of a token to the classifier of names, each as one of a few values.
package enum TokenTrait: String, CaseIterable, Sendable {
  /// The word itself.
  case word
  /// Its last three letters.
  case suffix
  /// How it is written.
  case shape
  /// Whether it begins a sentence, or stands in one where all words have capitals.
  case start
  /// The label that the model gave it, in the model's own terms.
  case model
  /// To what the model leans, and how much.
  case lean
  /// To what it leans next.
  case second
  /// What the rules alone took it for.
  case rules
  /// The rule.
  case rule
  /// What rules and model together took it for.
  case fused
  /// What the tables know under this name.
  case known
  /// The class of words that it belongs to.
  case lexicon
  /// The class of its ending.
  case ending
  /// What the same word is elsewhere in the document.
  case document
  /// Whether it is the first or last word of a longer name elsewhere in the document.
  case longer
  /// Whether it is written in lower case elsewhere in the document.
  case lower
  /// As what kinds of names readers know the word.
  case familiar
  /// Its place in a run of words with capitals, and how long that is.
  case place
  /// The word before that run.
  case before
  /// The word behind that run.
  case after
  /// The last word of that run.
  case last
  /// Its first four letters.
  case prefix
  /// Its last two letters.
  case ultimate

  var column: Int {
    switch self {
    case .word: 0
    case .suffix: 1
    case .shape: 2
    case .start: 3
    case .model: 4
    case .lean: 5
    case .second: 6
    case .rules: 7
    case .rule: 8
    case .fused: 9
    case .known: 10
    case .lexicon: 11
    case .ending: 12
    case .document: 13
    case .longer: 14
    case .lower: 15
    case .familiar: 16
    case .place: 17
    case .before: 18
    case .after: 19
    case .last: 20
    case .prefix: 21
    case .ultimate: 22
    }
  }

  /// The number of a value, the same in every run.
  package static func number(of value: some Sequence<UInt8>) -> UInt32 { number(StableHash.fnv1a(value)) }

  /// The number of a value by its hash.
  static func number(_ hash: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: hash ^ (hash >> 32)) }
}

/// A question about a token: the values of some traits at some distances, taken together.
package struct TraitTemplate: Sendable {
  package struct Part: Sendable {
    package var trait: TokenTrait
    package var distance: Int
  }

  /// How many traits a template takes together at most.
  static let mostParts = 4

  /// As the table writes it: `shape+0 fused-1`.
  package let text: String
  package let parts: [Part]
  let seed: UInt64

  /// Reads `shape+0 fused-1`; nil for what is none.
  package init?(_ text: String) {
    self.text = text
    var parts: [Part] = []
    for word in text.split(separator: " ") {
      guard let sign = word.firstIndex(where: { $0 == "+" || $0 == "-" }), let distance = Int(word[sign...]),
        let trait = TokenTrait(rawValue: String(word[..<sign])), abs(distance) <= TokenTraits.reach
      else { return nil }
      parts.append(Part(trait: trait, distance: distance))
    }
    guard !parts.isEmpty, parts.count <= Self.mostParts else { return nil }
    self.parts = parts
    seed = StableHash.fnv1a(text.utf8)
  }

  /// The number under which an answer is known.
  package func number(of values: some Sequence<UInt32>) -> UInt64 {
    var hash = seed
    for value in values { hash = Self.number(hash, with: value) }
    return hash
  }

  /// A number with one more value.
  static func number(_ before: UInt64, with value: UInt32) -> UInt64 {
    let hash = (before ^ UInt64(value)) &* 0x9E37_79B9_7F4A_7C15
    return hash ^ (hash >> 29)
  }
}
