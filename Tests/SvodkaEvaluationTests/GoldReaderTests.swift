import SvodkaEvaluation
import SvodkaKit
import Testing

@Suite struct GoldReaderTests {
  private func error(_ rows: [String], _ comparison: Comparison = Scoring.figures) -> AnalysisError? {
    do {
      _ = try Scoring.gold(rows, comparison)
      return nil
    } catch { return error as? AnalysisError }
  }

  @Test func aQuotationIsFoundInScalars() throws {
    let documents = try Scoring.gold(
      [#"{"id": "a", "text": "🔴 Й: 3 ранены", "gold": [{"kind": "wounded", "low": 3, "evidence": "3 ранены"}]}"#],
      Scoring.figures)
    #expect(documents.first?.records.first?.place == 5..<13)
  }

  @Test func aQuotationThatIsNotInTheTextIsAnErrorWithItsLine() {
    let error = error([
      #"{"id": "a", "text": "Quiet night.", "gold": []}"#, "",
      #"{"id": "b", "text": "Two died.", "gold": [{"kind": "killed", "low": 2, "evidence": "two died"}]}"#,
    ])
    #expect(error?.code == "I112")
    #expect(error?.location == SourceLocation(path: "gold.jsonl", line: 3))
    #expect(error?.message.contains("«two died»") == true)
  }

  @Test func aNameThatIsNotInTheTextIsAnError() {
    let row =
      #"{"id": "a", "text": "Two died.", "gold": [{"kind": "killed", "low": 2, "evidence": "Two died", "by": "police"}]}"#
    #expect(error([row])?.message.contains("'by'") == true)
  }

  @Test func offsetsHaveToCoverTheText() {
    let row = { (start: Int, end: Int) in
      #"{"id": "a", "text": "Ёлкин и Bush", "entities": [{"type": "PER", "start": \#(start), "end": \#(end), "text": "Bush"}]}"#
    }
    #expect(error([row(8, 12)], Scoring.mentions) == nil)
    #expect(error([row(7, 11)], Scoring.mentions)?.message.contains("stands") == true)
    #expect(error([row(9, 13)], Scoring.mentions)?.message.contains("outside") == true)
  }

  @Test func namesThatComeTwiceAreTakenInTheirOrder() throws {
    let documents = try Scoring.gold(
      [
        #"{"id": "a", "text": "Ada met Ada.", "entities": [{"type": "PER", "text": "Ada"}, {"type": "PER", "text": "Ada"}]}"#
      ], Scoring.mentions)
    #expect(documents.first?.records.map(\.place) == [0..<3, 8..<11])
  }

  @Test func otherErrorsNameWhatIsMissing() {
    #expect(error([#"{"id": "a", "text": "x"}"#])?.message.contains("no list") == true)
    #expect(error([#"{"id": "a", "gold": []}"#])?.message.contains("'id' and 'text'") == true)
    #expect(
      error([#"{"id": "a", "text": "x", "gold": [{"kind": "killed", "evidence": "x"}]}"#])?.message.contains("'low'")
        == true)
    #expect(error([#"{"id": "a", "#])?.code == "I103")
    let twice = #"{"id": "a", "text": "x", "gold": []}"#
    #expect(error([twice, twice])?.code == "I104")
  }

  @Test func outputBroughtBackAsGoldKeepsWhatWasReplacedOptional() throws {
    let row =
      #"{"id": "a", "document": {"text": "5 dead, then 6 dead"}, "findings": {"a": [{"kind": "killed", "low": 5, "start": 0, "end": 6, "evidence": "5 dead", "superseded_by": "n"}, {"id": "n", "kind": "killed", "low": 6, "start": 13, "end": 19, "evidence": "6 dead", "superseded_by": null}]}}"#
    #expect(try Scoring.gold([row], Scoring.figures).first?.records.map(\.isOptional) == [true, false])
  }

  @Test func theAnalyzerIsToldByTheFields() throws {
    let known = [("stances", Scoring.stances), ("figures", Scoring.figures), ("mentions", Scoring.mentions)]
      .map { (name: $0.0, comparison: $0.1) }
    let name = { (row: String) in try AnalyzerOfGold.name(of: Array(row.utf8), path: "g", among: known) }
    #expect(try name(#"{"gold": [{"kind": "killed", "low": 1}]}"#) == "figures")
    #expect(try name(#"{"gold": [{"holder": "x", "label": "oppose"}]}"#) == "stances")
    #expect(try name(#"{"entities": [{"type": "PER"}]}"#) == "mentions")
    #expect(throws: AnalysisError.self) { try name(#"{"gold": []}"#) }
  }
}
