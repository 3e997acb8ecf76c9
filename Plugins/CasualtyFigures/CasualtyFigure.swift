public import SvodkaKit
public import SvodkaNames
public import SvodkaText

/// What happened to people.
public enum CasualtyKind: String, Sendable, Codable, CaseIterable {
  /// Lost their lives.
  case killed
  /// Hurt, or in hospital after violence.
  case wounded
  /// Unaccounted for.
  case missing
  /// Driven from their homes, or evacuated.
  case displaced
  /// Prisoners, hostages, abducted, surrendered.
  case captured
  /// "Casualties" and "losses", dead and wounded together, the hungry and besieged.
  case affected
}

/// What a figure counts.
public enum CasualtyScope: String, Sendable, Codable {
  /// One event or one day.
  case incident
  /// Since a time, or a standing stock.
  case cumulative
}

/// What brought it about.
public enum CasualtyCause: String, Sendable, Codable {
  /// War, attacks, crime.
  case violence
  /// Forces of nature.
  case disaster
  /// Crashes, collapses, fires.
  case accident
  /// Illness.
  case disease
  /// The text does not tell.
  case unknown
}

/// Whose losses a claimant speaks of.
public enum CasualtyLosses: String, Sendable, Codable {
  /// Those of its own side.
  case own
  /// Those of another side.
  case enemy
}

/// A figure expression that says how many people something happened to, and who vouches for it.
public struct CasualtyFigure: Sendable, Codable, Hashable {
  /// `cf-1`, `cf-2`, … in text order.
  public var id: String
  /// The shortest stretch that holds number, victims and predicate.
  public var evidence: SpannedText
  /// The number with the words that bound it.
  public var number: SpannedText
  /// What happened.
  public var kind: CasualtyKind
  /// The lowest number that the words allow.
  public var low: Int
  /// The highest; nil where the words leave it open.
  public var high: Int?
  /// How the number is bounded.
  public var qualifier: Amount.Qualifier
  /// To whom it happened, in the text's words; nil where it does not say.
  public var victims: Victims?
  /// Who vouches for the figure.
  public var claimedBy: Claimant?
  /// Whether the claimant speaks of losses of its own side or of another; nil unless the user's list of actors says on which
  /// side both are, or the words do: "its own forces", «противник».
  public var losses: CasualtyLosses?
  /// Who denies it.
  public var deniedBy: Claimant?
  /// One event, or more.
  public var scope: CasualtyScope
  /// From when a cumulative figure counts.
  public var since: DatedText?
  /// For which day a cumulative figure holds.
  public var asOf: DatedText?
  /// What brought it about.
  public var cause: CasualtyCause
  /// Where it happened.
  public var place: Place?
  /// When it happened.
  public var date: DatedText?
  /// The figure of which this one is a part.
  public var subsetOf: String?
  /// The later figure that takes this one's place.
  public var supersededBy: String?
  /// How sure the rule is, 0 to 1.
  public var confidence: Double
  /// The sentence that holds the number.
  public var sentence: SpannedText
  /// The pattern that found it, with the entry of the lexicon where one says what happened: `before: died`.
  public var rule: String

  /// People, in the text's words and by a neutral class.
  public struct Victims: Sendable, Codable, Hashable {
    /// The words and their place.
    public var text: SpannedText
    /// `civilian`, `child`, `military`, `fighter`, `medic`, `journalist`, `police`, `rescuer`, `humanitarian` or `unknown`.
    public var `class`: String
    /// Whose people they are by the user's list of actors; nil where it does not say.
    public var actor: Actor?
  }

  /// Who says or denies a figure.
  public struct Claimant: Sendable, Codable, Hashable {
    /// The words and their place.
    public var text: SpannedText
    /// The fullest form of the name in the document; nil where the source is not named.
    public var canonical: String?
    /// The id of the entity; nil where the source is not named.
    public var entity: String?
    /// Who it is by the user's list of actors; nil where there is none.
    public var actor: Actor?

    /// True when both are one actor, one entity or the same words.
    func isSame(as other: Claimant) -> Bool {
      if let actor, let another = other.actor { return actor == another }
      if let entity, let another = other.entity { return entity == another }
      return text.text.lowercased() == other.text.text.lowercased()
    }
  }

  /// Where something happened.
  public struct Place: Sendable, Codable, Hashable {
    /// The words and their place.
    public var text: SpannedText
    /// The fullest form of the name in the document.
    public var canonical: String?
    /// The id of the entity.
    public var entity: String?
  }

  enum CodingKeys: String, CodingKey {
    case id, evidence, number, kind, low, high, qualifier, victims
    case claimedBy = "claimed_by"
    case deniedBy = "denied_by"
    case losses, scope, since
    case asOf = "as_of"
    case cause, place, date
    case subsetOf = "subset_of"
    case supersededBy = "superseded_by"
    case confidence, sentence, rule
  }
}
