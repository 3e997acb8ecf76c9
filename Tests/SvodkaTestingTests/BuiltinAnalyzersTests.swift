import CasualtyFigures
import EntityCounts
import Foundation
import SvodkaKit
import SvodkaLanguage
import SvodkaNames
import SvodkaPipeline
import SvodkaResources
import SvodkaTesting
import TalksStance
import Testing

/// The analyzers that ship keep what the kit asks of every analyzer, by rules alone and with the models that are installed.
@Suite struct BuiltinAnalyzersTests {
  private static let languageSteps = LanguageSteps.descriptors + [EntityAnnotator.descriptor]
  private static var modelsAreInstalled: Bool {
    languageSteps.contains { $0.profile != .rules && $0.isAvailable() }
  }

  private let fixtures = [
    Document(
      id: "en-1",
      text:
        "At least 14 people were killed and 30 wounded in Aleppo on Monday, the governor, Karim Nasser, said. Nasser called on both sides to return to the talks in Geneva.",
      language: "en"),
    Document(
      id: "en-2",
      text:
        "🔴 The Foreign Ministry refused to negotiate until the siege of Homs is lifted. Rescuers in Homs counted nine dead, two of them children.",
      language: "en"),
    Document(
      id: "ru-1",
      text:
        "В понедельник в Алеппо погибли не менее 14 человек, ещё 30 ранены, сообщил губернатор Карим Насер. Насер призвал стороны вернуться к переговорам в Женеве.",
      language: "ru"),
    Document(
      id: "ru-2",
      text:
        "🔴 МИД отказался от переговоров, пока не снята осада Хомса. Спасатели в Хомсе насчитали девять погибших, среди них двое детей.",
      language: "ru"),
    Document(id: "de-1", text: "In Aleppo starben 14 Menschen.", language: "de"),
  ]

  /// The annotators that a pipeline of this one analyzer would have, the most accurate first.
  private func annotators(for analyzer: StepDescriptor, models: Bool) throws -> [any Annotator] {
    let steps = Self.languageSteps.filter { models || $0.profile == .rules }
    let plan = try Planner(registry: try Registry(steps + [analyzer]), resources: ResourceLoader())
      .plan(PipelineFile(steps: [analyzer.identity.name]))
    return plan.steps.sorted { $0.profile < $1.profile }.compactMap { planned in
      guard case .annotator(let annotator) = planned.step else { return nil }
      return annotator
    }
  }

  private func hold<A: Analyzer>(
    _ analyzer: A, _ descriptor: StepDescriptor, models: Bool = false, test: String = #function
  ) async throws {
    var options = ConformanceOptions()
    // Six runs over a whole megabyte take minutes without optimisation: `FULL_SIZE=1` asks for them.
    if ProcessInfo.processInfo.environment["FULL_SIZE"] == nil {
      options.largeDocument = 60_000
      options.longSentence = 1000
    }
    options.parallelRuns = 4
    try await conforms(
      analyzer, over: fixtures, annotators: try annotators(for: descriptor, models: models), options: options,
      test: test)
  }

  @Test func entityCountsByRules() async throws { try await hold(try EntityCounts(), EntityCounts.descriptor) }

  @Test func casualtyFiguresByRules() async throws {
    try await hold(CasualtyFigures(resources: ResourceLoader()), CasualtyFigures.descriptor)
  }

  @Test func talksStanceByRules() async throws {
    try await hold(TalksStance(resources: ResourceLoader()), TalksStance.descriptor)
  }

  @Test(.enabled(if: modelsAreInstalled, "no language model is installed"))
  func entityCountsByModels() async throws {
    try await hold(try EntityCounts(), EntityCounts.descriptor, models: true)
  }

  @Test(.enabled(if: modelsAreInstalled, "no language model is installed"))
  func casualtyFiguresByModels() async throws {
    try await hold(CasualtyFigures(resources: ResourceLoader()), CasualtyFigures.descriptor, models: true)
  }

  @Test(.enabled(if: modelsAreInstalled, "no language model is installed"))
  func talksStanceByModels() async throws {
    try await hold(TalksStance(resources: ResourceLoader()), TalksStance.descriptor, models: true)
  }
}
