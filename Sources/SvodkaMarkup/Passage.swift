public import SvodkaKit

extension Article {
  /// A stretch of the body that the page sets by itself: a paragraph, a heading, an item of a list.
  public struct Passage: Sendable, Hashable {
    /// What it is in the page.
    public enum Kind: Sendable, Hashable {
      /// Running text.
      case paragraph
      /// A heading within the body, of level 1 to 6.
      case heading(level: Int)
      /// An item of a list; `number` counts from 1 where the list is numbered.
      case item(number: Int?)
      /// Words of somebody else, set off.
      case quotation
      /// A row of a table, its cells apart by tabulators.
      case row(table: Int)
      /// Text whose white space stands as it was written.
      case preformatted
    }

    /// What it is.
    public var kind: Kind
    /// Where it stands in the article's text, in bytes of UTF-8.
    public var span: TextSpan
    /// About where its element begins in the page, in bytes of UTF-8.
    public var source: Int

    /// Describes a passage.
    public init(kind: Kind, span: TextSpan, source: Int) {
      self.kind = kind
      self.span = span
      self.source = source
    }
  }
}
