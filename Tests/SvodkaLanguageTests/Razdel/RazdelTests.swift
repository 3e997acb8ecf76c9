import SvodkaKit
import SvodkaResources
import Testing

@testable import SvodkaLanguage

@Suite("Russian text is cut as razdel cuts it")
struct RazdelTests {
  private static let segmenter = Result { try RazdelSegmenter(resources: ResourceLoader()) }

  /// The text with a bar between each two tokens, and none elsewhere.
  private func cut(_ text: String) throws -> String {
    let document = DocumentText(text)
    return try Self.segmenter.get().segment(document).tokens.map { document[$0.span] }.joined(separator: "|")
  }

  private func sentences(_ text: String) throws -> [String] {
    let document = DocumentText(text)
    return try Self.segmenter.get().segment(document).sentences.map { document[$0.span] }
  }

  @Test(
    "tokens",
    arguments: [
      "кто-то|сказал|,|что|2,5|%|—|много",
      "С|.|В|.|Петров|(|62|)",
      "в|1998-2001|гг|.",
      "1/2|доли|и|3\\4",
      "файл_один|и|_|два",
      "ΔP|и|10|мВ",
      "что|?!|Да|...|Нет",
      "ура|=))|и|ещё|;)",
      "Т-72|и|F-16|,|ООН-овский",
      "№|5|*|**|--",
      "за\u{301}мок|стоит",
      "10|тыс|.|руб|.",
      "«|Рога|и|копыта|»",
      "5|й|этаж|,|5-й|этаж",
    ])
  func tokens(expected: String) throws {
    // Blanks where a person would put them are of no matter: what stands together in `expected` is written together.
    let glued = ["С|.|В|.": "С.В.", "2,5|%": "2,5%", "5|й": "5й", "10|мВ": "10мВ", "гг|.": "гг."]
    var text = expected
    for (apart, together) in glued { text = text.replacing(apart, with: together) }
    #expect(try cut(text.replacing("|", with: " ")) == expected)
  }

  @Test("a dash reaches over a blank on its other side")
  func dashBesideBlank() throws {
    #expect(try cut("кто -то слово- слово") == "кто|-то|слово-|слово")
  }

  @Test(
    "sentences",
    arguments: [
      ["Пришли все.", "Началось заседание."],
      ["Он жил на ул. Ленина.", "Потом переехал."],
      ["В 15 час. 13 мин. прозвучал взрыв.", "Никто не пострадал."],
      ["Об этом сообщил А. С. Иванов.", "Других сведений нет."],
      ["Это т. е. почти всё.", "Да!"],
      ["«Мы уйдём!» — сказал он.", "И ушёл."],
      ["Было холодно (до 20 градусов).", "Снег шёл."],
      ["1. Первое дело.", "2. Второе дело."],
      ["Потери составили 5 млн. рублей и 3 тыс. тонн.", "Точка."],
      ["Вот и всё...", "Но нет?!", "Да."],
      ["Родился ок. 1211 г. в Новгороде.", "Умер там же."],
      ["Смешно :)", "Правда."],
      ["Он спросил: «Когда?»", "Ответа не было."],
    ])
  func sentenceEnds(expected: [String]) throws {
    #expect(try sentences(expected.joined(separator: " ")) == expected)
  }

  @Test("a line end always ends a sentence, and counts a paragraph")
  func lines() throws {
    let text: DocumentText = "Заголовок без точки\r\n\r\nПервая строка\nвторая строка."
    let made = try Self.segmenter.get().segment(text)
    #expect(made.sentences.map { text[$0.span] } == ["Заголовок без точки", "Первая строка", "вторая строка."])
    #expect(made.sentences.map(\.paragraph) == [0, 1, 2])
  }

  @Test("sentences hold every token once, whatever the text", arguments: RazdelTests.odd)
  func coverage(text: String) throws {
    let document = DocumentText(text)
    let made = try Self.segmenter.get().segment(document)
    #expect(made.sentences.flatMap(\.tokens) == Array(made.tokens.indices))
    var last = 0
    for token in made.tokens {
      #expect(token.span.start >= last && !token.span.isEmpty)
      last = token.span.end
    }
    let black = text.unicodeScalars.filter { !ScalarClasses.isSpace($0.value) }.count
    #expect(made.tokens.reduce(0) { $0 + document[$1.span].unicodeScalars.count } == black)
  }

  static let odd = [
    "", " ", "\n\n", ".", "...", "))) (((", "👩‍👩‍👧 привет 🇷🇺!", "٣٤٥ и १२३", "a\u{200B}b\u{FEFF}в", "К\u{301}", "'\"'\"",
    "слово" + String(repeating: ".", count: 300), "İstanbul ſ K", "\u{1C80}оз", "日本語。中文", "\u{AD}пере\u{AD}нос",
  ]

  @Test("keys, kinds and shapes are made as everywhere")
  func keys() throws {
    let made = try Self.segmenter.get().segment("Ёлка Т-72 ООН 1,5 кто-то №")
    #expect(made.tokens.map(\.key) == ["елка", "т-72", "оон", "1,5", "кто-то", "№"])
    #expect(made.tokens.map(\.kind) == [.word, .mixed, .word, .number, .word, .mark])
    #expect(made.tokens.map(\.shape) == [.title, .title, .upper, .none, .lower, .none])
    #expect(made.tokens.map(\.spaceBefore) == [true, true, true, true, true, true])
  }
}
