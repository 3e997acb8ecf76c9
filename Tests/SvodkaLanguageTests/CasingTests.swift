import SvodkaKit
import SvodkaLanguage
import SvodkaResources
import Testing

@Suite struct CasingTests {
  private static let annotator = CasingAnnotator(resources: ResourceLoader())

  private func reading(_ text: String, _ language: String) async throws -> DocumentText {
    let document = Document(id: "a", text: DocumentText(text), language: language)
    let layers = try await Self.annotator.annotate(
      DocumentView(document, layers: Layers(), declared: [], to: "casing"), wanting: [Reading.layer.id])
    return try #require(layers[Reading.layer])
  }

  @Test(
    "a text that lost its case is read as prose",
    arguments: [
      (
        "en",
        "The president of Bolivia, Carlos Medina, met the Red Cross in Geneva on Monday. He said the army of Peru will not attack."
      ),
      ("en", "Guerrillas of the National Patriotic Front (NPF) attacked a village near Medellin. The NPF denied it."),
      (
        "ru",
        "Президент России Владимир Путин встретился в Женеве с делегацией ООН. По словам министра, переговоры продолжатся в понедельник."
      ),
    ])
  func restores(language: String, prose: String) async throws {
    for text in [prose.uppercased(), prose.lowercased()] {
      #expect(try await reading(text, language).string == prose)
    }
  }

  @Test("evidence is quoted as it was written")
  func quotesWhatStands() async throws {
    let text = "TWELVE PEOPLE WERE KILLED NEAR MEDELLIN ON MONDAY, THE POLICE OF THE CITY SAID."
    let read = try await reading(text, "en")
    let place = TextSpan(31, 39)
    #expect(read[place] == "Medellin")
    #expect(read.spanned(place) == SpannedText(text: "MEDELLIN", span: place))
    #expect(read.count == DocumentText(text).count)
  }

  @Test(
    "what has its case, is short or in a language without a table stays as it is",
    arguments: [
      ("en", "Talks open in Geneva.\nNATO, the UN and the OSCE sent their envoys to the opening of the talks."),
      ("en", "STOP THE WAR NOW"), ("en", "i think so too"), ("en", ""), ("ru", "США — ПРОТИВ"),
      ("uk", "ПРЕЗИДЕНТ ПРИБУВ ДО ЖЕНЕВИ НА ПЕРЕГОВОРИ З ДЕЛЕГАЦІЄЮ ОБ'ЄДНАНИХ НАЦІЙ"),
      ("en", "ß ŉ ǰ İ WORDS THAT GROW WHEN THEIR CASE IS CHANGED ARE LEFT AS THEY ARE, ALL OF THEM ß"),
    ])
  func leaves(language: String, text: String) async throws {
    let read = try await reading(text, language)
    if language != "en" || !text.contains("ß") { #expect(read == DocumentText(text)) }
    #expect(read.count == DocumentText(text).count)
  }

  @Test("a line in capitals in a text that has its case is read as prose, the others as they are")
  func restoresLines() async throws {
    let rest = "The governor of Arauca said on Monday that nobody was hurt."
    let read = try await reading("GUERRILLAS ATTACK AN ARMY POST NEAR ARAUCA ON SUNDAY NIGHT\n\n" + rest, "en")
    #expect(read.string == "Guerrillas attack an army post near Arauca on Sunday night\n\n" + rest)
  }
}
