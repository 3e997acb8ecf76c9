import Foundation
import SvodkaTesting
import Testing

/// The samples as a newcomer runs them, compared with what they printed when someone last looked at it.
@Suite struct SampleSnapshotTests {
  /// Models change what is found: the snapshots are of the rules alone, which are everywhere.
  private let withoutModels = ["SVODKA_MODELS": "/nonexistent"]

  @Test func theMainJobOverTheTwoNewsrooms() async throws {
    let result = try await Program.run(
      ["analyze", "--format", "text", "Samples/two-newsrooms"], environment: withoutModels)
    #expect(result.status == 0, "\(result.error)")
    try snapshot(result.output, named: "two-newsrooms.txt")
  }

  @Test func thePageAsJSON() async throws {
    let result = try await Program.run(
      ["analyze", "--format", "json", "Samples/two-newsrooms/herald/2016-01-26-market-strike.html"],
      environment: withoutModels)
    #expect(result.status == 0, "\(result.error)")
    try snapshot(result.output, named: "market-strike.json")
  }

  @Test(arguments: ["jsonl", "text", "markdown"])
  func theArticleAlone(format: String) async throws {
    let result = try await Program.run(["extract", "--format", format, "Samples/two-newsrooms/kurier"])
    #expect(result.status == 0, "\(result.error)")
    try snapshot(result.output, named: "kurier.\(format)")
  }

  @Test(arguments: ["minimal", "complete", "russian-only", "sanctions", "sides"])
  func everyPipelineOfTheSamplesHasItsPlanAndRuns(name: String) async throws {
    let file = "Samples/pipelines/\(name).yaml"
    let plan = try await Program.run(["check", file, "--set", "topic=talks"], environment: withoutModels)
    #expect(plan.status == 0, "\(plan.error)")
    try snapshot(plan.output, named: "\(name).plan")
    let run = try await Program.run(
      ["analyze", "--pipeline", file, "--set", "topic=talks", "Samples/two-newsrooms"], environment: withoutModels)
    #expect(run.status == 0, "\(run.error)")
    #expect(run.rows.count == 8)
  }

  @Test func offsetsInTheOutputCoverTheirText() async throws {
    let result = try await Program.run(["analyze", "--with-text", "Samples/two-newsrooms"], environment: withoutModels)
    var checked = 0
    for row in result.rows {
      let text = Array((try #require((row["document"] as? [String: Any])?["text"] as? String)).unicodeScalars)
      func check(_ value: Any) {
        if let object = value as? [String: Any] {
          if let start = object["start"] as? Int, let end = object["end"] as? Int,
            let covered = (object["text"] ?? object["evidence"]) as? String
          {
            #expect(String(String.UnicodeScalarView(text[start..<end])) == covered)
            checked += 1
          }
          for inner in object.values { check(inner) }
        } else if let array = value as? [Any] {
          for inner in array { check(inner) }
        }
      }
      check(try #require(row["findings"]))
    }
    #expect(checked > 100)
  }
}
