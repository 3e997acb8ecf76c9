import SvodkaKit
import SvodkaPipeline
import SvodkaResources
import Testing

private let words = Layer<[String]>("words")
private let names = Layer<[String]>("names")

/// An annotator of tests: makes one layer, reads others.
private struct Maker: Annotator {
  var identity: Identity
  var provides: [AnyLayer]
  var requirements: Requirements

  func annotate(_ document: DocumentView, wanting layers: Set<LayerID>) async throws(AnalysisError) -> Layers {
    var made = Layers()
    if provides.contains(AnyLayer(words)) { made[words] = document.text.string.split(separator: " ").map(String.init) }
    if provides.contains(AnyLayer(names)) { made[names] = [identity.name] }
    return made
  }

  static func descriptor(
    _ name: String, gives: Layer<[String]>, needs: [AnyLayer] = [], languages: [String]? = nil,
    profile: StepDescriptor.Profile = .rules, isAvailable: Bool = true
  ) -> StepDescriptor {
    StepDescriptor(
      annotator: Identity(name: name, version: "1"), summary: "", provides: [AnyLayer(gives)], languages: languages,
      profile: profile, isAvailable: { isAvailable }
    ) { (_) throws(AnalysisError) in
      Maker(
        identity: Identity(name: name, version: "1"), provides: [AnyLayer(gives)],
        requirements: Requirements(layers: needs))
    }
  }
}

private struct Counter: Analyzer {
  struct Finding: Codable { var name: String }
  struct Sum: Mergeable, Codable {
    var count = 0
    mutating func merge(_ other: Sum) { count += other.count }
  }
  var identity = Identity(name: "counter", version: "1")
  var requirements: Requirements

  func analyze(_ document: DocumentView) async throws(AnalysisError) -> [Finding] {
    try document(names).map { Finding(name: $0) }
  }
  func summarize(_ findings: [Finding], of document: DocumentView) -> Sum { Sum(count: findings.count) }
  func report(on summary: Sum, context: ReportContext) -> ReportSection { ReportSection(title: "", tables: []) }

  static func descriptor(needs: [AnyLayer]) -> StepDescriptor {
    StepDescriptor(analyzer: Identity(name: "counter", version: "1"), summary: "") { (_) throws(AnalysisError) in
      Counter(requirements: Requirements(layers: needs))
    }
  }
}

private struct NoResources: ResourceProvider {
  func read(_ path: String, of owner: String) throws(AnalysisError) -> (bytes: [UInt8], file: String) {
    throw AnalysisError(.missingResource, "none")
  }
}

@Suite struct PlannerTests {
  private func plan(
    _ steps: [StepDescriptor], listing names: [String], run: PipelineFile.Run = .init()
  ) throws(AnalysisError) -> Plan {
    var file = PipelineFile(path: "test", digest: "", steps: names.map { .init(name: $0) })
    file.run = run
    return try Planner(registry: try Registry(steps), resources: NoResources()).plan(file)
  }

  private func code(_ body: () throws(AnalysisError) -> Plan) -> String? {
    do throws(AnalysisError) {
      _ = try body()
      return nil
    } catch { return error.code }
  }

  @Test func bringsInWhatIsNeededAndOrdersIt() throws {
    let plan = try plan(
      [
        Counter.descriptor(needs: [AnyLayer(names)]), Maker.descriptor("namer", gives: names, needs: [AnyLayer(words)]),
        Maker.descriptor("splitter", gives: words),
      ], listing: ["counter"])
    #expect(plan.steps.map(\.step.identity.name) == ["splitter", "namer", "counter"])
    #expect(plan.steps.map(\.isListed) == [false, false, true])
  }

