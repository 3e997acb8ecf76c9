import SvodkaCorpus
import SvodkaKit
import SvodkaPipeline
import SvodkaReport

/// Files of JSON Lines that commands take beside their input.
enum RowFiles {
  /// What people have corrected.
  ///
  /// - Throws: `I101`, `I103` or `I118`, with the line.
  static func corrections(_ path: String) throws(AnalysisError) -> Corrections {
    let lines = try ResultLines(path: path)
    var rows: [(bytes: [UInt8], location: SourceLocation)] = []
    while let (bytes, number) = try lines.next() { rows.append((bytes, SourceLocation(path: path, line: number))) }
    return try Corrections(rows: rows)
  }

  /// Joins of entities, as `resolve` writes them.
  ///
  /// - Throws: `I101`, `I103`, or `I118` for a row without `from` and `to`, with the line.
  static func links(_ path: String) throws(AnalysisError) -> [ComparisonReport.Options.Join] {
    let lines = try ResultLines(path: path)
    var links: [ComparisonReport.Options.Join] = []
    while let (bytes, number) = try lines.next() {
      let location = SourceLocation(path: path, line: number)
      let row = try JSONValue(text: bytes, at: location)
      guard let from = row["from"]?.string, let to = row["to"]?.string else {
        throw AnalysisError(
          .badCorrection, "this is no link: expected {\"from\": …, \"to\": …}, as `svodka resolve` writes",
          location: location)
      }
      links.append(.init(from: from, to: to, reason: row["reason"]?.string ?? "file"))
    }
    return links
  }
}
