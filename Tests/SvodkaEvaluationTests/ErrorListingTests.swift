import SvodkaEvaluation
import SvodkaKit
import Testing

@Suite struct ErrorListingTests {
  @Test func errorsAreSortedByKindWithTheirContext() throws {
    let gold =
      #"{"id": "a", "text": "Storm: 3 died,\n5 hurt, 7 gone, 9 fled.", "gold": [{"kind": "killed", "low": 3, "evidence": "3 died", "by": null}, {"kind": "wounded", "low": 5, "evidence": "5 hurt"}, {"kind": "missing", "low": 7, "evidence": "7 gone"}]}"#
    let found =
      #"{"id": "a", "findings": {"a": [{"kind": "displaced", "low": 9, "start": 31, "end": 37, "evidence": "9 fled"}, {"kind": "killed", "low": 3, "start": 7, "end": 13, "evidence": "3 died", "by": "Storm"}, {"kind": "killed", "low": 5, "start": 15, "end": 21, "evidence": "5 hurt"}]}}"#
    let evaluation = try Scoring.evaluate(gold: [gold], found: [found], Scoring.figures)
    let entries = ErrorListing(evaluation, names: try Scoring.names(), context: 8).entries
    #expect(entries.map(\.kind) == ["wrong kind", "missed", "extra", "detail by"])
    #expect(entries.map(\.gold) == ["wounded 5 «5 hurt»", "missing 7 «7 gone»", nil, "by – «3 died»"])
    #expect(entries.map(\.found) == ["killed 5 «5 hurt»", nil, "displaced 9 «9 fled»", "Storm"])
    #expect(entries[0].context == "…3 died, ⟦5 hurt⟧, 7 gone…")
  }

  @Test func aFindingAtAnotherPlaceIsToldAsSuch() throws {
    let gold =
      #"{"id": "a", "text": "3 died. Later 3 more.", "gold": [{"kind": "killed", "low": 3, "evidence": "3 died"}]}"#
    let found =
      #"{"id": "a", "findings": {"a": [{"kind": "killed", "low": 3, "start": 14, "end": 20, "evidence": "3 more"}]}}"#
    let evaluation = try Scoring.evaluate(gold: [gold], found: [found], Scoring.figures)
    #expect(ErrorListing(evaluation, names: try Scoring.names()).entries.map(\.kind) == ["wrong place"])
  }

  @Test func nothingWrongIsNothingListed() throws {
    let gold = #"{"id": "a", "text": "3 died.", "gold": [{"kind": "killed", "low": 3, "evidence": "3 died"}]}"#
    let found = #"{"id": "a", "findings": {"a": [{"kind": "killed", "low": 3, "start": 0, "end": 6}]}}"#
    let evaluation = try Scoring.evaluate(gold: [gold], found: [found], Scoring.figures)
    #expect(ErrorListing(evaluation, names: try Scoring.names()).entries.isEmpty)
  }
}
