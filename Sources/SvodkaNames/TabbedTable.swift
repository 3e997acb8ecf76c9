import SvodkaKit

/// A data file of cells divided by tabs, with columns named in its first line; lines that begin with # are comments.
struct TabbedTable {
  /// The names of the columns.
  let columns: [String]
  /// The rows, each with a cell a column.
  let rows: [[String]]

  /// - Throws: `R101` when it is missing, `R102` with the line where a row has other than the columns.
  init(_ path: String, of owner: String, _ resources: any ResourceProvider) throws(AnalysisError) {
    let (bytes, file) = try resources.read(path, of: owner)
    var columns: [String] = []
    var rows: [[String]] = []
    for (number, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
      if line.isEmpty || line.first == 0x23 { continue }
      let cells = line.split(separator: 0x09, omittingEmptySubsequences: false).map {
        String(decoding: $0, as: UTF8.self)
      }
      if columns.isEmpty {
        columns = cells
        continue
      }
      guard cells.count == columns.count else {
        throw AnalysisError(
          .brokenResource, "expected \(columns.count) cells divided by tabs, found \(cells.count)",
          location: .init(path: file, line: number + 1))
      }
      rows.append(cells)
    }
    (self.columns, self.rows) = (columns, rows)
  }
}
