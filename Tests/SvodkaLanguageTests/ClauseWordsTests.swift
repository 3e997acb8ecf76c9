import SvodkaKit
import SvodkaLanguage
import SvodkaResources
import Testing

/// Which words are verbs where no model has tagged them.
@Suite struct ClauseWordsTests {
  private static let resources = ResourceLoader()

  private func verbs(_ text: String, _ language: String) async throws -> [String] {
    let document = Document(id: "d", text: DocumentText(text), language: language)
    let segmentation = SegmentationAnnotator(resources: Self.resources)
    let layers = try await segmentation.annotate(
      DocumentView(document, layers: Layers(), declared: [AnyLayer(Reading.layer)], to: "segmentation"),
      wanting: [Tokens.layer.id, Sentences.layer.id])
    let view = DocumentView(
      document, layers: layers, declared: [AnyLayer(Tokens.layer), AnyLayer(Sentences.layer)], to: "test")
    let words = ClauseWords(
      tokens: try view(Tokens.layer), sentences: try view(Sentences.layer), mentions: [],
      lexicon: try ClauseLexicon(language: language, resources: Self.resources))
    return words.tokens.indices.filter { words.has($0, .predicate) }.map { words.tokens[$0].key }
  }

  @Test(arguments: [
    ("The government denounced the exiled leaders.", ["denounced"]),
    ("The offer of the rebels came late.", ["came"]),
    ("The rebels offer a truce.", ["offer"]),
    ("The army threatens to leave.", ["threatens"]),
  ]) func tellsEnglishVerbs(text: String, expected: [String]) async throws {
    let found = try await verbs(text, "en")
    #expect(expected.allSatisfy(found.contains), "\(found)")
    #expect(!found.contains("exiled") && !found.contains("government"))
  }

  @Test(arguments: [
    ("Генерал назвал план ошибкой.", ["назвал"]), ("Повстанцы возобновят наступление.", ["возобновят"]),
    ("Готовность сторон обсуждать область переговоров обнадёживает.", ["обсуждать", "обнадеживает"]),
    ("Совет министров отклонил ответ комитета.", ["отклонил"]),
  ]) func tellsRussianVerbs(text: String, expected: [String]) async throws {
    #expect(try await verbs(text, "ru") == expected)
  }
}
