import Foundation
import Testing

/// Pipeline files as the user writes and miswrites them.
@Suite struct PipelineCommandTests {
  private func check(_ pipeline: String, _ more: [String] = []) async throws -> Program.Result {
    let scratch = try Scratch()
    try scratch.write("p.yaml", pipeline)
    return try await Program.run(["check", "p.yaml"] + more, folder: scratch.url)
  }

  @Test func thePlanIsPrintedInTheOrderOfNeeds() async throws {
    let result = try await check(
      """
      svodka: 1
      steps:
        - casualty-figures
        - article
        - entity-counts: {types: [PER]}
      """)
    #expect(result.status == 0)
    let order = ["article", "segmentation", "entities", "entity-counts"].map {
      result.output.range(of: ". \($0)")?.lowerBound
    }
    #expect(order.allSatisfy { $0 != nil })
    #expect(order.compactMap { $0 } == order.compactMap { $0 }.sorted())
    #expect(result.output.contains("because later steps need it"))
  }

  @Test(arguments: [
    (
      "svodka: 1\nsteps:\n  - entity-counts: {typs: [PER]}\n",
      "p.yaml:3:21: unknown key 'typs': did you mean 'types'? [P102]"
    ),
    ("svodka: 1\nstep:\n  - entity-counts\n", "p.yaml:2:1: unknown key 'step': did you mean 'steps'? [P102]"),
    (
      "svodka: 1\nsteps:\n  - entity-count\n",
      "p.yaml:3:5: no step is called 'entity-count': did you mean 'entity-counts'? [P104]"
    ),
    ("svodka: 2\nsteps: []\n", "p.yaml:1:9: this program reads 'svodka: 1', found the number 2 [P112]"),
    ("svodka: 1\nsteps: [article, article]\n", "the step 'article' stands twice: remove one of them [P108]"),
    ("svodka: 1\nsteps: [\n", "[P101]"),
    (
      "svodka: 1\ninput: {format: htm}\nsteps: []\n",
      "p.yaml:2:17: 'format' is one of auto, text, html, jsonl, not 'htm': did you mean 'html'? [P103]"
    ),
    (
      "svodka: 1\nsteps:\n  - talks-stance: {target: \"${topc}\"}\n",
      "'${topc}' has no value: give it with --set topc=VALUE or in the environment [P109]"
    ),
    ("svodka: 1\nuse: p.yaml\n", "p.yaml includes itself: p.yaml -> p.yaml [P110]"),
    ("svodka: 1\nsteps:\n  - article\n    wen: {lang: ru}\n", "[P10"),
  ]) func whatIsWrongIsNamedWithItsPlace(pipeline: String, message: String) async throws {
    let result = try await check(pipeline)
    #expect(result.status == 78)
    #expect(result.error.contains(message), "\(result.error)")
  }

  @Test func variablesAndIncludesAreResolved() async throws {
    let result = try await Program.run(["check", "Samples/pipelines/russian-only.yaml", "--set", "topic=talks"])
    #expect(result.status == 0, "\(result.error)")
    #expect(result.output.contains("1. article"))
    #expect(result.output.contains("when: lang: ru"))
  }

  @Test func whenKeepsAStepToItsDocuments() async throws {
    let scratch = try Scratch()
    let pipeline = try scratch.write(
      "p.yaml", "svodka: 1\nsteps:\n  - entity-counts:\n    when: {lang: ru}\n")
    let rows = """
      {"id": "en", "text": "The minister flew to Geneva on Monday and said nothing at all."}
      {"id": "ru", "text": "Министр прилетел в Женеву в понедельник и ничего не сказал."}
      """
    let result = try await Program.run(["analyze", "--pipeline", pipeline, "-"], input: Data(rows.utf8))
    #expect(result.status == 0, "\(result.error)")
    let findings = result.rows.map { ($0["findings"] as? [String: Any])?.keys.sorted() }
    #expect(findings == [[], ["entity-counts"]])
  }
}
