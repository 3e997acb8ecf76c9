/// A step that provides layers which others read: tokens, sentences, mentions, entities.
public protocol Annotator: Sendable {
  /// Its name, version and licence.
  var identity: Identity { get }
  /// The layers it can make.
  var provides: [AnyLayer] { get }
  /// What it needs.
  var requirements: Requirements { get }
  /// The models that it reads, with what tells one version from another; none where rules do the work.
  var modelVersions: [Identity] { get }
  /// Hashes of the user's own files that it was made from: they belong to the pipeline's hash. None by default.
  var sourceHashes: [String] { get }
  /// Makes the layers that were asked for, and need not make others.
  func annotate(_ document: DocumentView, wanting layers: Set<LayerID>) async throws(AnalysisError) -> Layers
}

extension Annotator {
  /// None.
  public var modelVersions: [Identity] { [] }
  /// None.
  public var sourceHashes: [String] { [] }
}
