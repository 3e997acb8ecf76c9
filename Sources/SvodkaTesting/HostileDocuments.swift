public import SvodkaKit

/// Documents that nobody would write and that come all the same.
public enum HostileDocuments {
  /// All of them. `prose` is ordinary text in the language, repeated for the large document until it has about `large` bytes;
  /// its words make a sentence of so many tokens.
  public static func all(language: String, prose: String, large: Int, sentence: Int = 5000) -> [Document] {
    let words = prose.split { $0.isWhitespace || $0.isPunctuation }.map(String.init)
    let word = words.max { $0.count < $1.count } ?? "word"
    let repeats = max(1, large / max(1, prose.utf8.count + 1))
    let texts: [(String, String)] = [
      ("empty", ""),
      ("blank", " \n\t\r\n\u{A0}\u{2028} "),
      ("no letters", "12 345 — 67,8 %!!! (9) … «» ,,, 3:4 ½ № 5"),
      ("one letter", "я"),
      (
        "a sentence of \(sentence) tokens",
        (0..<max(1, sentence)).map { words.isEmpty ? "a" : words[$0 % words.count] }.joined(separator: " ")
      ),
      ("a word of 100,000 letters", String(repeating: word, count: 100_000 / max(1, word.count))),
      ("emoji", "🔴 \(prose) 👩‍👩‍👧‍👦🇺🇦🏳️‍🌈 ⚡️\(word)⚡️ 3️⃣ 🧑🏽‍🚒"),
      ("combining marks", prose.map { "\($0)\u{301}\u{308}" }.joined()),
      ("mixed scripts", "Mосkва Kиeв 北京 القاهرة תל אביב \(prose) ไทย हिन्दी"),
      ("controls", "\u{0}\u{1}\u{7}\(prose)\u{1B}[31m\u{200B}\u{FEFF}\u{202E}\u{FFFD}"),
      ("other line ends", prose.split(separator: " ").joined(separator: "\r\n")),
      ("upper case", prose.uppercased()),
      ("brackets", String(repeating: "(«[“", count: 2500) + word + String(repeating: "”]»)", count: 2500)),
      ("numbers", (1...3000).map(String.init).joined(separator: ", ")),
      ("full stops", String(repeating: ". ", count: 5000)),
      ("lines", String(repeating: "\n", count: 10_000) + word),
      ("large", String(repeating: prose + "\n", count: repeats)),
    ]
    return texts.map { Document(id: $0.0, text: DocumentText($0.1), language: language) }
  }
}
