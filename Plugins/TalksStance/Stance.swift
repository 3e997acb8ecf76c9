public import SvodkaKit
public import SvodkaNames

/// Where a holder stands.
public enum StanceLabel: String, Sendable, Codable, CaseIterable {
  /// For it: takes part, hosts, proposes, calls for it.
  case support
  /// Against it: refuses, leaves, denounces.
  case oppose
  /// For it on a condition that has not been met.
  case conditional
  /// Undecided, silent, or without a position.
  case neutral
}

/// Where one holder stands toward the target, with the words that say so.
public struct Stance: Sendable, Codable, Hashable {
  /// `ts-1`, `ts-2`, … in text order.
  public var id: String
  /// The stretch that holds predicate and target, and the holder where it is near.
  public var evidence: SpannedText
  /// Whose stance it is.
  public var holder: Holder
  /// Where the holder stands.
  public var label: StanceLabel
  /// What the stance is toward, in the text's words; nil where only the words before name it.
  public var target: SpannedText?
  /// The precondition, in the text's own words.
  public var condition: SpannedText?
  /// The reason given, in the text's own words.
  public var reason: SpannedText?
  /// Who says so, when that is another than the holder.
  public var attributedTo: Holder?
  /// How sure the rule is, 0 to 1.
  public var confidence: Double
  /// The sentence.
  public var sentence: SpannedText
  /// The frames that made the label and how the holder was found: `not-refuse attend; subject, antecedent`.
  public var rule: String
  /// An earlier stance of the same holder in the document, which this one replaced.
  public var before: Earlier?

  /// Who holds a stance.
  public struct Holder: Sendable, Codable, Hashable {
    /// The words and their place.
    public var text: SpannedText
    /// The fullest form of the name in the document; the words themselves where the holder has no name.
    public var canonical: String
    /// The id of the entity; nil where the holder is not named.
    public var entity: String?
    /// By what summaries join holders: the key of the actor, else the entity's id, else the words in lower case without
    /// articles.
    public var key: String
    /// Who it is by the user's list of actors; nil where there is none.
    public var actor: Actor?
    /// True for a pronoun of which the text does not tell whom it means; nil elsewhere. Summaries leave its stance out.
    public var unresolved: Bool?

    /// By what the stances of one document are joined: the entity, else the actor or the words.
    var bearer: String { entity ?? key }
  }

  /// A stance that was given up within the document.
  public struct Earlier: Sendable, Codable, Hashable {
    /// Where the holder stood.
    public var label: StanceLabel
    /// The words that say so.
    public var evidence: SpannedText
    /// The sentence.
    public var sentence: SpannedText
  }

  enum CodingKeys: String, CodingKey {
    case id, evidence, holder, label, target, condition, reason
    case attributedTo = "attributed_to"
    case confidence, sentence, rule, before
  }
}
