import Testing

@testable import SvodkaMarkup

@Suite struct FoldedWordsTests {
  private func words(_ line: String, letters: [Character: Character] = [:]) -> [String] {
    let words = WordFolding(letters: letters).words(of: line)
    return (0..<words.count).map { String(decoding: words[$0], as: UTF8.self) }
  }

  @Test(
    arguments: [
      ("", []), (" — ", []), ("Don’t MISS it!", ["dont", "miss", "it"]), ("© 2024 Газета", ["©", "2024", "газета"]),
      ("ЩЁЛОЧЬ,Ђурађ", ["щёлочь", "ђурађ"]), ("Straße ÉTÉ", ["straße", "été"]), ("Ѣмь ѢЛИ", ["ѣмь", "ѣли"]),
      ("18*", ["18", "*"]), ("日本 新聞", ["日本", "新聞"]), ("Κόσμος", ["κόσμος"]),
    ] as [(String, [String])])
  func linesAreCutIntoWordsInLowerCase(line: String, expected: [String]) { #expect(words(line) == expected) }

  @Test func lettersWrittenWithoutDistinctionAreOne() {
    #expect(words("ЕЩЁ ёлка ель", letters: ["ё": "е"]) == ["еще", "елка", "ель"])
  }

  @Test func wordsAreComparedWholeOrByTheirBeginning() {
    let words = WordFolding(letters: [:]).words(of: "подписаться 2024 a")
    #expect(words.agrees(0, with: Array("подпис".utf8), whole: false))
    #expect(!words.agrees(0, with: Array("подпис".utf8), whole: true))
    #expect(!words.agrees(2, with: Array("ab".utf8), whole: false))
    #expect(!words.isNumber(0) && words.isNumber(1))
  }

  /// What is told by bytes is what Unicode tells.
  @Test(arguments: [
    "Опубликовано: 5 марта 2024, 10:20", "«Ёлки» — 12–13 мая…", "By Ellen Marsh · 3 min", "Ñandú 5 años", "a\u{301}b",
    "№ 5", "",
  ])
  func wordsOfAMastheadAreThoseOfUnicode(line: String) {
    #expect(Masthead.words(line) == line.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init))
  }
}
