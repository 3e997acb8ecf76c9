/// Rows of weights under 64-bit numbers that are well spread.
package struct AnswerTable: Sendable {
  /// Weights by label, padded to what a processor adds at once.
  typealias Row = SIMD8<Float>

  private struct Slot {
    var key: UInt64 = 0
    /// -1 where the slot is free.
    var place = -1
  }

  private var slots = [Slot](repeating: Slot(), count: 64)
  private var rows: [Row] = []

  /// The number of rows.
  package var count: Int { rows.count }

  /// A row of as many weights as there are labels.
  static func row(_ weights: some Sequence<Float>) -> Row {
    var row = Row()
    for (label, weight) in weights.enumerated() { row[label] = weight }
    return row
  }

  mutating func set(_ key: UInt64, _ weights: [Float]) {
    if (rows.count + 1) * 2 > slots.count { grow() }
    let slot = slots.withUnsafeBufferPointer { Self.slot(of: key, $0) }
    if slots[slot].place < 0 {
      slots[slot] = Slot(key: key, place: rows.count)
      rows.append(Self.row(weights))
    } else {
      rows[slots[slot].place] = Self.row(weights)
    }
  }

  private mutating func grow() {
    let old = slots
    slots = [Slot](repeating: Slot(), count: old.count * 2)
    for slot in old where slot.place >= 0 {
      slots[slots.withUnsafeBufferPointer { Self.slot(of: slot.key, $0) }] = slot
    }
  }

  private static func slot(of key: UInt64, _ slots: UnsafeBufferPointer<Slot>) -> Int {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: key ^ (key >> 32)) & mask
    while slots[slot].place >= 0, slots[slot].key != key { slot = (slot + 1) & mask }
    return slot
  }

  /// Gives the rows for looks in a row.
  func withRows<Result>(_ body: ((_ key: UInt64) -> Row?) -> Result) -> Result {
    slots.withUnsafeBufferPointer { slots in
      rows.withUnsafeBufferPointer { rows in
        body { key in
          let place = slots[Self.slot(of: key, slots)].place
          return place < 0 ? nil : rows[place]
        }
      }
    }
  }
}
