/// Rows of numbers of one width, one after the other.
struct FeatureTable: Sendable {
  let values: [Float]
  /// The numbers of a row; 0 without rows.
  let width: Int
  let count: Int

  /// The most numbers of a row.
  private static let limit = 256

  /// Makes some rows, each by being told its number.
  init(rows: Int, fill: (Int, inout FeatureRow) -> Void) {
    var width = 0
    values = [Float](unsafeUninitializedCapacity: rows * Self.limit) { buffer, used in
      for number in 0..<rows {
        var row = FeatureRow(place: UnsafeMutableBufferPointer(rebasing: buffer[used...].prefix(Self.limit)))
        fill(number, &row)
        if number == 0 { width = row.count }
        precondition(row.count == width, "rows are of one width")
        used += width
      }
    }
    self.width = width
    count = rows
  }

  /// The rows by themselves, as learning wants them.
  var rows: [[Float]] { (0..<count).map { Array(values[($0 * width)..<(($0 + 1) * width)]) } }
}

/// A row that is being written.
struct FeatureRow {
  fileprivate let place: UnsafeMutableBufferPointer<Float>
  /// How many numbers it has.
  private(set) var count = 0

  fileprivate init(place: UnsafeMutableBufferPointer<Float>) { self.place = place }

  mutating func append(_ value: Float) {
    precondition(count < place.count, "a row is too long")
    place.initializeElement(at: count, to: value)
    count += 1
  }

  mutating func append(_ value: Bool) { append(value ? 1 : 0) }

  mutating func append(_ more: some Sequence<Float>) { for value in more { append(value) } }
}
