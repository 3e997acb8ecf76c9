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
    var words: [WordForm] = []
    for piece in entry.split(whereSeparator: { $0 == " " || $0 == "\t" || $0 == "\u{A0}" }) {
      if Self.isPlain(piece) || WordForm(text: String(piece), match: match).isGlob {
        words.append(WordForm(text: Self.normal(String(piece), match), match: match))
        continue
      }
      let text = DocumentText(String(piece))
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
  private static func isPlain(_ piece: Substring) -> Bool {
    piece.utf8.allSatisfy { byte in
      (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == 0xD0 || byte == 0xD1
        || (0x80...0xBF).contains(byte)
    }
  }
}
