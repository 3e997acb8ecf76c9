public import SvodkaKit

/// Who says what: a source, the words that say that it speaks, and the stretch of text that it vouches for.
public struct Attribution: Sendable, Hashable {
  /// How the source stands to the content.
  public enum Kind: String, Sendable, Hashable {
    /// It says so: said, заявил, "МИД: …".
    case said
    /// It is named as the ground: according to, по данным.
    case accordingTo
    /// It says that the content is not so: denied, опроверг.
    case denied
    /// It passes on what another says: an agency that reports.
    case reported
  }

  /// How the source stands to the content.
  public var kind: Kind
  /// Who says so, in UTF-8 bytes: a person's name alone, else the noun phrase. Of a pronoun it is the antecedent.
  public var source: TextSpan
  /// The tokens of `source`.
  public var sourceTokens: Range<Int>
  /// The mention that names the source, as an index into the `mentions` layer; nil for a source without a name.
  public var mention: Int?
  /// True when a pronoun stands for the source, and `source` is its antecedent.
  public var isAnaphoric: Bool
  /// The words that say that it speaks.
  public var cue: TextSpan
  /// The stretch that the source vouches for: a quotation, a clause, or the rest of a sentence.
  public var content: TextSpan
  /// True of a denial of what was told before: "the army denied the claim". `content` is then what stands for it.
  public var pointsBack = false
  /// True when the content stands in quotation marks.
  public var isQuotation: Bool
  /// The sentence of the cue, as an index into the `sentences` layer.
  public var sentence: Int
}

/// The layer of attributions, ordered by their cues.
public enum Attributions {
  /// Its key.
  public static let layer = Layer<[Attribution]>("attributions")
}
