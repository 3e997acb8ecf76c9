import SvodkaKit
import SvodkaResources

/// Endings that tell women's surnames from men's: `Tables/genders.yaml`.
struct NameEndings: Sendable {
  private struct Row: Decodable {
    var woman: String
    var man: String
  }
  private struct File: Decodable {
    var cyrillic: [Row]
    var latin: [Row]
  }

  private let women: [WordScript: [[UInt8]]]
  private let men: [WordScript: [[UInt8]]]

  init(resources: any ResourceProvider) throws(AnalysisError) {
    let file = try resources.decode(File.self, from: "Tables/genders.yaml", of: "SvodkaNames")
    let rows: [WordScript: [Row]] = [.cyrillic: file.cyrillic, .latin: file.latin]
    women = rows.mapValues { $0.map { Array($0.woman.utf8) } }
    men = rows.mapValues { $0.map { Array($0.man.utf8) } }
  }

  /// Whose ending a word has; nil when it has none of them.
  func gender(of key: String, _ script: WordScript) -> NameGender? {
    let bytes = Array(key.utf8)
    func ends(_ endings: [[UInt8]]?) -> Bool {
      (endings ?? []).contains { bytes.count >= $0.count + 2 && bytes.suffix($0.count).elementsEqual($0) }
    }
    if ends(women[script]) { return .woman }
    return ends(men[script]) ? .man : nil
  }
}
