/// A piece of a page that is not its article, and why it was taken for that.
public struct Furniture: Sendable, Hashable {
  /// What it is.
  public enum Kind: String, Sendable, Hashable, CaseIterable, Codable {
    /// Navigation, headers and footers of the site, breadcrumbs.
    case menu
    /// Newsletters, subscriptions to channels, notifications.
    case signup
    /// Appeals for money and the buttons below them.
    case donation
    /// Notes on cookies and personal data.
    case cookie
    /// Buttons to share, print, send or like.
    case share
    /// Links to other pages.
    case related
    /// Readers' comments and the invitation to write one.
    case comments
    /// Who the author is, beside the by-line, and who the company is that the news is of.
    case author
    /// Offers to pay for reading on.
    case paywall
    /// Copyright, disclaimers, marks that the law asks for.
    case legal
    /// Captions and credits of pictures.
    case caption
    /// Advertisements.
    case advertisement
    /// Title, date and by-line above the article, which are given as metadata.
    case masthead
    /// Anything else beside the article.
    case other
  }

  /// The text that was dropped.
  public var text: String
  /// What it is.
  public var kind: Kind
  /// Why it was taken for that: the entry of a lexicon, the mark-up, or the scorer.
  public var reason: String

  /// Describes a piece.
  public init(text: String, kind: Kind, reason: String) {
    self.text = text
    self.kind = kind
    self.reason = reason
  }
}
