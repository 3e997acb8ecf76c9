/// What a file `Lexicons/LANGUAGE.yaml` holds; the file explains each key. Phrases are divided by commas.
struct LexiconFile: Decodable {
  struct Predicate: Decodable {
    var kind: String
    var number: String
    var active: Bool?
    var weak: Bool?
    var reach: String?
    var scope: String?
    var harmed: Bool?
    var phrases: String
  }
  struct People: Decodable {
    var kind: String
    var weak: Bool?
    var scope: String?
    var harmed: Bool?
    var phrases: String
  }
  struct Victims: Decodable {
    var `class`: String
    var phrases: String
  }
  struct Kinds: Decodable {
    var kind: String
    var also: String?
    var phrases: String
  }
  struct Losses: Decodable {
    var whose: String
    var phrases: String
  }
  struct Blocker: Decodable {
    var reach: String
    var phrases: String
  }
  struct Cause: Decodable {
    var cause: String
    var weak: Bool?
    var phrases: String
  }
  var predicates: [Predicate]
  var people: [People]
  var joiners: String
  /// Words by which a speaker tells its own losses from an enemy's.
  var losses: [Losses]
  /// Numbers that say what happened, behind the number that counts: «два 200».
  var codes: [Kinds]
  /// Behind a noun and a comma: «двое военных, раненных …».
  var participles: [Kinds]
  var victims: [Victims]
  var things: String
  var animals: String
  /// Nouns that are plural without the ending of the plural.
  var plurals: String
  var stops: String
  var bridges: String
  var anaphora: String
  var singular: String
  var passive: String
  var objects: String
  var parts: String
  /// Before the number of the whole, of which another number tells what happened: «из 20 человек погибли пятеро».
  var wholes: String
  var together: String
  var among: [Kinds]
  /// "of the dead": those told of before, and what happened to them.
  var ofThese: [Kinds]
  var more: String
  var tellers: String
  var notNumbers: String
  var formerOpeners: String
  var numbered: String
  var prepositions: String
  var zero: [Kinds]
  var blockers: [Blocker]
  var claims: String
  var boundaries: String
  var cumulative: String
  /// Words that tell of a count that grows, unless the sentence tells of one event: the names of epidemics.
  var standing: String
  var incident: String
  var since: String
  var asOf: String
  var asOfWhole: String
  var relatives: String
  var placeOpeners: String
  var placeNouns: String
  var placeLinks: String
  var doers: String
  var former: String
  var causes: [Cause]
  var denials: String
  var generic: String
  var continuers: String
  var copulas: String
  var corrections: String
  var lone: String
  var loneVerbs: String
  var loneObjects: String
  var loneActs: String
  var lonePlurals: String
  var owners: String
  /// Nouns that count many where they stand in the singular: "one family".
  var collectives: String
}
