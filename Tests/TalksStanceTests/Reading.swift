import SvodkaKit
import SvodkaLanguage
import SvodkaNames
import SvodkaResources
import TalksStance

/// The stances of a text, all layers made by rules.
func stances(_ text: String, _ language: String) async throws -> [Stance] {
  let resources = ResourceLoader()
  let document = Document(id: "d", text: DocumentText(text), language: language)
  let annotators: [any Annotator] = [
    SegmentationAnnotator(resources: resources), RuleNamesAnnotator(resources: resources),
    EntityAnnotator(resources: resources), AttributionAnnotator(resources: resources),
  ]
  var layers = Layers()
  for annotator in annotators {
    let view = DocumentView(
      document, layers: layers, declared: annotator.requirements.layers, to: annotator.identity.name)
    layers.add(try await annotator.annotate(view, wanting: Set(annotator.provides.map(\.id))))
  }
  let analyzer = TalksStance(resources: resources)
  return try await analyzer.analyze(
    DocumentView(document, layers: layers, declared: analyzer.requirements.layers, to: "talks-stance"))
}

/// Stances as a reader notes them: `Ankara: support`.
func noted(_ text: String, _ language: String) async throws -> [String] {
  try await stances(text, language).map { "\($0.holder.canonical): \($0.label.rawValue)" }
}

/// Where the tests' lexicons come from.
enum ResourcesOfTests {
  static let loader = ResourceLoader()
}
