import SvodkaKit

/// The traits of a document's tokens, where names are or may be.
package struct TokenTraits: Sendable {
  /// How far traits are asked for on either side of a token.
  package static let reach = 2

  private static let width = TokenTrait.allCases.count
  /// By token, then trait; with tokens that have none in front and behind.
  private var values: [UInt32]
  /// Tokens that may belong to names, in stretches that sentences and plain words divide.
  package private(set) var stretches: [Range<Int>] = []
  /// What the model makes of the tokens.
  package let readings: ModelReadings
  /// The values' texts, where a training program asks for them.
  package private(set) var texts: [UInt32: String]?
  private let count: Int

  /// The value of a trait; of what lies outside the document, nothing.
  package func value(_ trait: TokenTrait, _ token: Int) -> UInt32 {
    token < 0 || token >= count ? 0 : values[Self.place(token) + trait.column]
  }

  /// Where the values of a token begin.
  private static func place(_ token: Int) -> Int { (token + reach) * width }

  /// From where a token's values begin to one of its own or of a token near it.
  static func offset(of trait: TokenTrait, at distance: Int) -> Int { distance * width + trait.column }

  /// The values, for many looks: `place` tells where those of a token begin.
  func withValues(_ body: (_ values: UnsafeBufferPointer<UInt32>, _ place: (Int) -> Int) -> Void) {
    values.withUnsafeBufferPointer { body($0, Self.place) }
  }

  init(
    _ tagger: NameTagger, rules: [NameTagger.Candidate], fused: [NameTagger.Candidate], readings: ModelReadings,
    keepsTexts: Bool
  ) {
    count = tagger.tokens.count
    self.readings = readings
    values = [UInt32](repeating: 0, count: (count + 2 * Self.reach) * Self.width)
    if keepsTexts { texts = [:] }
    let likely = Self.likely(tagger, rules + fused, readings)
    var asked = likely
    for i in likely.indices where likely[i] {
      for near in max(0, i - Self.reach)...min(count - 1, i + Self.reach) { asked[near] = true }
    }
    for sentence in tagger.sentences {
      var start: Int?
      for i in sentence.tokens {
        if likely[i] { start = start ?? i }
        if let first = start, !likely[i] {
          stretches.append(first..<i)
          start = nil
        }
      }
      if let first = start { stretches.append(first..<sentence.tokens.upperBound) }
    }
    tell(tagger, asked)
    tell(rules, .rules)
    tell(fused, .fused)
    tellDocument(tagger, fused, asked)
  }

  mutating func set(_ trait: TokenTrait, _ token: Int, _ text: String) {
    guard !text.isEmpty else { return set(trait, token, 0, "") }
    set(trait, token, TokenTrait.number(WordBits.hash(text)), text)
  }

  mutating func set(_ trait: TokenTrait, _ token: Int, _ number: UInt32, _ text: @autoclosure () -> String) {
    values[Self.place(token) + trait.column] = number
    if texts != nil { texts?[number] = text() }
  }

  /// Words with capitals, what rules or model took for names, and plain words beside or between those.
  private static func likely(
    _ tagger: NameTagger, _ candidates: [NameTagger.Candidate], _ readings: ModelReadings
  ) -> [Bool] {
    let tokens = tagger.tokens
    var likely = [Bool](repeating: false, count: tokens.count)
    for (i, token) in tokens.enumerated() {
      switch token.shape {
      case .title, .upper, .mixed: likely[i] = token.kind != .mark
      case .lower, .none: likely[i] = !readings.tags[i].isEmpty
      }
      // Where any type leads over none.
      if readings.lead(of: i) > -1 { likely[i] = true }
    }
    for candidate in candidates { for i in candidate.tokens { likely[i] = true } }
    var wide = likely
    for sentence in tagger.sentences {
      for i in sentence.tokens where !likely[i] {
        let before = i > sentence.tokens.lowerBound && likely[i - 1]
        let after = i + 1 < sentence.tokens.upperBound && likely[i + 1]
        if tokens[i].kind == .mark ? before && after : before || after { wide[i] = true }
      }
    }
    return wide
  }

  private mutating func tell(_ candidates: [NameTagger.Candidate], _ trait: TokenTrait) {
    for candidate in candidates where !candidate.tokens.isEmpty {
      let type = candidate.best.score > 0 ? candidate.best.type.rawValue : "any"
      for i in candidate.tokens {
        let place =
          candidate.tokens.count == 1
          ? "U-" : i == candidate.tokens.lowerBound ? "B-" : i == candidate.tokens.upperBound - 1 ? "L-" : "I-"
        set(trait, i, (candidate.isDoubtful ? "?" : "") + place + type)
        if trait == .fused { set(.rule, i, candidate.rule) }
      }
    }
  }
}
