import SvodkaKit

/// A table of two columns, with comments and a line of headings.
enum PairTable {
  /// - Throws: `R101` when the table is not there, `R102` when a line has not two cells.
  static func read(
    _ path: String, _ resources: any ResourceProvider
  ) throws(AnalysisError) -> [(String, String)] {
    let (bytes, file) = try resources.read(path, of: "SvodkaLanguage")
    var pairs: [(String, String)] = []
    var isHeading = true
    for (i, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
      if line.isEmpty || (isHeading && line.first == 0x23) { continue }
      if isHeading {
        isHeading = false
        continue
      }
      let cells = line.split(separator: 0x09, omittingEmptySubsequences: false)
      guard cells.count == 2 else {
        throw AnalysisError(
          .brokenResource, "the line has \(cells.count) cells: two are expected, with a tab between",
          location: .init(path: file, line: i + 1))
      }
      pairs.append((String(decoding: cells[0], as: UTF8.self), String(decoding: cells[1], as: UTF8.self)))
    }
    return pairs
  }
}
