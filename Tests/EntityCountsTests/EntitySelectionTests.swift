import SvodkaKit
import SvodkaLanguage
import SvodkaNames
import SvodkaResources
import Testing

@testable import EntityCounts

/// What a user adds to what is counted, and takes from it.
@Suite("Exclusion list and gazetteer") struct EntitySelectionTests {
  /// Findings over a text as rules read it, as `TYPE name: mentions`.
  private func findings(
    _ text: String, language: String, gazetteer: String? = nil,
    _ change: (inout EntityCounts.Settings) -> Void = { _ in }
  ) async throws -> [String] {
    let resources = ResourceLoader()
    var settings = EntityCounts.Settings()
    change(&settings)
    let analyzer = try EntityCounts(
      settings,
      gazetteer: try gazetteer.map { try UserGazetteer(Array($0.utf8), file: "names.tsv", resources: resources) })
    let document = Document(id: "d", text: DocumentText(text), language: language)
    var layers = Layers()
    func view(_ requirements: Requirements) -> DocumentView {
      DocumentView(document, layers: layers, declared: requirements.declared, to: "test")
    }
    for step in [
      SegmentationAnnotator(resources: resources) as any Annotator, RuleNamesAnnotator(resources: resources),
      EntityAnnotator(resources: resources),
    ] { layers.add(try await step.annotate(view(step.requirements), wanting: Set(step.provides.map(\.id)))) }
    return try await analyzer.analyze(view(analyzer.requirements)).map { finding in
      "\(finding.type) \(finding.name): " + finding.mentions.map(\.text).joined(separator: ", ")
    }
  }

  @Test("a name on the exclusion list is not counted, in whichever language it is written")
  func excluded() async throws {
    let text = "В Женеву прибыли делегации Сирии и Турции."
    let all = try await findings(text, language: "ru")
    #expect(all.count == 3)
    #expect(try await findings(text, language: "ru") { $0.exclude = ["Geneva", "Турция"] } == [all[1]])
  }

  @Test("names of the gazetteer are found in every case, with the type that the file gives them")
  func gazetteer() async throws {
    let found = try await findings(
      "Колонну «Градов» видели у моста. Град стоял там вчера.", language: "ru",
      gazetteer: "# оружие\nWEAPON\tГрад|Грады~plural\n")
    #expect(found.contains("WEAPON Град: Градов, Град"))
  }

  @Test("a name of the gazetteer takes the place of one as long, and not of a longer one")
  func places() async throws {
    let gazetteer = "ORG\tOrvin\n"
    #expect(
      try await findings("Tomas Orvin spoke. Fighters of Orvin left Geneva.", language: "en", gazetteer: gazetteer)
        .filter { $0.contains("Orvin") } == ["PER Tomas Orvin: Tomas Orvin", "ORG Orvin: Orvin"])
  }

  @Test("a type of one's own is counted unless the types are narrowed, and can be named among them")
  func types() async throws {
    let gazetteer = "WEAPON\tGrad\n"
    let text = "A Grad rocket hit Geneva."
    #expect(
      try await findings(text, language: "en", gazetteer: gazetteer) == ["WEAPON Grad: Grad", "LOC Geneva: Geneva"])
    #expect(
      try await findings(text, language: "en", gazetteer: gazetteer) { $0.types = ["LOC"] } == ["LOC Geneva: Geneva"])
    #expect(
      try await findings(text, language: "en", gazetteer: gazetteer) { $0.types = ["WEAPON"] } == ["WEAPON Grad: Grad"])
  }

  @Test(
    "a broken gazetteer is an error with its line",
    arguments: [
      ("PER\tAnn\nPER Ann\n", 2), ("\n# names\nperson\tAnn\n", 3), ("PER\tAnn||Anna\n", 1), ("PER\tAnn\nPER\tann\n", 2),
    ]) func broken(gazetteer: String, line: Int) async throws
  {
    let error = await #expect(throws: AnalysisError.self) {
      try await findings("", language: "en", gazetteer: gazetteer)
    }
    #expect(error?.code == "R102" && error?.location?.line == line)
  }
}
