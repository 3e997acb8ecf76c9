import SvodkaKit
import SvodkaLanguage

/// The key by which spellings of one name agree: what a table knows of it, else how it sounds in both scripts.
struct NameKey: Sendable {
  private let sounds: [WordScript: SoundCode]

  init(resources: any ResourceProvider) throws(AnalysisError) {
    sounds = try SoundCode.byScript(resources: resources)
  }

  func key(of name: ComparedName) throws(AnalysisError) -> String {
    if let known = name.known.first { return "=" + known.key }
    guard let reading = name.readings.first, let script = reading.words.first?.spellings.first?.script else {
      return ""
    }
    return try sounds[script]?.code(of: reading.words.map(\.key)) ?? ""
  }
}
