import SvodkaKit
import SvodkaLanguage
import SvodkaResources

/// What counts as the target in one language: `Lexicons/TARGET.LANGUAGE.yaml`, which explains its keys, or a user's own file.
struct TargetLexicon: Sendable {
  enum Kind: Int, Sendable { case strong, weak, verb, anaphor, place, blocker, other, context, politics, slight }

  private struct File: Decodable {
    var strong: String
    var weak, slight, verbs, anaphors, places, toward, blockers, others, contexts, politics: String?
    /// Frames of this target alone, which go before those of the language.
    var frames: [FrameLexicon.Frame]?
  }

  let words: WordTable<Kind>
  let toward: WordTable<Bool>
  let frames: [FrameLexicon.Frame]
  /// True when it lists the words of what the target belongs to.
  let tellsMatter: Bool

  /// Reads the lexicon of a target.
  ///
  /// `target` is a name, as `talks`, or the path of a YAML file, relative to `folder`, with a section for each language.
  init(
    target: String, folder: String, language: String, resources: any ResourceProvider
  ) throws(AnalysisError) {
    let file: File
    if Self.isPath(target) {
      let sections = try ResourceLoader(folders: [target.hasPrefix("/") ? "" : folder])
        .decode([String: File].self, from: target, of: ".")
      guard let section = sections[language] else {
        throw AnalysisError(
          .missingResource, "\(target) has no section for the language '\(language)': add one with at least 'strong'")
      }
      file = section
    } else {
      file = try resources.decode(File.self, from: "Lexicons/\(target).\(language).yaml", of: "TalksStance")
    }
    words = WordTable([
      (.strong, file.strong), (.weak, file.weak ?? ""), (.slight, file.slight ?? ""), (.verb, file.verbs ?? ""),
      (.anaphor, file.anaphors ?? ""), (.place, file.places ?? ""), (.blocker, file.blockers ?? ""),
      (.other, file.others ?? ""), (.context, file.contexts ?? ""), (.politics, file.politics ?? ""),
    ])
    toward = WordTable([(true, file.toward ?? "")])
    frames = file.frames ?? []
    tellsMatter = file.contexts.map { !$0.isEmpty } ?? false
  }

  /// True for a word that leads to a place: "to Geneva".
  func leads(_ i: Int, in tokens: [Token]) -> Bool { !toward.all(in: tokens, within: i..<i + 1).isEmpty }

  /// True for the path of a file, false for a name.
  static func isPath(_ target: String) -> Bool { target.hasSuffix(".yaml") || target.hasSuffix(".yml") }

  /// What the report calls the target: `sanctions` of `lists/sanctions.yaml`.
  static func name(of target: String) -> String {
    let file = target.split(separator: "/").last ?? ""
    return isPath(target) ? String(file.split(separator: ".").first ?? file) : target
  }
}
