import SvodkaKit
import SvodkaLanguage
import SvodkaNames
import SvodkaResources
import Testing

@Suite struct ActorMentionsTests {
  private static let list = """
    actors:
      russia:
        names: {ru: Россия, en: Russia}
        side: east
        aliases: [Москва, Кремль, {name: Сергей Лавров, from: 2004-03-09}]
      avria:
        names: {en: Avria, ru: Аврия}
        side: north
        aliases:
          - {name: Тарек Мансур, until: 2015-06-30}
          - Adrian Weller
        phrases: ["avrian troop*", "аврийск* войск*"]
      lisse:
        names: {en: Lisse Council}
        aliases: [{name: Tarek Mansour, from: 2015-07-01}, Nora Weller, LFC]
    """

  /// `words: key` for each entity that is an actor, and for each phrase.
  private func actors(_ text: String, _ language: String, on day: String? = nil) async throws -> [String] {
    let resources = ResourceLoader()
    let list = try ActorListReader().read(Array(Self.list.utf8), file: "actors.yaml")
    var metadata = Metadata()
    metadata.date = day
    let document = Document(id: "d", text: DocumentText(text), language: language, metadata: metadata)
    let steps: [any Annotator] = [
      SegmentationAnnotator(resources: resources), RuleNamesAnnotator(resources: resources),
      try EntityAnnotator(resources: resources, actors: list),
    ]
    var layers = Layers()
    for step in steps {
      let view = DocumentView(document, layers: layers, declared: step.requirements.declared, to: step.identity.name)
      layers.add(try await step.annotate(view, wanting: []))
    }
    let tokens = layers[Tokens.layer] ?? []
    let phrases = (layers[ActorMentions.layer]?.mentions ?? []).filter { !$0.isName }.map { mention in
      let span = tokens[mention.tokens.lowerBound].span.union(tokens[mention.tokens.upperBound - 1].span)
      return "\(document.text[span]): \(mention.actor.key)"
    }
    return (layers[Entities.layer] ?? []).compactMap { entity in entity.actor.map { "\(entity.name): \($0.key)" } }
      + phrases
  }

  @Test func knowsANameInEveryCaseScriptAndSpelling() async throws {
    #expect(
      try await actors("Вчера Лаврову позвонили из Аврии. В Москве об этом молчат.", "ru", on: "2016-01-30")
        == ["Лавров: russia", "Аврия: avria", "Москва: russia"])
    #expect(
      try await actors("Sergey Lavrov left Moscow. Anna Lavrova stayed in Paris.", "en", on: "2016-01-30")
        == ["Sergey Lavrov: russia", "Moscow: russia"])
  }

  @Test func namesHoldBetweenDays() async throws {
    #expect(try await actors("Sergei Lavrov left.", "en", on: "2004-03-08").isEmpty)
    #expect(try await actors("Sergei Lavrov left.", "en", on: "2004-03-09") == ["Sergei Lavrov: russia"])
    #expect(try await actors("Tarek Mansur left.", "en", on: "2015-06-30T23:30:00-05:00") == ["Tarek Mansur: avria"])
    #expect(try await actors("Тарека Мансура ждут в Париже.", "ru", on: "2015-07-01") == ["Тарек Мансур: lisse"])
  }

  @Test func withoutADateOnlyWhatHasOneMeaningIsKnown() async throws {
    #expect(try await actors("Sergei Lavrov left.", "en") == ["Sergei Lavrov: russia"])
    #expect(try await actors("Tarek Mansur left.", "en").isEmpty)
  }

  @Test func aSurnameOfTwoActorsIsNobodys() async throws {
    #expect(try await actors("President Weller left.", "en").isEmpty)
    #expect(try await actors("President Adrian Weller left. Weller is tired.", "en") == ["Adrian Weller: avria"])
  }

  @Test func takesAbbreviationsFromTheText() async throws {
    #expect(
      try await actors("The Lisse Fishing Council (LFC) met in Oslo.", "en") == ["Lisse Fishing Council: lisse"])
  }

  @Test func findsPhrasesThatAreNoNames() async throws {
    #expect(try await actors("Three Avrian troops died.", "en") == ["Avrian troops: avria"])
    #expect(try await actors("Погибли трое из аврийских войск.", "ru") == ["аврийских войск: avria"])
  }
}
