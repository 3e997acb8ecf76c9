import SvodkaEvaluation
import SvodkaKit
import Testing

@Suite struct OutputFitTests {
  private let gold = [
    #"{"id": "a", "text": "🔴 3 died.", "gold": [{"kind": "killed", "low": 3, "evidence": "3 died"}]}"#,
    #"{"id": "b", "text": "Quiet night.", "gold": []}"#,
  ]
  private func finding(_ start: Int, _ end: Int) -> String {
    #"{"kind": "killed", "low": 3, "start": \#(start), "end": \#(end), "evidence": "3 died"}"#
  }
  private func fit(_ rows: [String], gold: [String]? = nil) throws -> OutputFit {
    try OutputFit(
      gold: try Scoring.gold(gold ?? self.gold, Scoring.figures), found: try Scoring.found(rows, Scoring.figures),
      path: "out.jsonl")
  }
  private func error(_ body: () throws -> Void) -> AnalysisError? {
    do {
      try body()
      return nil
    } catch { return error as? AnalysisError }
  }

  @Test func outputOfTheTextsOfGoldFits() throws {
    let rows = [#"{"id": "a", "findings": {"a": [\#(finding(2, 8))]}}"#, #"{"id": "b", "findings": {"a": []}}"#]
    #expect(try fit(rows).warnings.isEmpty)
  }

  @Test func offsetsInAnotherUnitAreTold() throws {
    let rows = [#"{"id": "a", "findings": {"a": [\#(finding(3, 9))]}}"#, #"{"id": "b", "findings": {"a": []}}"#]
    let warning = try #require(try fit(rows).warnings.first)
    #expect(warning.contains("first in 'a': at 3..<9 stands « died.», not «3 died»"))
    let outside = [#"{"id": "a", "findings": {"a": [\#(finding(90, 96))]}}"#]
    #expect(try fit(outside).misquoted.first?.problem.contains("outside the text of 9 characters") == true)
  }

  @Test func absentAndFailedDocumentsAreTold() throws {
    let rows = [#"{"id": "a", "findings": {"a": null}}"#]
    let fit = try fit(rows)
    #expect(fit.absent == ["b"])
    #expect(fit.failed == ["a"])
    #expect(fit.warnings.count == 2)
  }

  @Test func outputOfOtherDocumentsIsAnError() {
    let rows = [#"{"id": "z", "findings": {"a": []}}"#]
    let error = error { _ = try fit(rows) }
    #expect(error?.code == "I114")
    #expect(error?.message.contains("(the first is 'a'), it begins with 'z'") == true)
    #expect(self.error { _ = try fit([]) }?.message.contains("it is empty") == true)
  }

  @Test func outputOfAnotherAnalyzerIsAnErrorThatNamesIt() {
    let error = error { _ = try fit([#"{"id": "a", "findings": {"stances": [], "names": []}}"#]) }
    #expect(error?.code == "I114")
    #expect(error?.message.contains("nothing of a, but findings of names, stances") == true)
    #expect(
      self.error { _ = try fit([#"{"id": "a", "findings": {}}"#]) }?.message.contains("no findings at all") == true)
  }

  @Test func goldWithoutDocumentsIsAnError() {
    #expect(error { _ = try fit([], gold: []) }?.code == "I112")
  }
}
