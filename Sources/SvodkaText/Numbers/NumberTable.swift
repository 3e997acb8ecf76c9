/// What a file `Tables/numbers.LANGUAGE.yaml` holds; the file explains each key.
struct NumberTable: Decodable {
  struct Scale: Decodable {
    var value: Int
    var many: Int
    var several: Int?
    var rough: Bool?
    var singular: String
    var either: String
    var plural: String
    var short: String?
  }
  struct Range: Decodable {
    var open: [String]
    var close: [String]
  }
  struct Qualifiers: Decodable {
    var about: [String]?
    var atLeast: [String]?
    var moreThan: [String]?
    var upTo: [String]?
    var fewerThan: [String]?
    var exact: [String]?

    enum CodingKeys: String, CodingKey {
      case about, exact
      case atLeast = "at_least"
      case moreThan = "more_than"
      case upTo = "up_to"
      case fewerThan = "fewer_than"
    }
  }

  var decimal: String
  var grouping: [String]
  var conjunctions: [String]
  var articles: [String]
  var bareScales: Bool
  var ordinalSuffixes: String
  /// Endings that leave digits a cardinal: «5-ти».
  var cardinalSuffixes: String?
  /// The same behind two, three and four alone, where they are endings of ordinals elsewhere: «2-х».
  var smallCardinalSuffixes: String?
  var cardinals: [String: String]
  var collectives: [String: String]
  var ordinals: [String: String]
  var compounds: [String: String]
  var roughCompounds: [String: String]
  var halves: [String: String]
  var homographs: String
  var homographEndings: [String]
  var additions: [String: [String]]
  var scales: [Scale]
  var fractions: [String: String]
  var fractionPlurals: [String: String]
  var fractionLinks: [String]
  var fractionNouns: String
  var every: String
  var invertedScales: String
  var invertedFactors: String
  var indefinite: [String: [String]]
  var zero: [String]
  var idioms: [String]
  var before: Qualifiers
  var after: Qualifiers
  var between: [String]
  var reaching: String
  var ranges: [Range]
  var rangeLinks: [String]
  var nearLinks: [String]
  var ratios: [String]
  var ratioParts: Int
  var ratioWholes: [Int]
  var inverted: String
  var invertedLinks: [String]
  var percent: String
  var moneySigns: String
  var money: String
  var moneyAdjectives: String
  var units: String
  var months: String
  var years: String
  var yearPrepositions: String
  var clockWords: String
  var codes: String
  var ageAfter: [String]
  var ageBefore: [String]
}
