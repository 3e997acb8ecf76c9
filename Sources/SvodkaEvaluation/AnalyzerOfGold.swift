public import SvodkaKit

/// Tells for which analyzer a file of gold was written, by the fields of its records.
public enum AnalyzerOfGold {
  /// The analyzer whose identity fields all records have; of several, the one that asks for most fields.
  ///
  /// - Throws: `I112` when there is none, `I103` for what is no JSON.
  public static func name(
    of bytes: [UInt8], path: String, among known: [(name: String, comparison: Comparison)]
  ) throws(AnalysisError) -> String {
    let rows = try JSONRows.read(bytes, path: path)
    let ranked = known.sorted { $0.comparison.identity.count > $1.comparison.identity.count }
    for (name, comparison) in ranked {
      let records = rows.flatMap { GoldReader.records(of: $0.row, analyzer: name) ?? [] }
      let keys = comparison.identity.map(\.key)
      if !records.isEmpty, records.allSatisfy({ record in keys.allSatisfy { record[$0] != nil } }) { return name }
    }
    throw AnalysisError(
      .badGold,
      "the records of this gold are of no known analyzer: name one with --analyzer ("
        + known.map(\.name).joined(separator: ", ") + ")", location: .init(path: path))
  }
}
