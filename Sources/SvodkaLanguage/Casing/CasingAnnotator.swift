public import SvodkaKit

/// Makes the layer `reading`: the text with the case of its letters put back where it was lost.
public struct CasingAnnotator: Annotator {
  /// Name and version.
  public static let identity = Identity(name: "casing", version: "1")

  /// How a registry knows it.
  public static var descriptor: StepDescriptor {
    StepDescriptor(
      annotator: identity, summary: "capitals where a text has lost them, by what was learned of prose",
      provides: [AnyLayer(Reading.layer)]
    ) { (making) throws(AnalysisError) in
      _ = try making.configured(NoSettings.self)
      return CasingAnnotator(resources: making.resources)
    }
  }

  private let restorers: LanguageCache<CaseRestorer>

  /// Makes the annotator; a table is read when a document first needs it.
  public init(resources: any ResourceProvider) {
    restorers = LanguageCache { (language) throws(AnalysisError) in
      try CaseRestorer(language: language, resources: resources)
    }
  }

  /// Name and version.
  public var identity: Identity { Self.identity }
  /// The reading.
  public var provides: [AnyLayer] { [AnyLayer(Reading.layer)] }
  /// Nothing.
  public var requirements: Requirements { Requirements() }

  /// Makes the layer; in a language without a table it is the text.
  public func annotate(
    _ document: DocumentView, wanting layers: Set<LayerID>
  ) async throws(AnalysisError) -> Layers {
    var made = Layers()
    made[Reading.layer] = document.text
    guard CaseRestorer.languages.contains(document.language) else { return made }
    let paragraphs = LostCase.paragraphs(of: document.text)
    if !paragraphs.isEmpty {
      made[Reading.layer] = try restorers.value(for: document.language).restored(document.text, in: paragraphs)
    }
    return made
  }
}
