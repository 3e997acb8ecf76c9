import SvodkaKit
import SvodkaLanguage
import SvodkaText

/// Spells a name of one language in the script of the other, where no table knows how it is called there.
struct NameSpelling: Sendable {
  /// The languages in which entities are named, in the order of the output.
  static let languages = ["ru", "en"]

  private let transliterator: Transliterator
  private let leavesCyrillic: Bool

  init(from language: String, resources: any ResourceProvider) throws(AnalysisError) {
    if language == "ru" {
      transliterator = try Transliterator(.press, language: "ru", resources: resources)
    } else {
      let (rules, file) = try resources.read("Tables/spelling.\(language)-ru.txt", of: "SvodkaNames")
      transliterator = try Transliterator(rules: rules, file: file)
    }
    leavesCyrillic = language != "ru"
  }

  /// The name in the other script.
  func spelled(_ name: String) throws(AnalysisError) -> String { try transliterator.transliterate(name) }
}
