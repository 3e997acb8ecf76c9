import Foundation
import SvodkaKit
import SvodkaLanguage
import SvodkaNames
import SvodkaPipeline
import SvodkaResources
import SvodkaRules

/// Measures analyzers written as files; `rules.sh` runs it. TEXTS are JSON Lines with a `text`.
///
///     rules-benchmark words TEXTS…              rows of words, with what the layers say of them, for the peer
///     rules-benchmark match RULES RUNS TEXTS…   seconds of processor time to load and to match, one row of JSON
@main
enum RulesBenchmark {
  static func main() async {
    do { try await run(Array(CommandLine.arguments.dropFirst())) } catch {
      FileHandle.standardError.write(Data("\(error)\n".utf8))
      exit(1)
    }
  }

  private static func run(_ arguments: [String]) async throws {
    switch (arguments.first, arguments.count) {
    case ("words", 2...): try await words(arguments.dropFirst())
    case ("match", 4...):
      try await match(arguments[1], runs: Int(arguments[2]) ?? 5, arguments.dropFirst(3))
    default:
      print("rules-benchmark words|match …: see the first lines of its source")
      exit(64)
    }
  }

  private static func registry() throws -> Registry {
    try Registry(LanguageSteps.descriptors + [EntityAnnotator.descriptor], kinds: RuleSteps.kinds)
  }

  private static func plan(_ file: PipelineFile) throws -> Plan {
    try Planner(registry: try registry(), resources: ResourceLoader()).plan(file)
  }

  private static func documents(_ files: ArraySlice<String>) throws -> [Document] {
    var documents: [Document] = []
    for file in files {
      let language = file.split(separator: ".").dropLast().last.map(String.init) ?? "en"
      for row in try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n") {
        let text = (try JSONSerialization.jsonObject(with: Data(row.utf8)) as? [String: Any])?["text"] as? String
        guard let text else { continue }
        documents.append(Document(id: "\(documents.count)", text: DocumentText(text), language: language))
      }
    }
    return documents
  }

  /// The layers that the annotators of a plan make.
  private static func layers(of document: Document, _ plan: Plan) async throws -> Layers {
    var layers = Layers()
    for call in plan.calls(language: document.language, source: nil) {
      guard case .annotator(let annotator) = plan.steps[call.step].step else { continue }
      let view = DocumentView(
        document, layers: layers, declared: annotator.requirements.declared, to: annotator.identity.name)
      layers.add(try await annotator.annotate(view, wanting: call.wanted))
    }
    return layers
  }

  private static func words(_ files: ArraySlice<String>) async throws {
    let rules = """
      {kind: pattern, name: words, patterns: {a: {sequence: [{lemma: a, pos: NOUN}]}}}
      """
    let file = StepFile(path: "words", root: try YAMLReader().read(Array(rules.utf8), file: "words"))
    let plan = try plan(try PipelineFile(step: file, digest: ""))
    for document in try documents(files) {
      let layers = try await layers(of: document, plan)
      let (tokens, lemmas, morphs) = (layers[Tokens.layer] ?? [], layers[Lemmas.layer] ?? [], layers[Morphology.layer])
      print(
        JSONValue.object([
          .init("words", .array(tokens.map { .string(document.text[$0.span]) })),
          .init("lemmas", .array(lemmas.map { .string($0) })),
          .init("tags", .array((morphs ?? []).map { .string($0.tag) })),
        ]).json())
    }
  }

  private static func match(_ path: String, runs: Int, _ files: ArraySlice<String>) async throws {
    var start = clock()
    let file = try PipelineReader(variables: [:]).read(path: path)
    let read = seconds(since: start)
    guard let stepFile = file.steps.first?.file else { return print("\(path) is no step") }
    start = clock()
    let step = try registry().step(of: stepFile, resources: ResourceLoader())
    let compiled = seconds(since: start)
    let plan = try plan(file)
    guard case .analyzer(let analyzer)? = plan.steps.last?.step else { return }
    var views: [(DocumentView, ScalarOffsets)] = []
    var count = 0
    for document in try documents(files) {
      let layers = try await layers(of: document, plan)
      count += layers[Tokens.layer]?.count ?? 0
      views.append(
        (
          DocumentView(document, layers: layers, declared: analyzer.requirements.declared, to: "benchmark"),
          ScalarOffsets(document.text)
        ))
    }
    var times: [Double] = []
    var found = 0
    for _ in 0..<runs {
      found = 0
      start = clock()
      for (view, offsets) in views {
        found += try await analyzer.analyze(view, offsets: offsets, extras: []).findings.count
      }
      times.append(seconds(since: start))
    }
    let median = times.sorted()[times.count / 2]
    print(
      JSONValue.object([
        .init("rules", .string(step.facts.joined(separator: ", "))), .init("words", .int(count)),
        .init("findings", .int(found)), .init("read_s", .double(read)), .init("compile_s", .double(compiled)),
        .init("match_s", .double(median)), .init("words_per_s", .int(Int(Double(count) / median))),
      ]).json())
  }

  private static func seconds(since start: clock_t) -> Double {
    max(Double(clock() - start), 1) / Double(CLOCKS_PER_SEC)
  }
}
