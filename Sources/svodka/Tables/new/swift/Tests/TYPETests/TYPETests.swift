import SvodkaKit
import SvodkaLanguage
import SvodkaNames
import SvodkaPipeline
import SvodkaResources
import SvodkaTesting
import TYPE
import Testing

@Suite struct TYPETests {
  private let fixtures = [
    Document(id: "en", text: "🔴 Who fired first? Nobody knows.", language: "en"),
    Document(id: "ru", text: "Кто стрелял первым? Никто не знает.", language: "ru"),
  ]

  /// A pipeline of this analyzer alone, with the annotators whose layers it reads.
  private func plan() throws -> Plan {
    let registry = try Registry(LanguageSteps.descriptors + [EntityAnnotator.descriptor, TYPE.descriptor])
    return try Planner(registry: registry, resources: ResourceLoader()).plan(PipelineFile(steps: ["NAME"]))
  }

  @Test func whatIsFound() async throws {
    let analysis = try DocumentAnalysis(plan: try plan(), resources: ResourceLoader())
    let outcome = await analysis.outcome(of: fixtures[0])
    let findings = try #require(outcome.analyses.first?.findings)
    #expect(findings.map { $0["evidence"]?.string } == ["🔴 Who fired first?"])
  }

  /// Holds the analyzer to what the pipeline expects: evidence, equal results in parallel, hostile documents, and more.
  @Test func conforms() async throws {
    let annotators = try plan().steps.compactMap { planned -> (any Annotator)? in
      if case .annotator(let annotator) = planned.step { annotator } else { nil }
    }
    // Smaller than by default, to be quick; leave the options out before a release.
    var options = ConformanceOptions()
    options.largeDocument = 50_000
    options.longSentence = 1000
    try await SvodkaTesting.conforms(TYPE(), over: fixtures, annotators: annotators, options: options)
  }
}
