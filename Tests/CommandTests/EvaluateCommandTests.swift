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

  @Test func aMarginLeavesRoomBelowTheFloor() async throws {
    let scratch = try Scratch()
    let (gold, right) = (try scratch.write("gold.jsonl", gold), try scratch.write("right.jsonl", output(low: 2)))
    let floors = scratch.url.appending(path: "floors.json").path
    let evaluate = ["evaluate", "--gold", gold, right]
    #expect(try await Program.run(evaluate + ["--gate", floors, "--update", "--margin", "0.25"]).status == 0)
    #expect(try String(contentsOfFile: floors, encoding: .utf8).contains(#""f1": 0.75"#))
    #expect(try await Program.run(evaluate + ["--margin", "0.25"]).status == 64)
    #expect(try await Program.run(evaluate + ["--gate", floors, "--update", "--margin", "2"]).status == 64)
  }

  @Test func outputThatDoesNotFitTheGoldIsNotScored() async throws {
    let scratch = try Scratch()
    let gold = try scratch.write("gold.jsonl", gold)
    let empty = try scratch.write("empty.jsonl", "")
    let other = try scratch.write("other.jsonl", output(low: 2).replacing("casualty-figures", with: "talks-stance"))
    let twice = try scratch.write("twice.jsonl", output(low: 2) + "\n" + output(low: 2))
    let displaced = try scratch.write("displaced.jsonl", output(low: 2).replacing(#""start": 0"#, with: #""start": 1"#))
    func run(_ file: String) async throws -> Program.Result {
      try await Program.run(["evaluate", "--gold", gold, file])
    }
    for (file, message) in [
      (empty, "empty.jsonl: the output has none of the 1 documents of gold (the first is 'a'): it is empty [I114]"),
      (
        other,
        "holds nothing of casualty-figures, but findings of talks-stance: name the analyzer with --analyzer [I114]"
      ),
      (twice, "twice.jsonl:2: the document 'a' comes twice [I104]"),
    ] {
      let result = try await run(file)
      #expect(result.status == 66)
      #expect(result.output.isEmpty)
      #expect(result.error.contains(message))
    }
    let result = try await run(displaced)
    #expect(result.status == 0)
    #expect(result.error.contains("1 findings quote what is not at their place, first in 'a': at 1..<12 stands"))
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
