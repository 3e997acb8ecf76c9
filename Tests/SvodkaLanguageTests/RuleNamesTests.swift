import SvodkaKit
import SvodkaLanguage
import SvodkaResources
import Testing

/// Names as a reader sees them: `[Лавров]PER`.
private func marked(_ text: String, _ language: String) async throws -> String {
  let document = Document(id: "d", text: DocumentText(text), language: language)
  let resources = ResourceLoader()
  let segmentation = SegmentationAnnotator(resources: resources)
  var layers = try await segmentation.annotate(
    DocumentView(document, layers: Layers(), declared: [AnyLayer(Reading.layer)], to: "segmentation"), wanting: [])
  let names = RuleNamesAnnotator(resources: resources)
  layers.add(
    try await names.annotate(
      DocumentView(document, layers: layers, declared: names.requirements.declared, to: "rule-names"),
      wanting: [Mentions.layer.id]))
  var written = ""
  var at = 0
  for mention in layers[Mentions.layer] ?? [] {
    written += document.text[TextSpan(at, mention.span.start)]
    written += "[" + document.text[mention.span] + "]" + mention.type.rawValue
    at = mention.span.end
  }
  return written + document.text[TextSpan(at, document.text.count)]
}

private func plain(_ marked: String) -> String {
  EntityType.allCases.reduce(marked.replacing("[", with: "")) { $0.replacing("]" + $1.rawValue, with: "") }
}

@Suite struct RuleNamesTests {
  @Test(arguments: [
    "Вчера [Анна Ветрова]PER прилетела в [Баку]LOC.",
    "Президент [Турции]LOC [Эрдоган]PER позвонил [Путину]PER.",
    "[Министерство обороны Судана]ORG отрицает удар.",
    "Лидер «[Хезболлы]ORG» молчит, а [ХАМАС]ORG отвечает.",
    "Российские дипломаты вернулись из [Женевы]LOC в понедельник.",
    "В [Кремле]ORG визит назвали рабочим.",
    "[Народный фронт освобождения Тыграя]ORG обвинил [Аддис-Абебу]LOC.",
  ]) func russian(expected: String) async throws {
    let found = try await marked(plain(expected), "ru")
    #expect(found == expected)
  }

  @Test(arguments: [
    "Foreign Minister [Anna Vetrova]PER flew to [Baku]LOC on Monday.",
    "The [Ministry of Foreign Affairs]ORG said [Russia]LOC's envoy had left.",
    "President [Erdogan]PER called [Vladimir Putin]PER, and [Putin]PER agreed.",
    "Russian officials told [Reuters]ORG that the [Kremlin]ORG was silent.",
    "Shelling of [Kafr Dubil]LOC went on after the raid on [Beit Asal]LOC and the fighting near [Wadi Samra]LOC.",
    "[Mansur]PER said so. It was [Mansur]PER who left for [Rakhine State]LOC.",
  ]) func english(expected: String) async throws {
    let found = try await marked(plain(expected), "en")
    #expect(found == expected)
  }
}
