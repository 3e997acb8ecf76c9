import SvodkaKit
import SvodkaLanguage

/// Who is quoted, and how often.
public struct SpeakerQuotations: Analyzer {
  /// What a pipeline can set.
  public struct Settings: StepConfiguration {
    /// Quotations of fewer characters are left out: a word in quotation marks is seldom what someone said.
    public var minimum = 12
    /// Twelve characters.
    public init() {}
  }

  /// The name is the key of the findings.
  public let identity = Identity(name: "quotations", version: "1")
  /// Who says what is a layer that Svodka makes by tables, in both languages.
  public let requirements = Requirements(layers: [AnyLayer(Attributions.layer)], languages: ["ru", "en"])

  /// The step for a registry.
  public static let descriptor = StepDescriptor(
    analyzer: SpeakerQuotations().identity, summary: "quotations, with who says them"
  ) { (making) throws(AnalysisError) in SpeakerQuotations(try making.configured(Settings.self)) }

  private let minimum: Int

  /// Makes the analyzer.
  public init(_ settings: Settings = Settings()) { minimum = settings.minimum }

  /// Every quotation that has a speaker.
  public func analyze(_ document: DocumentView) async throws(AnalysisError) -> [Quotation] {
    try document(Attributions.layer)
      .filter { $0.isQuotation && $0.content.length >= minimum }
      .map { said in
        Quotation(
          evidence: document.text.spanned(said.content), speaker: document.text.spanned(said.source),
          kind: said.kind.rawValue)
      }
  }
}
