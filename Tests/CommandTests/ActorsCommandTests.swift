import Foundation
import Testing

/// A list of actors in a pipeline.
@Suite struct ActorsCommandTests {
  private let withoutModels = ["SVODKA_MODELS": "/nonexistent"]
  private let pipeline = "svodka: 1\nsteps:\n  - entities: {actors: lists/a.yaml}\n  - casualty-figures\n"

  private func check(_ list: String?) async throws -> Program.Result {
    let scratch = try Scratch()
    try scratch.write("p.yaml", pipeline)
    try FileManager.default.createDirectory(
      at: scratch.url.appending(path: "lists"), withIntermediateDirectories: true)
    if let list { try scratch.write("lists/a.yaml", list) }
    return try await Program.run(["check", "p.yaml"], folder: scratch.url)
  }

  @Test func aListIsCheckedWithThePipeline() async throws {
    let right = try await check("actors:\n  a: {aliases: [Avria]}\n")
    #expect(right.status == 0, "\(right.error)")
    let missing = try await check(nil)
    #expect(missing.status != 0)
    #expect(missing.error.contains("p.yaml:3:24: the file 'lists/a.yaml' cannot be read"))
    let wrong = try await check("actors:\n  a: {alias: [Avria]}\n")
    #expect(wrong.status != 0)
    #expect(wrong.error.contains("lists/a.yaml:2:7: unknown key 'alias': did you mean 'aliases'? [P102]"))
  }

  @Test func thePipelinesHashKnowsTheList() async throws {
    let one = try await check("actors:\n  a: {aliases: [Avria]}\n").output.prefix { $0 != "\n" }
    let same = try await check("actors:\n  a: {aliases: [Avria]}\n").output.prefix { $0 != "\n" }
    let other = try await check("actors:\n  a: {aliases: [Avrya]}\n").output.prefix { $0 != "\n" }
    #expect(one == same)
    #expect(one != other)
  }

  @Test func allAnalyzersTellTheActor() async throws {
    let result = try await Program.run(
      ["analyze", "--pipeline", "Samples/pipelines/sides.yaml", "Samples/two-newsrooms"], environment: withoutModels)
    #expect(result.status == 0, "\(result.error)")
    var keys: Set<String> = []
    var sides: [String] = []
    var losses: Set<String> = []
    for row in result.rows {
      let findings = try #require(row["findings"] as? [String: Any])
      for entity in try #require(findings["entity-counts"] as? [[String: Any]]) {
        guard let actor = entity["actor"] as? [String: Any] else { continue }
        #expect(actor["key"] is String && actor["name"] is String)
        if ["Sergei Lavrov", "Сергей Лавров"].contains(entity["name"] as? String) {
          sides.append("\(actor["key"] ?? "") \(actor["side"] ?? "")")
        }
      }
      for stance in try #require(findings["talks-stance"] as? [[String: Any]]) {
        let holder = try #require(stance["holder"] as? [String: Any])
        keys.insert(try #require(holder["key"] as? String))
        if let actor = holder["actor"] as? [String: Any] {
          #expect(actor["key"] as? String == holder["key"] as? String)
        }
      }
      for figure in try #require(findings["casualty-figures"] as? [[String: Any]]) {
        if let told = figure["losses"] as? String { losses.insert(told) }
      }
    }
    #expect(Set(sides) == ["russia government"])
    #expect(keys.isSuperset(of: ["russia", "opposition", "brigades", "united-states"]))
    #expect(losses == ["enemy"])
  }

  @Test func aTableServesAsWell() async throws {
    let scratch = try Scratch()
    let table = Program.package.appending(path: "Samples/pipelines/lists/actors.csv").path
    try scratch.write("p.yaml", "svodka: 1\nsteps:\n  - entities: {actors: \(table)}\n  - talks-stance\n")
    try scratch.write("a.txt", "Сергей Лавров призвал стороны к переговорам в Женеве.")
    let result = try await Program.run(
      ["analyze", "--pipeline", "p.yaml", "a.txt"], environment: withoutModels, folder: scratch.url)
    let findings = try #require(result.rows.first?["findings"] as? [String: Any], "\(result.error)")
    let stance = try #require((findings["talks-stance"] as? [[String: Any]])?.first)
    #expect((stance["holder"] as? [String: Any])?["key"] as? String == "russia")
  }
}
