import CasualtyFigures
import SvodkaKit
import SvodkaLanguage
import SvodkaNames
import SvodkaResources
import SvodkaText

/// Made once: lexicons and tables are read at their first use.
private let analyzer = CasualtyFigures(resources: ResourceLoader())
private let steps: [any Annotator] = [
  SegmentationAnnotator(resources: ResourceLoader()), RuleNamesAnnotator(resources: ResourceLoader()),
  EntityAnnotator(resources: ResourceLoader()), AttributionAnnotator(resources: ResourceLoader()),
]

/// The figures of a text, with the layers that the rules alone make.
func figures(_ text: String, _ language: String, date: String? = nil) async throws -> [CasualtyFigure] {
  var document = Document(id: "t", text: DocumentText(text), language: language)
  document.metadata.date = date
  var layers = Layers()
  for step in steps {
    let view = DocumentView(document, layers: layers, declared: step.requirements.declared, to: step.identity.name)
    layers.add(try await step.annotate(view, wanting: Set(step.provides.map(\.id))))
  }
  return try await analyzer.analyze(
    DocumentView(document, layers: layers, declared: analyzer.requirements.declared, to: analyzer.identity.name))
}

/// `kind low-high qualifier` of each figure, as a reader would note it.
func noted(_ text: String, _ language: String) async throws -> String {
  try await figures(text, language).map { figure in
    let high = figure.high.map(String.init) ?? ""
    let qualifier = figure.qualifier == .exact ? "" : " " + figure.qualifier.rawValue
    return "\(figure.kind.rawValue) \(figure.low)-\(high)\(qualifier)" + (figure.supersededBy == nil ? "" : " former")
  }.joined(separator: "; ")
}
