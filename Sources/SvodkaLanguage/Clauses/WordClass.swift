/// What a word does in a clause, as the tables of clauses say; a word may do several things.
public struct WordClass: OptionSet, Sendable, Hashable {
  /// One bit a class.
  public let rawValue: UInt32
  /// Takes bits.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// A verb of saying.
  public static let say = WordClass(rawValue: 1 << 0)
  /// A verb by which a medium hands on words.
  public static let relay = WordClass(rawValue: 1 << 1)
  /// A verb of denying.
  public static let deny = WordClass(rawValue: 1 << 2)
  /// A word before a source: "according to".
  public static let cite = WordClass(rawValue: 1 << 3)
  /// A word between the verb and what is said.
  public static let that = WordClass(rawValue: 1 << 4)
  /// One to whom something is said.
  public static let addressee = WordClass(rawValue: 1 << 5)
  /// Where something is said: "in an interview".
  public static let venue = WordClass(rawValue: 1 << 6)
  /// An adverb.
  public static let adverb = WordClass(rawValue: 1 << 7)
  /// A word of time.
  public static let time = WordClass(rawValue: 1 << 8)
  /// A preposition.
  public static let preposition = WordClass(rawValue: 1 << 9)
  /// A preposition or conjunction that may stand inside a noun phrase.
  public static let link = WordClass(rawValue: 1 << 10)
  /// An article or another word that opens a noun phrase.
  public static let determiner = WordClass(rawValue: 1 << 11)
  /// A coordinating conjunction.
  public static let conjunction = WordClass(rawValue: 1 << 12)
  /// A conjunction that joins noun phrases.
  public static let joiner = WordClass(rawValue: 1 << 13)
  /// A word that opens a subordinate clause.
  public static let subordinator = WordClass(rawValue: 1 << 14)
  /// A word that opens a relative clause.
  public static let relative = WordClass(rawValue: 1 << 15)
  /// An auxiliary or modal verb.
  public static let auxiliary = WordClass(rawValue: 1 << 16)
  /// A pronoun for one person.
  public static let person = WordClass(rawValue: 1 << 17)
  /// A pronoun for a body or several.
  public static let group = WordClass(rawValue: 1 << 18)
  /// A pronoun for whoever speaks.
  public static let speaker = WordClass(rawValue: 1 << 19)
  /// A possessive pronoun.
  public static let possessive = WordClass(rawValue: 1 << 20)
  /// A medium.
  public static let medium = WordClass(rawValue: 1 << 21)
  /// A noun for people who speak or act.
  public static let people = WordClass(rawValue: 1 << 22)
  /// A noun for a body that speaks or acts.
  public static let body = WordClass(rawValue: 1 << 23)
  /// A noun behind which a name in the genitive is not the head.
  public static let relational = WordClass(rawValue: 1 << 24)
  /// A noun for one who speaks for another.
  public static let voice = WordClass(rawValue: 1 << 25)

  /// A form of a verb that has no subject of its own: "adding".
  public static let participle = WordClass(rawValue: 1 << 26)
  /// Any other verb: by its form, by its ending where it stands, or as a model tags it.
  public static let predicate = WordClass(rawValue: 1 << 27)

  /// A pronoun that stands for a noun phrase.
  public static let pronoun: WordClass = [.person, .group, .speaker]
  /// A noun for someone who can hold or say something.
  public static let actor: WordClass = [.people, .body, .medium]
  /// A verb: no noun phrase runs over one.
  public static let verb: WordClass = [.say, .relay, .deny, .auxiliary, .predicate]
}
