import SvodkaKit
import SvodkaLanguage
import Testing

/// Tokens as a reader sees them: `|` between any two.
private func partition(_ text: String, _ language: String = "ru") throws -> String {
  let text = DocumentText(text)
  return try Tokenizer(language: language).tokens(in: text, within: text.span)
    .map { text[$0.span] }.joined(separator: "|")
}

@Suite struct TokenizerTests {
  @Test(arguments: [
    ("Глава МИД прибыл в Аддис-Абебу.", "Глава|МИД|прибыл|в|Аддис-Абебу|."),
    ("62-летний водитель Т-72", "62-летний|водитель|Т-72"),
    ("С.В. Лавров и А. Петров", "С.В.|Лавров|и|А|.|Петров"),
    ("погибли 1,5 тыс. человек", "погибли|1,5|тыс|.|человек"),
    ("«Да», — сказал он", "«|Да|»|,|—|сказал|он"),
  ]) func cutsRussian(text: String, expected: String) throws {
    #expect(try partition(text) == expected)
  }

  @Test(arguments: [
    ("Lavrov's envoy didn't say", "Lavrov|'s|envoy|didn't|say"),
    ("Lavrov’s U.S. trip, Jan. 26-29", "Lavrov|’s|U.S.|trip|,|Jan|.|26|-|29"),
    ("a 14-year-old and 1,200 others", "a|14-year-old|and|1,200|others"),
  ]) func cutsEnglish(text: String, expected: String) throws {
    #expect(try partition(text, "en") == expected)
  }

  @Test func foldsKeys() throws {
    let text: DocumentText = "Щёлково МИД Erdoğan’ın и\u{306}од"
    let tokens = try Tokenizer(language: "ru").tokens(in: text, within: text.span)
    #expect(tokens.map(\.key) == ["щелково", "мид", "erdoğan'ın", "йод"])
    #expect(tokens.map(\.shape) == [.title, .upper, .title, .lower])
  }
}
