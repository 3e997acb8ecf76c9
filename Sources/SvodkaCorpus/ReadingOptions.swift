public import SvodkaKit

/// How documents are made of what was read.
public struct ReadingOptions: Sendable {
  /// Whether the furniture of HTML pages and of text files is dropped.
  public var dropFurniture = true
  /// Whether it is dropped of the `text` of JSON Lines too, which is else taken as it stands.
  public var dropFurnitureOfRows = false
  /// What is said about the documents from outside.
  public var additions = MetadataAdditions()
  /// The day on which pages are taken to be read, for dates such as "yesterday"; none is assumed.
  public var today: CivilDate?
  /// The deepest nesting of elements in a page; deeper ones are errors.
  public var pageDepth = 4096

  /// The defaults.
  public init() {}
}
