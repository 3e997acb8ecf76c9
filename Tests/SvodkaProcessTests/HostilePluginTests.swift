import Foundation
import SvodkaKit
import SvodkaPipeline
import Testing

/// A plugin that misbehaves costs the document on which it does, and no other.
@Suite struct HostilePluginTests {
  private let texts = ["all is good", "🔴 this is bad, the rest is good", "good again", "good to the end"]

  /// The texts run through a plugin with a fault; all but the second have to be right, and its error is returned.
  private func errorOfTheBadOne(_ run: PluginRun) async throws -> AnalysisError? {
    let outcomes = try await run.outcomes(texts)
    #expect(outcomes.count == texts.count)
    for (index, outcome) in outcomes.enumerated() where index != 1 {
      #expect(outcome.evidence == ["good"], "document \(index + 1): \(outcome.errors)")
      #expect(outcome.errors.isEmpty)
    }
    let bad = try #require(outcomes.dropFirst().first)
    #expect((bad.findings == nil) == bad.isFailed)
    if let error = bad.errors.first {
      #expect(error.document == "2")
      #expect(error.message.contains("'hostile'"))
    }
    return bad.errors.first
  }

  @Test(arguments: [
    ("hangs", "did not answer within 1.5 s"), ("ignores the end", "did not answer within 1.5 s"),
    ("never answers", "raise 'document_seconds'"), ("closes input", "did not answer within 1.5 s"),
  ])
  func whoIsTooSlowIsKilled(fault: String, words: String) async throws {
    let error = try await errorOfTheBadOne(PluginRun(fault, "document_seconds: 1.5"))
    #expect(error?.code == "X104")
    #expect(error?.message.contains(words) == true, "\(String(describing: error))")
  }

  @Test(arguments: [
    ("crashes", "was ended by signal 11; its last words: about to fall"), ("exits", "ended with status 3"),
    ("forks", "ended with status 0"), ("forks away", "ended with status 0"),
    ("closes output", "closed its standard output"),
  ])
  func whoBreaksDownIsStartedAgain(fault: String, words: String) async throws {
    let started = ContinuousClock.now
    let error = try await errorOfTheBadOne(PluginRun(fault, "document_seconds: 600"))
    #expect(error?.code == "X103")
    #expect(error?.message.contains(words) == true, "\(String(describing: error))")
    #expect(ContinuousClock.now - started < .seconds(500), "nothing waits for what was left running")
  }

  @Test func aLineBeyondTheLimitEndsTheProcess() async throws {
    let error = try await errorOfTheBadOne(PluginRun("long line", "document_seconds: 30, line_megabytes: 0.5"))
    #expect(error?.code == "X104")
    #expect(error?.message.contains("a line of more than 0.5 MB") == true)
  }

  @Test func memoryBeyondTheLimitEndsTheProcess() async throws {
    let error = try await errorOfTheBadOne(PluginRun("much memory", "document_seconds: 30, memory_megabytes: 120"))
    #expect(error?.code == "X104")
    #expect(error?.message.contains("of memory and was killed: raise 'memory_megabytes' (now 120)") == true)
  }

  @Test(arguments: [
    ("outside the text", "0..<100000 lies outside the text of 31 characters"),
    ("misquotes", "finding 1: 'evidence' says «not», at 0..<3 stands «🔴 t»"),
    ("misquotes inside", "finding 1: 'text' says «?», at 0..<1 stands «🔴»"),
    ("no place", "finding 1 has no 'start' and 'end'"), ("no object", "finding 1 is no object"),
    ("no list", "its 'findings' are no list"), ("same ids", "the id 'a' comes twice"),
    ("bad UTF-8", "is no JSON, it is not UTF-8"),
  ])
  func findingsThatCannotBeTakenAreAnError(fault: String, words: String) async throws {
    let error = try await errorOfTheBadOne(PluginRun(fault))
    #expect(error?.code == "X105")
    #expect(error?.message.contains(words) == true, "\(String(describing: error))")
  }

  @Test(arguments: [("error", "X900"), ("error of another area", "X101")])
  func anErrorOfThePluginIsTold(fault: String, code: String) async throws {
    let error = try await errorOfTheBadOne(PluginRun(fault))
    #expect(error?.code == code)
    #expect(error?.message == "the plugin 'hostile' failed: cannot read this")
  }

  @Test(arguments: [
    ("answers twice", "hostile: an answer for the document '2', which it was not asked about or has answered"),
    ("unknown id", "hostile: an answer for the document 'nobody', which it was not asked about"),
    (
      "junk", "hostile: a line on standard output that is no message, expected a value at byte 1: Loading weights: 100%"
    ),
    ("endless junk", "hostile: more than 10 lines that are no messages; the rest is dropped"),
    ("endless errors", "hostile: more than 200 lines on standard error; the rest is dropped"),
    ("deep", "nested deeper than 100 levels: {\"type\": \"result\", \"id\": \"x\", \"findings\": [[[[[[["),
  ])
  func whatDoesNoHarmIsTold(fault: String, words: String) async throws {
    let run = PluginRun(fault)
    let outcomes = try await run.outcomes(texts)
    #expect(outcomes.map(\.evidence) == [["good"], ["good"], ["good"], ["good"]], "\(outcomes.flatMap(\.errors))")
    #expect(run.log.text.contains(words), "\(run.log.text.prefix(2000))")
    #expect(run.log.count < 300)
  }

  @Test func junkIsToldWithItsFirstEightyCharacters() async throws {
    let run = PluginRun("deep")
    _ = try await run.outcomes(texts)
    let line = try #require(run.log.text.split(separator: "\n").first { $0.contains("no message") })
    let excerpt = try #require(line.range(of: "levels: ")).upperBound
    #expect(line[excerpt...].count == 81)
    #expect(line.hasSuffix("…"))
  }

  @Test func threeBreakdownsEndIt() async throws {
    let outcomes = try await PluginRun("crashes always").outcomes(
      ["one", "two", "three", "four", "five"], width: 1)
    #expect(outcomes.map { $0.errors.first?.code } == ["X103", "X103", "X103", "X106", "X106"])
    #expect(outcomes.last?.errors.first?.message.contains("broke down 3 times") == true)
    let patient = try await PluginRun("crashes always", "crashes: 5").outcomes(["1", "2", "3", "4", "5"], width: 1)
    #expect(patient.allSatisfy { $0.errors.first?.code == "X103" })
  }

  @Test func answersMayComeInAnyOrder() async throws {
    let outcomes = try await PluginRun("out of order").outcomes(
      ["good", "a good", "is good", "so good", "not good", "very good"], width: 6)
    #expect(outcomes.map { $0.findings?.first?["start"]?.int } == [0, 2, 3, 3, 4, 5])
  }

  @Test func ofSeveralDocumentsAheadACrashCostsTheOneItWasAt() async throws {
    let outcomes = try await PluginRun("crashes in a batch", "document_seconds: 30").outcomes(
      ["good 1", "good 2", "bad", "good 4", "good 5", "good 6"], width: 6)
    #expect(outcomes.map { $0.errors.first?.code } == [nil, nil, "X103", nil, nil, nil])
    #expect(outcomes.map(\.evidence) == [["good"], ["good"], nil, ["good"], ["good"], ["good"]])
  }

  @Test func layersThatWereNotDeclaredAreNotThere() async throws {
    let outcomes = try await PluginRun("claims a layer", "crashes: 9").outcomes(["one", "two"])
    #expect(outcomes.allSatisfy { $0.errors.first?.code == "X103" })
    #expect(outcomes.first?.errors.first?.message.contains("KeyError: 'sentences'") == true)
  }
}
