public import SvodkaKit
public import SvodkaLanguage

/// Where a document names the actors of the user's list: by their names, and by phrases that are no names.
public struct ActorMentions: Sendable {
  /// The layer; empty where a pipeline has no list.
  public static let layer = Layer<ActorMentions>("actors")

  /// One place.
  public struct Mention: Sendable, Hashable {
    /// The tokens.
    public var tokens: Range<Int>
    /// Who is meant.
    public var actor: Actor
    /// True for a name, which is an entity too; false for a phrase.
    public var isName: Bool
  }

  /// The places, ordered by first token.
  public let mentions: [Mention]
  private let places: RangeIndex

  /// Takes places in any order.
  public init(_ mentions: [Mention] = []) {
    self.mentions = mentions.sorted {
      ($0.tokens.lowerBound, $0.tokens.upperBound) < ($1.tokens.lowerBound, $1.tokens.upperBound)
    }
    places = RangeIndex(self.mentions.map(\.tokens))
  }

  /// The first place among the tokens, of those that fit.
  public func first(in tokens: Range<Int>, where fits: (Mention) -> Bool = { _ in true }) -> Mention? {
    guard !mentions.isEmpty else { return nil }
    return places.overlapping(tokens).lazy.map { mentions[$0] }.first(where: fits)
  }

  /// The first place inside a span of the text, of those that fit.
  public func first(
    over span: TextSpan, _ tokens: [Token], where fits: (Mention) -> Bool = { _ in true }
  ) -> Mention? {
    guard !mentions.isEmpty else { return nil }
    let first = tokens.firstPlace { $0.span.end > span.start }
    let end = tokens.firstPlace { $0.span.start >= span.end }
    return first < end ? self.first(in: first..<end, where: fits) : nil
  }
}
