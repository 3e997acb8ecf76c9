/// A line of a page copied as plain text, with what the lexicons know of it.
struct PlainLine {
  /// With its line end.
  let bytes: ArraySlice<UInt8>
  let words: FoldedWords
  let matches: [FurnitureLexicon.Match]
  /// How much speaks for furniture; from 2 on a line may stand alone.
  let evidence: Float
  /// Words that speak to the readers.
  let addressing: Int
  let isSentence: Bool
  let beginsLetter: Bool

  init(_ bytes: ArraySlice<UInt8>, lexicon: FurnitureLexicon) {
    self.bytes = bytes
    let text = String(decoding: bytes, as: UTF8.self)
    let trimmed = WhiteSpace.collapsed(Array(bytes))
    words = lexicon.words(of: trimmed)
    // What others are quoted with is no wording of the page.
    let own = lexicon.words(of: Self.withoutQuotations(text))
    isSentence = TextShape(Array(trimmed.utf8)).endsLikeSentence
    addressing = lexicon.addressing(own)
    beginsLetter = words.count <= 80 && lexicon.beginsLetter(own)
    let found = words.count <= 90 ? lexicon.matches(own) : []
    var plausible: [FurnitureLexicon.Match] = []
    for match in found where Self.isPlausible(match, trimmed, own, isSentence) { plausible.append(match) }
    matches = plausible
    evidence = Self.evidence(plausible, words: own, addressing: addressing, isSentence: isSentence)
  }

  var isBlank: Bool { words.isEmpty && !bytes.contains { $0 > 0x20 } }
  var string: String { WhiteSpace.collapsed(Array(bytes)) }
  /// Running text.
  var isProse: Bool { words.count >= 10 && isSentence || words.count >= 25 }
  /// The lexicons are sure of it by itself, where its neighbours do not speak against it.
  var isSure: Bool {
    (matches.first?.count ?? 0) > 2 || matches.contains { $0.strength >= .opening } && words.count <= 40 || beginsLetter
  }
  /// Nothing but a number or two: an amount to choose, where other furniture stands around it.
  var isAmount: Bool {
    (1...2).contains(words.count) && (0..<words.count).allSatisfy { words.isNumber($0) }
  }
  var isButton: Bool { matches.first?.strength == .button }

  /// One word at the start of a line is a label only where a mark follows it, as in "Photo: …"; captions are short.
  private static func isPlausible(
    _ match: FurnitureLexicon.Match, _ line: String, _ words: FoldedWords, _ isSentence: Bool
  ) -> Bool {
    guard match.strength == .opening else { return true }
    if !match.entry.contains(" "), words.count > 1 {
      let mark = line.drop { $0.isLetter || $0.isNumber || $0 == " " }.first
      let label = line.prefix { $0.isLetter || $0.isNumber }
      guard let mark, ":©/|".contains(mark), line.dropFirst(label.count).first.map({ ":©/| ".contains($0) }) == true,
        line.prefix(while: { $0 != mark }).split(separator: " ").count == 1
      else { return false }
    }
    return match.kind != .caption || words.count <= 14
  }

  private static func evidence(
    _ matches: [FurnitureLexicon.Match], words: FoldedWords, addressing: Int, isSentence: Bool
  ) -> Float {
    guard let best = matches.first else { return 0 }
    let isLong = words.count > 25
    let isProse = words.count >= 12 && isSentence
    var sum: Float
    switch best.strength {
    case .line: sum = 3
    case .opening where best.kind == .donation: sum = isLong ? 1 : 1.5
    case .opening: sum = isLong ? 1 : 2
    case .phrase: sum = 0
    case .button: return Float(min(best.count, 3))
    }
    // A phrase inside of prose counts where the prose speaks to the readers.
    if !isProse || addressing > 0 || best.strength >= .opening {
      let phrases = Set(matches.filter { $0.strength == .phrase }.map(\.entry)).count
      sum += min(2, Float(phrases) * (isLong ? 0.5 : 1))
    }
    return sum
  }

  /// The text without stretches of three words or more in quotation marks.
  private static func withoutQuotations(_ text: String) -> String {
    var out = ""
    var quoted = ""
    var closing: Character?
    for character in text {
      if let end = closing {
        if character == end {
          if quoted.split(separator: " ").count < 3 { out += quoted }
          quoted = ""
          closing = nil
        } else {
          quoted.append(character)
        }
      } else if let index = "“«\"„".firstIndex(of: character) {
        closing = ["“": "”", "«": "»", "\"": "\"", "„": "“"]["“«\"„"[index]]
      } else {
        out.append(character)
      }
    }
    return out + quoted
  }
}
