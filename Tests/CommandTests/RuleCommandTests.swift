import Foundation
import Testing

/// Analyzers written as YAML, from the command line.
@Suite struct RuleCommandTests {
  private let oil = """
    kind: lexicon
    name: oil
    version: "2"
    licence: CC0-1.0
    summary: words for oil
    languages: [en, ru]
    categories: {crude: [oil, crude oil, нефт*], refined: [petrol]}
    examples:
      matches:
        - {text: Crude oil fell., lang: en, finds: {category: crude, evidence: Crude oil}}
      rejects:
        - {text: Oily words., lang: en}
    """

  private func scratch() throws -> Scratch {
    let scratch = try Scratch()
    try scratch.write("oil.yaml", oil)
    try scratch.write(
      "rows.jsonl",
      #"{"id": "a", "lang": "en", "text": "Crude oil and petrol."}"# + "\n"
        + #"{"id": "b", "lang": "ru", "text": "Нефть дорожает."}"# + "\n")
    return scratch
  }

  /// `category: words` of the findings of an analyzer in a row of output; nil where it has none.
  private func told(_ row: [String: Any], _ analyzer: String) -> [String]? {
    ((row["findings"] as? [String: Any])?[analyzer] as? [[String: Any]])?.map { finding in
      "\(finding["category"] ?? "") \(finding["start"] ?? "")-\(finding["end"] ?? ""): \(finding["evidence"] ?? "")"
    }
  }

  @Test func aFileIsAPipelineOfItself() async throws {
    let scratch = try scratch()
    let result = try await Program.run(["analyze", "--pipeline", "oil.yaml", "rows.jsonl"], folder: scratch.url)
    #expect(result.status == 0)
    #expect(result.rows.count == 2)
    #expect(told(result.rows[0], "oil") == ["crude 0-9: Crude oil", "refined 14-20: petrol"])
    #expect(told(result.rows[1], "oil") == ["crude 0-5: Нефть"])
    let provenance = result.rows[0]["provenance"] as? [String: Any]
    let version = (provenance?["analyzers"] as? [String: String])?["oil"]
    #expect(version?.hasPrefix("2+") == true)
  }

  @Test func aloneItReadsPagesWithoutTheirFurniture() async throws {
    let scratch = try scratch()
    try scratch.write(
      "page.html",
      "<html><body><nav><a href='/'>Oil news</a> <a href='/b'>Petrol shop</a></nav><article><p>The price of oil fell on Monday, said the minister, after a month of rises.</p><p>Nobody knows why this has happened, and nobody asks.</p></article></body></html>"
    )
    let result = try await Program.run(["analyze", "--pipeline", "oil.yaml", "page.html"], folder: scratch.url)
    #expect(result.rows.count == 1)
    #expect(told(result.rows[0], "oil")?.map { $0.split(separator: " ").last ?? "" } == ["oil"])
  }

  @Test func aPipelineUsesItBesideOthersAndForSomeDocuments() async throws {
    let scratch = try scratch()
    try scratch.write(
      "p.yaml", "svodka: 1\nsteps:\n  - entity-counts\n  - use: oil.yaml\n    when: {lang: ru}\n")
    let result = try await Program.run(["analyze", "--pipeline", "p.yaml", "rows.jsonl"], folder: scratch.url)
    #expect(result.rows.count == 2)
    #expect(told(result.rows[0], "oil") == nil)
    #expect(told(result.rows[1], "oil") == ["crude 0-5: Нефть"])
    #expect(told(result.rows[1], "entity-counts") == [])
  }

  @Test func whatCannotBeUsedIsNamedWithItsPlace() async throws {
    let scratch = try scratch()
    try scratch.write("p.yaml", "svodka: 1\nsteps:\n  - use: oil.yaml\n    wen: {lang: ru}\n")
    try scratch.write("q.yaml", "svodka: 1\nsteps:\n  - use: oil.yaml\n  - use: oil.yaml\n")
    try scratch.write("r.yaml", "svodka: 1\nsteps:\n  - use: s.yaml\n    when: {lang: ru}\n")
    try scratch.write("s.yaml", "svodka: 1\nsteps: [entity-counts]\n")
    try scratch.write("t.yaml", "kind: lexicon\nname: entity-counts\ncategories: {a: [b]}\n")
    for (file, message) in [
      ("p.yaml", "p.yaml:4:5: unknown key 'wen' beside 'use': expected 'when' [P102]"),
      ("q.yaml", "the step 'oil' stands twice: remove one of them [P108]"),
      ("r.yaml", "r.yaml:4:5: 'when' belongs to a step, and this file is a pipeline"),
      ("t.yaml", "t.yaml:2:7: a step of the program is called 'entity-counts': give the file's another name [P108]"),
    ] {
      let result = try await Program.run(["check", file], folder: scratch.url)
      #expect(result.status == 78)
      #expect(result.error.contains(message), "\(result.error)")
    }
  }

  @Test func checkRunsTheExamples() async throws {
    let scratch = try scratch()
    let good = try await Program.run(["check", "oil.yaml"], folder: scratch.url)
    #expect(good.status == 0)
    #expect(good.output.contains("examples of oil.yaml: 2 as written"))
    #expect(good.output.contains("needs: tokens, sentences"))
    try scratch.write("oil.yaml", oil + "\n    - Petrol is cheap.\n")
    let bad = try await Program.run(["check", "oil.yaml"], folder: scratch.url)
    #expect(bad.status == 78)
    #expect(bad.output.contains("2 as written, 1 not as written"))
    #expect(
      bad.error.contains("oil.yaml:13:7: nothing may be found in 'Petrol is cheap.', found refined 'Petrol' [P114]"),
      "\(bad.error)")
  }

  @Test func listTellsWhereItComesFrom() async throws {
    let scratch = try scratch()
    let result = try await Program.run(["list", "--pipeline", "oil.yaml"], folder: scratch.url)
    let line = try #require(result.output.split(separator: "\n").last)
    #expect(line.hasPrefix("oil                analyzer   words for oil  (2+"))
    for fact in ["CC0-1.0", "[4 entries]", "[2 categories]", "[needs tokens, sentences]", "[from oil.yaml]"] {
      #expect(line.contains(fact), "\(line)")
    }
    #expect(try await Program.run(["list"]).output.contains("a file that says 'kind: lexicon'"))
  }

  @Test func itIsEvaluatedAsAnyAnalyzer() async throws {
    let scratch = try scratch()
    try scratch.write(
      "gold.jsonl",
      #"{"id": "a", "text": "Crude oil and petrol.", "gold": [{"category": "crude", "evidence": "Crude oil"}, {"category": "crude", "evidence": "petrol"}]}"#
        + "\n")
    let result = try await Program.run(
      ["evaluate", "--gold", "gold.jsonl", "--pipeline", "oil.yaml"], folder: scratch.url)
    #expect(result.status == 0, "\(result.error)")
    #expect(result.output.contains("oil: gold.jsonl"))
    #expect(result.output.contains("0.500"), "\(result.output)")
  }
}
