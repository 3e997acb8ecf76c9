/// What a step needs before it can run on a document.
public struct Requirements: Sendable, Hashable {
  /// The layers it reads. Reading another is an error.
  public var layers: [AnyLayer]
  /// The layers it reads where there are any, such as those that only an installed model makes.
  public var optional: [AnyLayer]
  /// The languages it knows, as ISO 639 codes; nil when it takes any.
  public var languages: [String]?

  /// Lists needs; by default none.
  public init(layers: [AnyLayer] = [], optional: [AnyLayer] = [], languages: [String]? = nil) {
    self.layers = layers
    self.optional = optional
    self.languages = languages
  }

  /// All layers that it may read.
  public var declared: [AnyLayer] { layers + optional }

  /// True when the step can do something with a text in `language`.
  public func knows(_ language: String) -> Bool { languages?.contains(language) ?? true }
}