  @Test func aLayerThatNobodyMakesIsAnError() {
    #expect(
      code { () throws(AnalysisError) in try plan([Counter.descriptor(needs: [AnyLayer(names)])], listing: ["counter"])
      } == "P105")
  }

  @Test func aLayerThatOnlyModelsMakeIsAnErrorWhereNoneIsInstalled() throws {
    let reader = Counter.descriptor(needs: [AnyLayer(names)])
    let model = { (isAvailable: Bool) in
      Maker.descriptor("model", gives: names, languages: ["ru"], profile: .fast, isAvailable: isAvailable)
    }
    #expect(code { () throws(AnalysisError) in try plan([reader, model(false)], listing: ["counter"]) } == "P113")
    #expect(try plan([reader, model(true)], listing: ["counter"]).steps.count == 2)
  }

  @Test func aCircleIsAnError() {
    #expect(
      code { () throws(AnalysisError) in
        try plan(
          [
            Counter.descriptor(needs: [AnyLayer(names)]),
            Maker.descriptor("namer", gives: names, needs: [AnyLayer(words)]),
            Maker.descriptor("splitter", gives: words, needs: [AnyLayer(names)]),
          ], listing: ["counter"])
      } == "P107")
  }

  @Test func twoProvidersAreAnErrorUnlessOneIsListed() throws {
    let steps = [
      Counter.descriptor(needs: [AnyLayer(names)]), Maker.descriptor("one", gives: names),
      Maker.descriptor("two", gives: names),
    ]
    #expect(code { () throws(AnalysisError) in try plan(steps, listing: ["counter"]) } == "P106")
    #expect(code { () throws(AnalysisError) in try plan(steps, listing: ["counter", "one", "two"]) } == "P106")
    #expect(try plan(steps, listing: ["two", "counter"]).steps.map(\.step.identity.name) == ["two", "counter"])
  }

  @Test func anOptionalLayerIsBroughtInWhereItCanBeMade() throws {
    let reader = StepDescriptor(analyzer: Identity(name: "counter", version: "1"), summary: "") {
      (_) throws(AnalysisError) in
      Counter(requirements: Requirements(layers: [AnyLayer(names)], optional: [AnyLayer(words)]))
    }
    let namer = Maker.descriptor("namer", gives: names)
    let alone = try plan([reader, namer], listing: ["counter"])
    #expect(alone.steps.map(\.step.identity.name) == ["namer", "counter"])
    let model = Maker.descriptor("model", gives: words, languages: ["ru"], profile: .fast)
    let both = try plan([reader, namer, model], listing: ["counter"])
    #expect(both.calls(language: "ru", source: nil).count == 3)
    #expect(both.calls(language: "en", source: nil).count == 2)
  }

  @Test func aModelOfOneLanguageLeavesTheOthersToTheRules() throws {
    let steps = [
      Counter.descriptor(needs: [AnyLayer(words), AnyLayer(names)]), Maker.descriptor("splitter", gives: words),
      Maker.descriptor("namer", gives: names, needs: [AnyLayer(words)]),
      Maker.descriptor("russian", gives: names, languages: ["ru"], profile: .fast),
      Maker.descriptor("russian-words", gives: words, languages: ["ru"], profile: .fast),
    ]
    let found = try plan(steps, listing: ["counter"])
    func run(_ language: String) -> [String] {
      found.calls(language: language, source: nil).map { found.steps[$0.step].step.identity.name }.sorted()
    }
    #expect(run("ru") == ["counter", "russian", "russian-words"])
    #expect(run("en") == ["counter", "namer", "splitter"])
  }

  @Test func twoTypesOfOneLayerAreAnError() {
    let other = Layer<[Int]>("names")
    #expect(
      code { () throws(AnalysisError) in
        try plan(
          [Counter.descriptor(needs: [AnyLayer(other)]), Maker.descriptor("namer", gives: names)],
          listing: ["counter"])
      } == "P111")
  }

  @Test func theMostAccurateInstalledModelServesItsLanguage() throws {
    let steps = [
      Counter.descriptor(needs: [AnyLayer(names)]), Maker.descriptor("rules", gives: names),
      Maker.descriptor("small", gives: names, languages: ["ru"], profile: .fast),
      Maker.descriptor("large", gives: names, languages: ["ru"], profile: .accurate, isAvailable: false),
    ]
    let found = try plan(steps, listing: ["counter"])
    func provider(_ language: String) -> [String] {
      found.calls(language: language, source: nil).map { found.steps[$0.step].step.identity.name }
    }
    #expect(provider("ru") == ["small", "counter"])
    #expect(provider("en") == ["rules", "counter"])
    #expect(found.missingModels.isEmpty, "one model of a language is enough")
    #expect(found.models(language: "ru").map(\.name) == ["small"])
    #expect(found.models(language: "en").isEmpty)

    var strict = PipelineFile.Run()
    strict.models = "required"
    #expect(try plan(steps, listing: ["counter"], run: strict).missingModels.isEmpty)
    strict.profile = "accurate"
    #expect(code { () throws(AnalysisError) in try plan(steps, listing: ["counter"], run: strict) } == "P113")
    let none = steps.filter { $0.identity.name != "small" }
    #expect(try plan(none, listing: ["counter"]).missingModels.map(\.step) == ["large"])
    strict.profile = "auto"
    #expect(code { () throws(AnalysisError) in try plan(none, listing: ["counter"], run: strict) } == "P113")
    var rules = PipelineFile.Run()
    rules.profile = "rules"
    let ruled = try plan(steps, listing: ["counter"], run: rules)
    #expect(ruled.steps.map(\.step.identity.name) == ["rules", "counter"])
  }

  @Test func aRequiredModelIsAskedForByTheDocumentsOfItsLanguage() async throws {
    let steps = [
      Maker.descriptor("rules", gives: names),
      Maker.descriptor("russian", gives: names, languages: ["ru"], profile: .fast),
      Maker.descriptor("english", gives: names, languages: ["en"], profile: .fast, isAvailable: false),
      Counter.descriptor(needs: [AnyLayer(names)]),
    ]
    var file = PipelineFile(steps: ["counter"])
    file.run.models = "required"
    let plan = try Planner(registry: try Registry(steps), resources: ResourceLoader()).plan(file)
    let analysis = try DocumentAnalysis(plan: plan, resources: ResourceLoader())
    func outcome(_ language: String) async -> Outcome {
      await analysis.outcome(of: Document(id: "a", text: "Geneva, Женева", language: language))
    }
    #expect(await outcome("ru").errors.isEmpty)
    #expect(await outcome("de").errors.isEmpty)
    #expect(await outcome("en").errors.map(\.code) == ["P113"])
    #expect(await outcome("en").analyses.map(\.findings) == [nil])
  }
}

@Suite struct DocumentViewTests {
  @Test func showsOnlyDeclaredLayers() throws {
    var layers = Layers()
    layers[names] = ["Лавров"]
    let document = Document(id: "d", text: "Лавров", language: "ru")
    let seeing = DocumentView(document, layers: layers, declared: [AnyLayer(names)], to: "seeing")
    #expect(try seeing(names) == ["Лавров"])
    let blind = DocumentView(document, layers: layers, declared: [AnyLayer(words)], to: "blind")
    let undeclared = #expect(throws: AnalysisError.self) { try blind(names) }
    #expect(undeclared?.code == "A101")
    #expect(undeclared?.message.contains("blind") == true && undeclared?.message.contains("names") == true)
    let missing = #expect(throws: AnalysisError.self) { try blind(words) }
    #expect(missing?.code == "A102")
    #expect(try blind.optional(words) == nil)
  }
}
