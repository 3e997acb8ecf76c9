public import SvodkaKit

/// What a name is the name of.
public enum EntityType: String, Sendable, Hashable, Codable, CaseIterable, Comparable {
  /// A person.
  case person = "PER"
  /// A place: countries, cities, unrecognised republics, rivers; also where the place's name stands for its government.
  case location = "LOC"
  /// A body: governments' houses, ministries, parties, movements, armies, agencies, companies.
  case organization = "ORG"

  /// Its place among all types.
  package var column: Int { rank }

  /// PER before LOC before ORG.
  public static func < (a: EntityType, b: EntityType) -> Bool { a.rank < b.rank }
  private var rank: Int {
    switch self {
    case .person: 0
    case .location: 1
    case .organization: 2
    }
  }
}

/// A name in the text: the outermost span, without title, article, outer quotation marks or 's.
public struct Mention: Sendable, Hashable {
  /// Where it stands, in UTF-8 bytes.
  public var span: TextSpan
  /// The tokens that it covers, as indices into the `tokens` layer.
  public var tokens: Range<Int>
  /// What it is the name of.
  public var type: EntityType
  /// How sure the annotator is, 0 to 1.
  public var confidence: Double
  /// The rule, table or model that found it, for `--explain`.
  public var rule: String

  /// Makes a mention.
  public init(span: TextSpan, tokens: Range<Int>, type: EntityType, confidence: Double, rule: String) {
    self.span = span
    self.tokens = tokens
    self.type = type
    self.confidence = confidence
    self.rule = rule
  }
}

/// The layer of names, in text order, none overlapping another.
public enum Mentions {
  /// Its key.
  public static let layer = Layer<[Mention]>("mentions")
  /// The names as a model alone finds them; `layer` joins them with tables and rules.
  public static let fromModel = Layer<[Mention]>("model-mentions")
}
