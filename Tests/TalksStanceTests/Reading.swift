import SvodkaKit
import SvodkaLanguage
import SvodkaNames
import SvodkaResources
import TalksStance

/// Steps made once: their tables take longer to read than all the tests' texts.
enum StepsOfTests {
  static let resources = ResourceLoader()
  static let annotators: [any Annotator] = [
    SegmentationAnnotator(resources: resources), RuleNamesAnnotator(resources: resources),
    EntityAnnotator(resources: resources), AttributionAnnotator(resources: resources),
  ]
  static let analyzer = TalksStance(resources: resources)
}

/// The stances of a text, all layers made by rules.
func stances(
  _ text: String, _ language: String, by analyzer: TalksStance = StepsOfTests.analyzer
) async throws -> [Stance] {
  let document = Document(id: "d", text: DocumentText(text), language: language)
  var layers = Layers()
  for annotator in StepsOfTests.annotators {
    let view = DocumentView(
      document, layers: layers, declared: annotator.requirements.declared, to: annotator.identity.name)
    layers.add(try await annotator.annotate(view, wanting: Set(annotator.provides.map(\.id))))
  }
  return try await analyzer.analyze(
    DocumentView(document, layers: layers, declared: analyzer.requirements.declared, to: "talks-stance"))
}

/// Stances as a reader notes them: `Ankara: support`.
func noted(_ text: String, _ language: String) async throws -> [String] {
  try await stances(text, language).map { "\($0.holder.canonical): \($0.label.rawValue)" }
}
