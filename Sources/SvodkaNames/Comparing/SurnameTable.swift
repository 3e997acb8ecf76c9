import SvodkaKit
import SvodkaLanguage

/// Surnames of the people whom the tables know, in every spelling that they give: the last word of each name.
struct SurnameTable: Sendable {
  private var rowsBySurname: [String: [Int]] = [:]

  init(resources: any ResourceProvider) throws(AnalysisError) {
    let (bytes, _) = try resources.read("Tables/people.tsv", of: "SvodkaLanguage")
    var isHeader = true
    for (row, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
      if line.isEmpty || line.first == 0x23 { continue }
      if isHeader {
        isHeader = false
        continue
      }
      for name in line.split(whereSeparator: { $0 == 0x09 || $0 == 0x7C }) {
        let words = name.prefix { $0 != 0x7E }.split { $0 == 0x20 || $0 == 0x2D }
        guard words.count > 1, let last = words.last else { continue }
        let key = TokenKey.key(String(decoding: last, as: UTF8.self))
        if rowsBySurname[key]?.last != row { rowsBySurname[key, default: []].append(row) }
      }
    }
  }

  /// The rows of the people who are called so.
  func rows(of key: String) -> [Int] { rowsBySurname[key] ?? [] }
}
