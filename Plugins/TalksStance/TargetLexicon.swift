import SvodkaKit
import SvodkaLanguage
import SvodkaResources

/// What counts as the target in one language: `Lexicons/TARGET.LANGUAGE.yaml`, which explains its keys.
struct TargetLexicon: Sendable {
  enum Kind: Int, Sendable { case strong, weak, verb, anaphor, place, blocker, other, context, slight }

  private struct File: Decodable {
    var strong: String
    var weak: String
    var slight: String
    var verbs: String
    var anaphors: String
    var places: String
    var toward: String
    var blockers: String
    var others: String
    var contexts: String
  }

  let words: WordTable<Kind>
  let toward: WordTable<Bool>

  init(target: String, language: String, resources: any ResourceProvider) throws(AnalysisError) {
    let file = try resources.decode(File.self, from: "Lexicons/\(target).\(language).yaml", of: "TalksStance")
    words = WordTable([
      (.strong, file.strong), (.weak, file.weak), (.slight, file.slight), (.verb, file.verbs),
      (.anaphor, file.anaphors),
      (.place, file.places), (.blocker, file.blockers),
      (.other, file.others), (.context, file.contexts),
    ])
    toward = WordTable([(true, file.toward)])
  }
}
