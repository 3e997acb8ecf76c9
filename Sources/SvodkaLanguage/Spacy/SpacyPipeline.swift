import SvodkaKit

/// The pipelines that the program knows: for each the language, the profile that it serves, and the pack.
public struct SpacyPipeline: Sendable, Hashable {
  /// The name of the pack, and of the step that reads it.
  public let name: String
  /// An ISO 639 code.
  public let language: String
  /// True for a large model.
  public let isAccurate: Bool

  /// Name and version of the step.
  var identity: Identity { Identity(name: name, version: "1") }

  /// All of them.
  public static let all = [
    SpacyPipeline(name: "en-spacy-sm", language: "en", isAccurate: false),
    SpacyPipeline(name: "en-spacy-md", language: "en", isAccurate: true),
    SpacyPipeline(name: "fr-spacy-sm", language: "fr", isAccurate: false),
  ]
}
