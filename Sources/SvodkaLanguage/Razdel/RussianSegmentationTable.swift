import SvodkaKit
import SvodkaResources

/// Marks and abbreviations by which Russian text is cut, as `Tables/razdel.ru.yaml` has them.
struct RussianSegmentationTable: Sendable, Decodable {
  /// Characters that stand as tokens of their own.
  var marks: String
  /// Characters that join two words without blanks between.
  var dashes: String
  /// Marks that end a sentence.
  var endings: String
  /// Quotation marks by their side; generic ones stand on both.
  var closingQuotes: String
  var genericQuotes: String
  var closingBrackets: String
  /// Abbreviations after which the sentence goes on, whatever follows.
  var before: [String]
  /// Abbreviations after which it goes on before a number, a mark or a small letter.
  var after: [String]
  /// The same for abbreviations of two letters, written `т е`.
  var pairsBefore: [String]
  var pairsAfter: [String]
  /// First names cut to more than a letter.
  var initials: [String]
  /// Letters that number the points of a list.
  var bullets: String
  /// A word before ! that belongs to it.
  var shouting: [String]

  init(resources: any ResourceProvider) throws(AnalysisError) {
    self = try resources.decode(Self.self, from: "Tables/razdel.ru.yaml", of: "SvodkaLanguage")
  }
}
