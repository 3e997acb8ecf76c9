import Foundation
import Testing

@Suite struct EvaluateCommandTests {
  private let gold =
    #"{"id": "a", "lang": "en", "text": "Two men died.", "gold": [{"kind": "killed", "low": 2, "high": 2, "qualifier": "exact", "scope": "incident", "victims": "men", "claimed_by": null, "evidence": "Two men died"}]}"#
  private func output(low: Int) -> String {
    #"{"id": "a", "findings": {"casualty-figures": [{"kind": "killed", "low": \#(low), "high": 2, "start": 0, "end": 12, "evidence": "Two men died", "qualifier": "exact", "scope": "incident", "victims": {"text": "men"}, "claimed_by": null}]}, "provenance": {"models": {"en": "rules"}}}"#
  }

  @Test func tablesCarryCountsAndIntervals() async throws {
    let scratch = try Scratch()
    let (gold, right) = (try scratch.write("gold.jsonl", gold), try scratch.write("out.jsonl", output(low: 2)))
    let result = try await Program.run(["evaluate", "--gold", gold, right])
    #expect(result.status == 0)
    #expect(result.output.contains("## casualty-figures: gold.jsonl"))
    #expect(result.output.contains("1.000 | 1.000 | 1.000 | 1.000 … 1.000 |     1 |     1 |    1 |"))
  }

  @Test func errorsAreListedAndOutputsCompared() async throws {
    let scratch = try Scratch()
    let (gold, right) = (try scratch.write("gold.jsonl", gold), try scratch.write("right.jsonl", output(low: 2)))
    let wrong = try scratch.write("wrong.jsonl", output(low: 3))
    let result = try await Program.run(["evaluate", "--gold", gold, wrong, "--errors", "--against", right])
    #expect(result.status == 0)
    #expect(result.output.contains("wrong low\ta\tgold: killed 2 2 «Two men died»"))
    #expect(result.output.contains("F1 0.000 (this output) − 1.000 (right.jsonl) = −1.000"))
  }

  @Test func aFloorIsPinnedHeldAndLoweredOnlyOnPurpose() async throws {
    let scratch = try Scratch()
    let (gold, right) = (try scratch.write("gold.jsonl", gold), try scratch.write("right.jsonl", output(low: 2)))
    let wrong = try scratch.write("wrong.jsonl", output(low: 3))
    let floors = scratch.url.appending(path: "floors.json").path
    func status(_ more: [String]) async throws -> Int32 {
      try await Program.run(["evaluate", "--gold", gold, "--gate", floors] + more).status
    }
    #expect(try await status([right, "--update"]) == 0)
    #expect(try await status([right]) == 0)
    #expect(try await status([wrong]) == 74)
    #expect(try await status([wrong, "--update"]) == 74)
    #expect(try await status([right]) == 0)
    #expect(try await status([wrong, "--update", "--allow-regression"]) == 0)
    #expect(try await status([wrong]) == 0)
  }

  @Test func goldThatDoesNotFitNamesItsLine() async throws {
    let scratch = try Scratch()
    let file = try scratch.write("gold.jsonl", "\n" + gold.replacing("Two men died.", with: "Two women died."))
    let result = try await Program.run(["evaluate", "--gold", file, file])
    #expect(result.status == 66)
    #expect(result.output.isEmpty)
    #expect(
      result.error.contains("gold.jsonl:2: record 1 of 'a' quotes «Two men died», which is not in the text [I112]"))
  }
}
