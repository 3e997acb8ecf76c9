import SvodkaKit
import SvodkaLanguage

/// How a word of a rule is compared with the words of a text.
enum WordMatch: String, CaseIterable, Sendable {
  /// With the form, whatever its case; ё is е.
  case form
  /// With the dictionary form, and with the form as well.
  case lemma
  /// With the letters as they stand in the text.
  case exact
}

/// One word of an entry.
struct WordForm: Sendable, Hashable {
  var text: String
  var match: WordMatch

  /// True when `*` or `?` stand for other letters.
  var isGlob: Bool { text.utf8.contains { $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "?") } }
  /// True when any word will do.
  var isAny: Bool { text == "*" }
}

/// Cuts entries into words as texts are cut.
struct EntryTokenizer: Sendable {
  private let tokenizer: Tokenizer

  init(language: String) throws(AnalysisError) { tokenizer = try Tokenizer(language: language) }

  /// The words of an entry; a word with `*` or `?` is not cut.
  func words(of entry: String, match: WordMatch) throws(AnalysisError) -> [WordForm] {
    // A space that does not break is a space.
    let entry =
      entry.utf8.contains(0xC2)
      ? String(String.UnicodeScalarView(entry.unicodeScalars.map { $0 == "\u{A0}" ? " " : $0 })) : entry
    var words: [WordForm] = []
    for piece in entry.utf8.split(whereSeparator: { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }) {
      let word = WordForm(text: String(Substring(piece)), match: match)
      if Self.isPlain(piece) || word.isGlob {
        words.append(WordForm(text: Self.normal(word.text, match), match: match))
        continue
      }
      let text = DocumentText(word.text)
      for token in try tokenizer.tokens(in: text, within: text.span) {
        words.append(WordForm(text: match == .exact ? text[token.span] : token.key, match: match))
      }
    }
    return words
  }

  private static func normal(_ piece: String, _ match: WordMatch) -> String {
    match == .exact ? piece : TokenKey.key(piece)
  }

  /// Letters of the Latin and Cyrillic alphabets alone: no tokenizer cuts these.
  private static func isPlain(_ piece: Substring.UTF8View) -> Bool {
    piece.allSatisfy { byte in
      (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == 0xD0 || byte == 0xD1
        || (0x80...0xBF).contains(byte)
    }
  }
}
