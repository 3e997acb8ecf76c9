import SvodkaKit
import SvodkaLanguage
import Testing

@Suite struct PhraseMatcherTests {
  private func found(_ phrases: [String], in text: String) throws -> [String] {
    let text = DocumentText(text)
    let tokens = try Tokenizer(language: "ru").tokens(in: text, within: text.span)
    return PhraseMatcher(phrases).longestMatches(in: tokens, within: 0..<tokens.count).map { match in
      let covered = tokens[match.tokens]
      guard let first = covered.first, let last = covered.last else { return "" }
      return "\(match.phrase): " + text[first.span.union(last.span)]
    }
  }

  @Test func prefersTheLongest() throws {
    #expect(
      try found(["число погибш*", "погибш*"], in: "Число погибших выросло; погибшие опознаны.")
        == ["0: Число погибших", "1: погибшие"])
  }

  @Test func takesAlternativesAndOptionalWords() throws {
    #expect(
      try found(["sat|sit* down at the? table"], in: "They sat down at table. He sits down at the table.")
        == ["0: sat down at table", "0: sits down at the table"])
  }

  @Test func aPrefixEndsWhereItSays() throws {
    #expect(try found(["мир"], in: "мирный мира мир") == ["0: мир"])
  }
}
