/// What a page or a copy of one holds besides its furniture.
public struct Article: Sendable, Hashable {
  /// The headline, without the site's name.
  public var title: String?
  /// The authors' names as the page gives them.
  public var authors: [String] = []
  /// Publication as ISO 8601: a day, or a time with its offset.
  public var date: String?
  /// The outlet.
  public var source: String?
  /// The canonical address.
  public var url: String?
  /// The language that the page declares, as a BCP 47 tag.
  public var language: String?
  /// The body, paragraphs apart by an empty line.
  public var text: String = ""
  /// The passages of the body in their order; none where it was copied as plain text.
  public var passages: [Passage] = []
  /// What was dropped, in the order of the page.
  public var removed: [Furniture] = []

  /// An article without anything.
  public init() {}
}
