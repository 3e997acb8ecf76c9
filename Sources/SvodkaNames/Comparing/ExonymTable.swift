import SvodkaKit
import SvodkaLanguage
import SvodkaText

/// Names of places that no letter rule gives: CLDR's countries in both languages, and cities of `Tables/cities.tsv`.
struct ExonymTable: Sendable {
  private var keysByName: [String: [ComparedName.KnownKey]] = [:]

  init(resources: any ResourceProvider) throws(AnalysisError) {
    for region in RegionNames.regions {
      for language in ["en", "ru"] {
        guard let name = RegionNames.name(region: region, in: language), name != region else { continue }
        // «Мьянма (Бирма)» is two names.
        for part in name.split(whereSeparator: { $0 == "(" || $0 == ")" }) {
          add(String(part), .init(key: "region \(region)", source: .regions))
        }
      }
    }
    try addCities(resources)
  }

  private mutating func addCities(_ resources: any ResourceProvider) throws(AnalysisError) {
    let (bytes, file) = try resources.read("Tables/cities.tsv", of: "SvodkaNames")
    var isHeader = true
    for (number, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
      if line.isEmpty || line.first == 0x23 { continue }
      let cells = line.split(separator: 0x09, omittingEmptySubsequences: false)
      guard cells.count == 3 else {
        throw AnalysisError(
          .brokenResource, "expected 3 cells divided by tabs, found \(cells.count)",
          location: .init(path: file, line: number + 1))
      }
      if isHeader {
        isHeader = false
        continue
      }
      let key = ComparedName.KnownKey(key: "city " + String(decoding: cells[0], as: UTF8.self), source: .cities)
      add(String(decoding: cells[1], as: UTF8.self), key)
      for name in cells[2].split(separator: 0x7C) { add(String(decoding: name, as: UTF8.self), key) }
    }
  }

  private mutating func add(_ name: String, _ key: ComparedName.KnownKey) {
    let words = TokenKey.key(name).split(whereSeparator: { $0 == " " || $0 == "," }).joined(separator: " ")
    if keysByName[words]?.contains(key) != true { keysByName[words, default: []].append(key) }
  }

  /// Keys of the places that are called so.
  func keys(of name: String) -> [ComparedName.KnownKey] { keysByName[name] ?? [] }
}
