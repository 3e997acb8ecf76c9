public import SvodkaKit

/// A number in running text with the words that bound it: «не менее 14», "between 20 and 30".
public struct Amount: Sendable, Hashable {
  /// What a number says.
  public enum Kind: String, Sendable {
    /// How many: 14, двое, half a million.
    case cardinal
    /// Which in a row: 21st, «двадцать первого».
    case ordinal
    /// A part of something that is not named: half, two thirds, «четверть».
    case fraction
    /// So many of so many: one in ten, «один из десяти».
    case ratio
    /// Hundredths: 41 per cent.
    case percent
    /// A sum of money: $3bn.
    case money
    /// So many units of measure: 122 мм, five days; also in a compound word, as in "800-page".
    case measure
    /// An age: "aged 14", "62-летний".
    case age
    /// A day of a month, a year, a time of day.
    case date
    /// A number that names: № 5, Resolution 2254, 2:1.
    case code
  }

  /// How the words around a number bound it.
  public enum Qualifier: String, Sendable, Codable {
    /// Neither more nor less: low and high are the number.
    case exact
    /// Near the number: low and high are the number.
    case about
    /// The number or more: low is the number, high is open.
    case atLeast = "at_least"
    /// More than the number, which is low; high is open.
    case moreThan = "more_than"
    /// The number or fewer: low is 0.
    case upTo = "up_to"
    /// Fewer than the number: low is 0.
    case fewerThan = "fewer_than"
    /// From low to high.
    case range
    /// Said without a number, as in "dozens": low is what the word promises at least, high is open.
    case indefinite
  }

  /// Where it stands with its qualifier, in UTF-8 bytes.
  public var span: TextSpan
  /// Where the number alone stands.
  public var core: TextSpan
  /// What it says.
  public var kind: Kind
  /// How it is bounded.
  public var qualifier: Qualifier
  /// The number as it is named (of a range the upper end), parts among them.
  public var value: Double
  /// The lowest whole number that it allows; nil when the number is not whole.
  public var low: Int?
  /// The highest whole number that it allows; nil when open or when the number is not whole.
  public var high: Int?
  /// True of a word that counts people by itself: «двое», "both".
  public var isCollective: Bool
  /// True of the former figure in "rose from 59 to 62".
  public var isFormer: Bool
  /// True when the number is written in digits.
  public var isDigits: Bool
}

extension Amount {
  /// One, said by an article or by a noun alone.
  public init(one span: TextSpan) { self.init(exactly: 1, at: span) }

  /// Nobody, said by a phrase: "no casualties".
  public init(none span: TextSpan) { self.init(exactly: 0, at: span) }

  private init(exactly number: Int, at span: TextSpan) {
    self.init(
      span: span, core: span, kind: .cardinal, qualifier: .exact, value: Double(number), low: number, high: number,
      isCollective: false, isFormer: false, isDigits: false)
  }
}
