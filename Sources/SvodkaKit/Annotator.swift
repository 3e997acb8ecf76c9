/// A step that provides layers which others read: tokens, sentences, mentions, entities.
public protocol Annotator: Sendable {
  /// Its name, version and licence.
  var identity: Identity { get }
  /// The layers it can make.
  var provides: [AnyLayer] { get }
  /// What it needs.
  var requirements: Requirements { get }
  /// Makes the layers that were asked for, and need not make others.
  func annotate(_ document: DocumentView, wanting layers: Set<LayerID>) async throws(AnalysisError) -> Layers
}
