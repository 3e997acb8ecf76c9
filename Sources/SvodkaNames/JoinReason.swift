/// Why a mention was joined to others of its document.
public enum JoinReason: String, Sendable, Hashable {
  /// The same words, in whatever case.
  case form
  /// Two names that the tables have for one.
  case table
  /// Words that are spellings of one another.
  case spelling
  /// A person's name with words left out.
  case partOfName = "part of the name"
  /// A surname, of a person named in full.
  case surname
  /// A given name, of a person named in full.
  case givenName = "given name"
  /// A noun out of the name of a body.
  case head = "noun of the name"
  /// The first letters of the words of a name.
  case abbreviation
  /// An abbreviation in brackets behind the name.
  case brackets
}
