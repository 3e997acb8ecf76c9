import SvodkaKit
import SvodkaLanguage
import SvodkaNames
import SvodkaResources
import Testing

/// The entities of a text.
private func entities(_ text: String, _ language: String) async throws -> (found: [Entity], text: [[String]]) {
  let document = Document(id: "d", text: DocumentText(text), language: language)
  let resources = ResourceLoader()
  let steps: [any Annotator] = [
    SegmentationAnnotator(resources: resources), RuleNamesAnnotator(resources: resources),
    EntityAnnotator(resources: resources),
  ]
  var layers = Layers()
  for step in steps {
    let view = DocumentView(document, layers: layers, declared: step.requirements.declared, to: step.identity.name)
    layers.add(try await step.annotate(view, wanting: []))
  }
  let mentions = layers[Mentions.layer] ?? []
  let found = layers[Entities.layer] ?? []
  return (found, found.map { $0.mentions.map { document.text[mentions[$0].span] } })
}

/// `Name: mention, mention` for each entity.
private func outline(_ text: String, _ language: String) async throws -> [String] {
  let (found, mentions) = try await entities(text, language)
  return zip(found, mentions).map { "\($0.name): " + $1.joined(separator: ", ") }
}

@Suite struct EntityAnnotatorTests {
  @Test func joinsSurnameAndCase() async throws {
    let found = try await outline(
      "Анна Ветрова прилетела в Баку. С Ветровой говорил Тарек Мансур. По словам Мансура, всё решено.", "ru")
    #expect(found == ["Анна Ветрова: Анна Ветрова, Ветровой", "Баку: Баку", "Тарек Мансур: Тарек Мансур, Мансура"])
  }

  @Test func writesTheNominative() async throws {
    let found = try await outline("Вчера встречу с Тареком Мансуром провели в Женеве.", "ru")
    #expect(found == ["Тарек Мансур: Тареком Мансуром", "Женева: Женеве"])
  }

  @Test func keepsTwoOfOneSurnameApart() async throws {
    let (found, mentions) = try await entities(
      "Adrian Weller met Nora Weller in Paris. Later Weller left.", "en")
    let people = found.indices.filter { found[$0].type == .person }
    #expect(people.map { mentions[$0] } == [["Adrian Weller"], ["Nora Weller"], ["Weller"]])
    #expect(found[people[2]].ambiguousWith == [found[people[0]].id, found[people[1]].id])
  }

  @Test func takesTheOneNamedBefore() async throws {
    let (found, mentions) = try await entities(
      "Adrian Weller left Paris. Weller is tired. Nora Weller stays.", "en")
    let people = found.indices.filter { found[$0].type == .person }
    #expect(people.map { mentions[$0] } == [["Adrian Weller", "Weller"], ["Nora Weller"]])
  }

  @Test func saysWhyMentionsStandTogether() async throws {
    let (found, _) = try await entities(
      "Анна Ветрова прилетела в Баку. С Ветровой говорил Тарек Мансур. "
        + "Организация Объединённых Наций молчит, а Мансура в ООН нет.",
      "ru")
    let reasons = found.map { $0.reasons.map { $0?.rawValue ?? "-" }.joined(separator: ", ") }
    #expect(reasons == ["-, surname", "-", "-, surname", "-, table"])
  }

  @Test func joinsSpellingsOfOneName() async throws {
    let found = try await outline(
      "Hakim Zeytun spoke in Oslo. President Zeytoun left. Anna Vetrova met President Petrova.", "en")
    #expect(found.contains("Hakim Zeytun: Hakim Zeytun, Zeytoun"))
    #expect(found.contains("Anna Vetrova: Anna Vetrova"))
  }

  @Test func namesAPlaceInIaInTheNominative() async throws {
    #expect(try await outline("Премьер-министр Вельмарии не приедет.", "ru") == ["Вельмария: Вельмарии"])
  }

  @Test func knowsBodiesByTheirPartsInBothLanguages() async throws {
    let (russian, _) = try await entities(
      "Министерство обороны Сирии молчит. В Минобороны Сирии не ответили. Министерство иностранных дел Венгрии ждёт.",
      "ru")
    let (english, _) = try await entities("The Syrian Defense Ministry met the Hungarian Foreign Ministry.", "en")
    let bodies = [russian, english].map { $0.filter { $0.type == .organization } }
    #expect(bodies[0].map(\.id) == bodies[1].map(\.id))
    #expect(bodies[0].first?.reasons == [nil, .table])
    #expect(bodies[0].first?.names.map(\.name) == ["Министерство обороны Сирии", "Defence Ministry of Syria"])
    #expect(
      bodies[1].last?.names.map(\.name) == ["Министерство иностранных дел Венгрии", "Hungarian Foreign Ministry"])
  }

  @Test func takesAbbreviationsFromTheText() async throws {
    let found = try await outline(
      "The Lisse Fishing Council (LFC) met in Oslo. The LFC said nothing.", "en")
    #expect(found == ["Lisse Fishing Council: Lisse Fishing Council, LFC, LFC", "Oslo: Oslo"])
  }

  @Test func takesAbbreviationsFromTheTable() async throws {
    let found = try await outline("Организация Объединённых Наций молчит, а наблюдателей ООН нет.", "ru")
    #expect(found == ["Организация Объединённых Наций: Организация Объединённых Наций, ООН"])
  }

  @Test(arguments: [
    ("Вчера Тарек Мансур вернулся.", "Tarek Mansur came back."),
    ("Вчера в Карске стреляли.", "They fired in Karsk."),
    ("Хезболла отвечает.", "Hezbollah answers."),
    ("Сергей Ветров молчит.", "Sergey Vetrov is silent."),
  ]) func hasOneIdInBothLanguages(russian: String, english: String) async throws {
    let a = try await entities(russian, "ru").found
    let b = try await entities(english, "en").found
    #expect(a.count == 1)
    #expect(a.map(\.id) == b.map(\.id))
  }

  @Test func tellsMenFromWomen() async throws {
    let man = try await entities("Sergei Vetrov spoke.", "en").found
    let woman = try await entities("Sergei Vetrova spoke.", "en").found
    #expect(man.map(\.id) != woman.map(\.id))
  }

  @Test func namesBothLanguages() async throws {
    let found = try await entities("В Женеве выступил Тарек Мансур.", "ru").found
    #expect(
      found.map { $0.names.map { "\($0.language) \($0.name)" } } == [
        ["ru Женева", "en Geneva"], ["ru Тарек Мансур", "en Tarek Mansur"],
      ])
  }
}
