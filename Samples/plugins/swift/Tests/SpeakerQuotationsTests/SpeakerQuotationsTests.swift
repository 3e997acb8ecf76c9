import SpeakerQuotations
import SvodkaKit
import SvodkaLanguage
import SvodkaPipeline
import SvodkaResources
import SvodkaTesting
import Testing

@Suite struct SpeakerQuotationsTests {
  private let fixtures = [
    Document(
      id: "en", text: "“We shall not leave this town,” said Karim Nasser. 🔴 Nobody else spoke.", language: "en"),
    Document(
      id: "ru", text: "«Мы не уйдём из этого города», — заявил Карим Насер. Больше никто не говорил.", language: "ru"),
  ]

  private func plan() throws -> Plan {
    try Planner(
      registry: try Registry(LanguageSteps.descriptors + [SpeakerQuotations.descriptor]), resources: ResourceLoader()
    ).plan(PipelineFile(steps: ["quotations"]))
  }

  @Test func whoIsQuotedIsFound() async throws {
    let analysis = try DocumentAnalysis(plan: try plan(), resources: ResourceLoader())
    let outcome = await analysis.outcome(of: fixtures[1])
    let findings = try #require(outcome.analyses.first?.findings)
    #expect(findings.map { $0["speaker"]?["text"]?.string } == ["Карим Насер"])
    #expect(findings.first?["evidence"]?.string == "«Мы не уйдём из этого города»")
  }

  @Test func conforms() async throws {
    let annotators = try plan().steps.compactMap { planned -> (any Annotator)? in
      if case .annotator(let annotator) = planned.step { annotator } else { nil }
    }
    var options = ConformanceOptions()
    options.largeDocument = 20_000
    options.longSentence = 500
    try await SvodkaTesting.conforms(SpeakerQuotations(), over: fixtures, annotators: annotators, options: options)
  }
}
