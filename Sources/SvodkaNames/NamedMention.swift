import SvodkaKit
import SvodkaLanguage

/// A mention with what it may be called.
struct NamedMention: Sendable {
  /// Its place in the `mentions` layer.
  var index: Int
  var mention: Mention
  /// Words and numbers of the name, as keys.
  var words: [String]
  /// The words as written.
  var written: [String]
  /// Nominatives, likeliest first.
  var nominatives: [NameGrammar.Nominative]
  /// The name of the tables, when exactly one is written so.
  var known: KnownName?
  /// Kind and owner of a body that the tables do not list by its name.
  var body: BodyNames.Body?
  /// The form of the tables that stands there, in the nominative.
  var knownForm: String?
  /// The name as it sounds, in the likeliest nominative.
  var sound: String
  /// True when it is written in capitals, as abbreviations are.
  var isAbbreviation: Bool

  /// The words in the likeliest nominative.
  var likeliestWords: [String] { nominatives.first?.words ?? words }

  /// The nominatives that the word at a place may have.
  func forms(at place: Int) -> Set<String> {
    Set(nominatives.compactMap { $0.words.indices.contains(place) ? $0.words[place] : nil })
  }

  /// The nominatives that the whole name may have.
  var forms: Set<String> { Set(nominatives.map { $0.words.joined(separator: " ") }) }
}
