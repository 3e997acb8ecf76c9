/// A noun phrase that can be the subject of a clause.
public struct NounPhrase: Sendable, Hashable {
  /// All its tokens, with articles and titles, without apposition.
  public var tokens: Range<Int>
  /// What names it: the outermost name where it is the head, else as `tokens`.
  public var head: Range<Int>
  /// The mention that `head` is, as an index into the mentions.
  public var mention: Int?
  /// True when the phrase is a pronoun alone.
  public var isPronoun: Bool
  /// The preposition before it, when it stands in a prepositional phrase («в Кремле»).
  public var preposition: Int?
  /// Its apposition: "spokesman of the Front" in "Kalala, spokesman of the Front, said".
  public var apposition: Range<Int>?

  /// Makes a phrase without preposition and apposition.
  public init(tokens: Range<Int>, head: Range<Int>, mention: Int?, isPronoun: Bool) {
    self.tokens = tokens
    self.head = head
    self.mention = mention
    self.isPronoun = isPronoun
  }
}
