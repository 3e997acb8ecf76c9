/// Rows of numbers of one width, one after the other.
struct FeatureTable: Sendable {
  private(set) var values: [Float] = []
  /// The numbers of a row; 0 before the first one is closed.
  private(set) var width = 0
  /// The rows that are closed.
  private(set) var count = 0

  /// Makes room for some rows.
  mutating func reserve(rows: Int, width: Int) { values.reserveCapacity(rows * width) }

  mutating func append(_ value: Float) { values.append(value) }

  mutating func append(_ value: Bool) { values.append(value ? 1 : 0) }

  mutating func append(_ more: some Sequence<Float>) { values.append(contentsOf: more) }

  /// Numbers of the row that is open.
  var open: Int { values.count - count * width }

  /// Ends a row.
  mutating func close() {
    count += 1
    if count == 1 { width = values.count }
    precondition(values.count == count * width, "rows are of one width")
  }

  /// The rows by themselves, as learning wants them.
  var rows: [[Float]] { (0..<count).map { Array(values[($0 * width)..<(($0 + 1) * width)]) } }
}
