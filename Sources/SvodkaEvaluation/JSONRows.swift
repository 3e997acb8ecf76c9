public import SvodkaKit
import SvodkaCorpus

/// Reads JSON Lines into values, with the number of each line.
public enum JSONRows {
  /// The rows; empty lines are passed over.
  ///
  /// - Throws: `I103` for a line that is no JSON object.
  public static func read(_ bytes: [UInt8], path: String) throws(AnalysisError) -> [(line: Int, row: JSONValue)] {
    var rows: [(line: Int, row: JSONValue)] = []
    var body = bytes[...]
    if body.starts(with: [0xEF, 0xBB, 0xBF]) { body = body.dropFirst(3) }
    for (number, line) in body.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
      guard line.contains(where: { $0 > 0x20 }) else { continue }
      let place = SourceLocation(path: path, line: number + 1)
      let row = try JSONValue(json: Array(line), at: place)
      guard row.members != nil else {
        throw AnalysisError(.brokenJSON, "the line is no JSON object", location: place)
      }
      rows.append((number + 1, row))
    }
    return rows
  }
}
