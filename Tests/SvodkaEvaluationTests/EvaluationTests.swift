import SvodkaEvaluation
import SvodkaKit
import Testing

@Suite struct EvaluationTests {
  private let text = "Police said 3 died and 5 were hurt. Others say 4 died."
  private func gold(_ records: String) -> String {
    #"{"id": "a", "lang": "en", "text": "\#(text)", "gold": [\#(records)]}"#
  }
  private func found(_ findings: String) -> String { #"{"id": "a", "findings": {"a": [\#(findings)]}}"# }
  private let three = #"{"kind": "killed", "low": 3, "evidence": "3 died", "by": "Police"}"#
  private let five = #"{"kind": "wounded", "low": 5, "evidence": "5 were hurt", "by": null}"#

  @Test func rightMissedAndExtra() throws {
    let result = try Scoring.evaluate(
      gold: [gold("\(three), \(five)")],
      found: [
        found(
          #"{"kind": "killed", "low": 3, "start": 12, "end": 13, "by": {"text": "police"}}, {"kind": "killed", "low": 4, "start": 47, "end": 53}"#
        )
      ], Scoring.figures)
    #expect(result.total == Tally(right: 1, found: 2, gold: 2))
    #expect(result.byLabel.map(\.label) == ["killed", "wounded"])
    #expect(result.byLabel.map(\.tally) == [Tally(right: 1, found: 2, gold: 1), Tally(right: 0, found: 0, gold: 1)])
    #expect(result.details.map(\.share.count) == [1, 0, 0])
    #expect(result.inFull == Tally(right: 1, found: 2, gold: 2))
  }

  @Test func placesAreComparedByMode() throws {
    let displaced = [found(#"{"kind": "killed", "low": 3, "start": 47, "end": 53}"#)]
    let touching = [found(#"{"kind": "killed", "low": 3, "start": 17, "end": 25}"#)]
    let exact = [found(#"{"kind": "killed", "low": 3, "start": 12, "end": 18}"#)]
    let right = { (rows: [String], mode: Comparison.Mode) in
      try Scoring.evaluate(gold: [gold(three)], found: rows, Scoring.figures, mode: mode).total.right
    }
    #expect(try [right(displaced, .type), right(displaced, .overlap), right(displaced, .exact)] == [1, 0, 0])
    #expect(try [right(touching, .type), right(touching, .overlap), right(touching, .exact)] == [1, 1, 0])
    #expect(try [right(exact, .type), right(exact, .overlap), right(exact, .exact)] == [1, 1, 1])
  }

  @Test func optionalGoldCountsNeitherWay() throws {
    let optional = #"{"kind": "killed", "low": 4, "evidence": "4 died", "denied": true}"#
    let missed = try Scoring.evaluate(gold: [gold(optional)], found: [found("")], Scoring.figures)
    #expect(missed.total == Tally())
    let hit = try Scoring.evaluate(
      gold: [gold(optional)], found: [found(#"{"kind": "killed", "low": 4, "start": 47, "end": 53}"#)], Scoring.figures)
    #expect(hit.total == Tally())
    #expect(hit.total.f1 == nil)
  }

  @Test func aFindingTakesGoldThatHasToBeFoundBeforeOptionalGold() throws {
    let optional = #"{"kind": "killed", "low": 3, "evidence": "said 3 died", "implicit": true}"#
    let result = try Scoring.evaluate(
      gold: [gold("\(optional), \(three)")],
      found: [found(#"{"kind": "killed", "low": 3, "start": 12, "end": 18}"#)], Scoring.figures)
    #expect(result.total == Tally(right: 1, found: 1, gold: 1))
  }

  @Test func eachGoldIsTakenOnce() throws {
    let one = #"{"kind": "killed", "low": 3, "start": 12, "end": 18}"#
    let result = try Scoring.evaluate(gold: [gold(three)], found: [found("\(one), \(one)")], Scoring.figures)
    #expect(result.total == Tally(right: 1, found: 2, gold: 1))
  }

  @Test func replacedFindingsAndFurtherZerosAreLeftOut() throws {
    let zero = #"{"kind": "killed", "low": 0, "evidence": "Others"}"#
    let result = try Scoring.evaluate(
      gold: [gold(zero)],
      found: [
        found(
          #"{"kind": "killed", "low": 0, "start": 36, "end": 42}, {"kind": "wounded", "low": 0, "start": 0, "end": 2}, {"kind": "killed", "low": 9, "start": 0, "end": 2, "superseded_by": "x"}"#
        )
      ], Scoring.figures)
    #expect(result.total == Tally(right: 1, found: 1, gold: 1))
    let without = try Scoring.evaluate(
      gold: [gold(three)], found: [found(#"{"kind": "wounded", "low": 0, "start": 0, "end": 2}"#)], Scoring.figures)
    #expect(without.total == Tally(right: 0, found: 1, gold: 1))
  }

  @Test func whatIsLeftEmptyOnBothSidesIsAgreementAndNothingFound() throws {
    let found = { (by: String) in
      #"{"kind": "wounded", "low": 5, "start": 23, "end": 24, "by": \#(by)}, {"kind": "killed", "low": 3, "start": 12, "end": 13, "by": \#(by)}"#
    }
    let given = { (by: String) in
      try Scoring.evaluate(gold: [gold("\(three), \(five)")], found: [self.found(found(by))], Scoring.figures).details[
        0]
    }
    #expect(try given("null").share == Share(count: 1, of: 2))
    #expect(try given("null").given == Tally(right: 0, found: 0, gold: 1))
    #expect(try given(#"{"text": "police"}"#).given == Tally(right: 1, found: 2, gold: 1))
  }

  @Test func gold_withoutAKeyDoesNotJudgeIt() throws {
    let result = try Scoring.evaluate(
      gold: [gold(five)], found: [found(#"{"kind": "wounded", "low": 5, "start": 23, "end": 24, "who": "x"}"#)],
      Scoring.figures)
    #expect(result.details.map(\.share) == [Share(count: 1, of: 1), Share(), Share()])
  }

  @Test func aReferenceHasToPointToTheMatchedFinding() throws {
    let whole = #"{"id": "g1", "kind": "killed", "low": 3, "evidence": "3 died"}"#
    let part = #"{"kind": "killed", "low": 4, "evidence": "4 died", "subset_of": "g1"}"#
    let share = { (reference: String) in
      try Scoring.evaluate(
        gold: [gold("\(whole), \(part)")],
        found: [
          found(
            #"{"id": "f7", "kind": "killed", "low": 3, "start": 12, "end": 18}, {"id": "f8", "kind": "killed", "low": 4, "start": 47, "end": 53, "subset_of": "\#(reference)"}"#
          )
        ], Scoring.figures
      ).details.last?.share
    }
    #expect(try share("f7") == Share(count: 1, of: 1))
    #expect(try share("f8") == Share(count: 0, of: 1))
  }

  @Test func aHolderMayHaveOtherNames() throws {
    let row =
      #"{"id": "a", "text": "Oslo agreed.", "gold": [{"holder": "Oslo", "holder_alt": ["Norway"], "label": "support", "evidence": "agreed"}]}"#
    let result = { (holder: String, label: String) in
      try Scoring.evaluate(
        gold: [row],
        found: [found(#"{"holder": {"text": "\#(holder)"}, "label": "\#(label)", "start": 0, "end": 1}"#)],
        Scoring.stances)
    }
    #expect(try result("Norway", "support").total.right == 1)
    #expect(try result("Sweden", "support").total.right == 0)
    #expect(try result("Norway", "oppose").total.right == 0)
    #expect(try result("Norway", "oppose").anyLabel.right == 1)
  }

  @Test func mentionsAreComparedOneByOneAndEntitiesAsAWhole() throws {
    let row =
      #"{"id": "a", "text": "Ada saw Bo. Ada left Rome.", "entities": [{"type": "PER", "start": 0, "end": 3, "canonical": "Ada"}, {"type": "PER", "start": 8, "end": 10, "canonical": "Bo"}, {"type": "PER", "start": 12, "end": 15, "canonical": "Ada"}]}"#
    let result = try Scoring.evaluate(
      gold: [row],
      found: [
        found(
          #"{"type": "PER", "mentions": [{"start": 0, "end": 3}, {"start": 12, "end": 15}, {"start": 12, "end": 15}]}, {"type": "PER", "mentions": [{"start": 8, "end": 11}]}, {"type": "ORG", "mentions": [{"start": 21, "end": 25}]}"#
        )
      ], Scoring.mentions)
    #expect(result.total == Tally(right: 2, found: 3, gold: 3))
    #expect(result.wholes == Tally(right: 1, found: 2, gold: 2))
  }

  @Test func whatIsNotDefinedIsADash() throws {
    let result = try Scoring.evaluate(gold: [gold("")], found: [found("")], Scoring.figures)
    #expect(result.total.precision == nil && result.total.recall == nil && result.total.f1 == nil)
    let table = EvaluationReport(result, title: "x").section.tables[0]
    #expect(table.rows.last?.cells == ["all", "–", "–", "–", "", "0", "0", "0"])
    #expect(result.clean == Share(count: 1, of: 1))
  }

  @Test func documentsThatTheOutputLacksAreMissed() throws {
    let result = try Scoring.evaluate(gold: [gold(three)], found: [], Scoring.figures)
    #expect(result.total == Tally(right: 0, found: 0, gold: 1))
    #expect(result.absent == ["a"])
    #expect(result.total.precision == nil)
    #expect(result.total.f1 == 0)
  }

  @Test func groupsComeFromTheRows() throws {
    let rows = ["en", "ru", "en"].enumerated().map {
      #"{"id": "\#($0.offset)", "lang": "\#($0.element)", "genre": "wire", "text": "\#(text)", "gold": [\#(three)]}"#
    }
    let result = try Scoring.evaluate(
      gold: rows, found: [#"{"id": "1", "findings": {"a": [{"kind": "killed", "low": 3, "start": 12, "end": 18}]}}"#],
      Scoring.figures)
    #expect(result.byGroup("lang").map(\.group) == ["en", "ru"])
    #expect(result.byGroup("lang").map(\.tally) == [Tally(gold: 2), Tally(right: 1, found: 1, gold: 1)])
    #expect(result.byGroup("genre").map(\.tally.gold) == [3])
    #expect(result.byGroup("outlet").map(\.group) == ["–"])
  }
}
