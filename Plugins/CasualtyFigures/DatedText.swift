public import SvodkaKit

/// Words that tell a time, with the day or period that they mean.
public struct DatedText: Sendable, Codable, Hashable {
  /// The words and their place.
  public var text: SpannedText
  /// The day or period in ISO 8601 form, as `DateMention.iso` writes it: `2014-03-05`, `2011-03/..`. Nil where the text leaves it
  /// open, as "Wednesday" does in a document without a date.
  public var period: String?
}
