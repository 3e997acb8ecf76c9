import CasualtyFigures
import SvodkaKit
import SvodkaLanguage
import SvodkaNames
import SvodkaPipeline
import SvodkaResources

// This is the library use of the README.
func casualties(in text: String) async throws -> [JSONValue] {
  let resources = ResourceLoader()
  let registry = try Registry(
    LanguageSteps.descriptors + [EntityAnnotator.descriptor, CasualtyFigures.descriptor])
  let plan = try Planner(registry: registry, resources: resources).plan(PipelineFile(steps: ["casualty-figures"]))
  let analysis = try DocumentAnalysis(plan: plan, resources: resources)
  let outcome = await analysis.outcome(of: Document(id: "a", text: DocumentText(text)))
  return outcome.analyses.first?.findings ?? []
}
