import SvodkaLanguage

/// A name made ready to be compared with others: what it may be in the nominative, and which known names it is.
///
/// Making one takes some tens of microseconds, comparing two some few.
public struct ComparedName: Sendable {
  /// As given.
  public let text: String
  /// The ways to read it, likeliest first.
  let readings: [Reading]
  /// Keys of the names of the tables that are written so, with their types.
  let known: [KnownKey]

  /// A name of the tables.
  struct KnownKey: Sendable, Hashable {
    /// Where it is listed.
    enum Source: Sendable {
      case gazetteer
      case regions
      case cities
      /// Kind and owner of a body.
      case bodies
    }

    var key: String
    var source: Source
  }

  /// The words in the nominative, and what it costs to read them so.
  struct Reading: Sendable {
    var words: [NameWord]
    var penalty: Double
    /// True when the first word is a given name or an initial.
    var isPerson: Bool
  }
}
