public import SvodkaKit

/// The tokens of a document with what each does in its clause, and the names over them.
///
/// A class, since many readers of one document share it and ask it for every word.
public final class ClauseWords {
  /// The tokens.
  public let tokens: [Token]
  /// What each token does, as a word of its own or as part of a phrase.
  public private(set) var classes: [WordClass]
  /// The mention that covers a token, as an index; -1 for none.
  public let mentionAt: [Int]
  /// The names.
  public let mentions: [Mention]
  /// What a model says of each token, where there is one.
  public let morphology: [Morph]?
  /// What each token is as a mark.
  private let marks: [Marks]
  /// Cues in text order: phrases of saying, denying, relaying and citing, the longest at each place.
  let cues: [(tokens: Range<Int>, kind: WordClass)]

  /// Looks the words of some sentences up; where a model has tagged the words, its verbs are the verbs, else the forms tell.
  public init(
    tokens: [Token], sentences: [Sentence], mentions: [Mention], lexicon: ClauseLexicon, morphology: [Morph]? = nil
  ) {
    self.tokens = tokens
    self.morphology = morphology
    self.mentions = mentions
    var classes = [WordClass](repeating: [], count: tokens.count)
    var mentionAt = [Int](repeating: -1, count: tokens.count)
    for (number, mention) in mentions.enumerated() { for i in mention.tokens { mentionAt[i] = number } }
    var cues: [(tokens: Range<Int>, kind: WordClass)] = []
    let verbs: WordClass = [.say, .relay, .deny, .cite]
    for sentence in sentences {
      for (range, kind) in lexicon.matches(in: tokens, within: sentence.tokens) {
        // A phrase is a preposition or an adverb as a whole; its first word alone need not be.
        for i in range { classes[i].insert(kind) }
        guard !kind.isDisjoint(with: verbs), !range.contains(where: { mentionAt[$0] >= 0 && kind != .cite }) else {
          continue
        }
        if let last = cues.last, last.tokens.overlaps(range) {
          if range.count > last.tokens.count { cues[cues.count - 1] = (range, kind) }
        } else {
          cues.append((range, kind))
        }
      }
    }
    self.classes = classes
    self.mentionAt = mentionAt
    self.cues = cues
    var marks = tokens.map { $0.kind == .mark ? Marks(of: $0.key) : [] }
    for sentence in sentences {
      for i in sentence.tokens.dropLast() where marks[i] == .stop && Self.isAbbreviating(i, tokens) { marks[i] = [] }
    }
    self.marks = marks
    for sentence in sentences {
      for i in sentence.tokens where mentionAt[i] < 0 && tokens[i].kind == .word {
        let isVerb =
          morphology.map {
            Self.isVerb($0[i]) && !Self.isAttribute(i, $0) || lexicon.verbs.isKnown(tokens[i].key)
          }
          ?? lexicon.verbs.isVerb(i, in: sentence.tokens, of: self)
        if isVerb { self.classes[i].insert(.predicate) }
        // "In May": a month, not a modal.
        if has(i, .auxiliary), has(i, .time), i > sentence.tokens.lowerBound, has(i - 1, .preposition) {
          self.classes[i].subtract([.auxiliary, .predicate])
        }
      }
    }
  }

  /// A finite verb, an infinitive or a short participle; a full participle stands with its noun.
  private static func isVerb(_ morph: Morph) -> Bool {
    if morph.tag == "ADJ" { return morph["Variant"] == "Short" }
    guard morph.tag == "VERB" || morph.tag == "AUX" else { return false }
    return morph["VerbForm"] != "Part" || morph["Variant"] == "Short" || morph["Case"] == nil
  }

  /// "the *besieged* city": a participle before its noun.
  private static func isAttribute(_ i: Int, _ morphology: [Morph]) -> Bool {
    guard morphology[i]["VerbForm"] == "Part", i > 0, i + 1 < morphology.count else { return false }
    return ["DET", "ADJ"].contains(morphology[i - 1].tag) && ["NOUN", "ADJ", "PROPN"].contains(morphology[i + 1].tag)
  }

  /// Says that a word is a verb, as another lexicon knows.
  public func mark(_ i: Int) { classes[i].insert(.predicate) }

  /// True when there is such a token and it is of one of the classes.
  public func has(_ i: Int, _ kinds: WordClass) -> Bool {
    classes.indices.contains(i) && !classes[i].isDisjoint(with: kinds)
  }

  /// True when the token is a mark that is one of `keys`.
  func isMark(_ i: Int, _ keys: [String]) -> Bool { tokens[i].kind == .mark && keys.contains(tokens[i].key) }

  /// A comma.
  public func isComma(_ i: Int) -> Bool { isMark(i, .comma) }
  /// A dash between clauses; hyphens inside words are no tokens.
  public func isDash(_ i: Int) -> Bool { isMark(i, .dash) }
  /// An opening or closing quotation mark.
  public func isQuote(_ i: Int) -> Bool { isMark(i, .quote) }
  /// A mark that ends a clause for certain.
  public func isStop(_ i: Int) -> Bool { isMark(i, .stop) }

  private func isMark(_ i: Int, _ kind: Marks) -> Bool { marks.indices.contains(i) && marks[i].contains(kind) }

  private struct Marks: OptionSet {
    let rawValue: UInt8
    static let comma = Marks(rawValue: 1)
    static let dash = Marks(rawValue: 2)
    static let quote = Marks(rawValue: 4)
    static let stop = Marks(rawValue: 8)

    init(rawValue: UInt8) { self.rawValue = rawValue }

    init(of key: String) {
      switch key {
      case ",": self = .comma
      case "—", "–", "-": self = .dash
      case "«", "»", "\"", "“", "”", "„", "‟", "‘": self = .quote
      case ".", "!", "?", "…", ":", ";", "(", ")": self = .stop
      default: self = []
      }
    }
  }

  /// The point of "Col. Garang".
  private static func isAbbreviating(_ i: Int, _ tokens: [Token]) -> Bool {
    tokens[i].key == "." && i > 0 && tokens[i - 1].kind == .word && tokens[i - 1].shape == .title
      && tokens[i - 1].key.utf8.count <= 4 && tokens[i + 1].shape == .title
  }

  /// The span of a run of tokens.
  public func span(_ range: Range<Int>) -> TextSpan {
    tokens[range.lowerBound].span.union(tokens[range.upperBound - 1].span)
  }

  /// The mention over a token.
  public func mention(at i: Int) -> Mention? {
    mentionAt.indices.contains(i) && mentionAt[i] >= 0 ? mentions[mentionAt[i]] : nil
  }
}
