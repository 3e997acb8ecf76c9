/// What a step needs before it can run on a document.
public struct Requirements: Sendable, Hashable {
  /// The layers it reads. Reading another is an error.
  public var layers: [AnyLayer]
  /// The languages it knows, as ISO 639 codes; nil when it takes any.
  public var languages: [String]?

  /// Lists needs; by default none.
  public init(layers: [AnyLayer] = [], languages: [String]? = nil) {
    self.layers = layers
    self.languages = languages
  }

  /// True when the step can do something with a text in `language`.
  public func knows(_ language: String) -> Bool { languages?.contains(language) ?? true }
}
