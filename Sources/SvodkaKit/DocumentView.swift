/// What a step sees of a document: its text and metadata, and those layers alone that it declared.
public struct DocumentView: Sendable {
  private let document: Document
  private let layers: Layers
  private let declared: Set<LayerID>
  private let reader: String

  /// Shows `document` to the step called `reader`.
  public init(_ document: Document, layers: Layers, declared: [AnyLayer], to reader: String) {
    self.document = document
    self.layers = layers
    self.declared = Set(declared.map(\.id))
    self.reader = reader
  }

  /// The document's id.
  public var id: String { document.id }
  /// The text.
  public var text: DocumentText { document.text }
  /// The language as an ISO 639 code, `und` where it could not be told.
  public var language: String { document.language }
  /// What is known about publication.
  public var metadata: Metadata { document.metadata }

  /// The value of a declared layer.
  ///
  /// - Throws: `A101` when the step did not declare the layer, `A102` when nothing has made it for this document.
  public func callAsFunction<Value>(_ layer: Layer<Value>) throws(AnalysisError) -> Value {
    guard let value = try optional(layer) else {
      throw AnalysisError(
        .missingLayer, "\(reader) needs the layer '\(layer.id)', which no step made for the language '\(language)'",
        document: id)
    }
    return value
  }

  /// The value of a declared layer, nil when nothing has made it for this document.
  ///
  /// - Throws: `A101` when the step did not declare the layer.
  public func optional<Value>(_ layer: Layer<Value>) throws(AnalysisError) -> Value? {
    guard declared.contains(layer.id) else {
      throw AnalysisError(
        .undeclaredLayer,
        "\(reader) reads the layer '\(layer.id)' without declaring it: add it to the requirements of \(reader)",
        document: id)
    }
    return layers[layer]
  }
}
