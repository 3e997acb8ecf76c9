import Foundation
import SvodkaKit
import SvodkaLanguage
import SvodkaNames
import SvodkaPipeline
import SvodkaResources
import SvodkaRules
import Testing

/// The analyzers under Samples/plugins/yaml keep what their examples promise.
@Suite struct SampleRulesTests {
  private static let models =
    SlovnetAnnotator.descriptor.isAvailable()
    && SpacyAnnotator.descriptors.contains { $0.languages == ["en"] && $0.isAvailable() }

  private func check(_ name: String, models: Bool = false) async throws {
    let path = URL(filePath: #filePath).deletingLastPathComponent().appending(
      path: "../../Samples/plugins/yaml/\(name)"
    )
    .standardized.path
    let file = try PipelineReader(variables: [:]).read(path: path)
    let steps = LanguageSteps.descriptors.filter { models || $0.profile == .rules }
    let registry = try Registry(steps + [EntityAnnotator.descriptor], kinds: RuleSteps.kinds)
    let plan = try Planner(registry: registry, resources: ResourceLoader()).plan(file)
    let step = try #require(plan.steps.last)
    #expect(step.file == path)
    let report = try await ExampleCheck(plan: plan, resources: ResourceLoader()).run(step.descriptor)
    #expect(report.failures.map(\.description) == [])
    #expect(report.skipped.isEmpty)
    #expect(report.passed == step.descriptor.examples.count && report.passed >= 5)
  }

  @Test(arguments: ["sanctions.yaml", "officials.yaml", "quotations.yaml"])
  func byRules(_ name: String) async throws { try await check(name) }

  @Test(.enabled(if: models, "the language models of Russian and English are not installed"))
  func byModels() async throws {
    for name in ["sanctions.yaml", "officials.yaml", "quotations.yaml", "appointments.yaml"] {
      try await check(name, models: true)
    }
  }
}
