import SvodkaKit
import SvodkaLanguage
import SvodkaResources

/// Which place an adjective belongs to: Syrian, «сирийская».
struct DemonymTable: Sendable {
  private struct File: Decodable {
    var links, endings: [String: [String]]
  }

  private var places: [String: String] = [:]
  private let links: Set<String>
  /// The word that stands between a body and its place; nil where the place takes a case.
  let link: String?

  init(language: String, resources: any ResourceProvider) throws(AnalysisError) {
    let file = try resources.decode(File.self, from: "Tables/demonyms.yaml", of: "SvodkaNames")
    links = Set(file.links[language] ?? [])
    link = file.links[language]?.first
    let table = try TabbedTable("Tables/demonyms.tsv", of: "SvodkaNames", resources)
    guard let column = table.columns.firstIndex(of: language) else { return }
    for row in table.rows {
      let place = TokenKey.key(row[0])
      for name in row[column].split(separator: "|") {
        let key = TokenKey.key(String(name))
        for ending in file.endings[language] ?? [] { places[key + ending] = place }
      }
    }
  }

  /// The key of the place to which an adjective belongs.
  func place(_ words: [String]) -> String? { places[words.joined(separator: " ")] }

  /// True of words that only join a place to a body.
  func isLink(_ word: String) -> Bool { links.contains(word) }
}
