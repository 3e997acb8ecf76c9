/// Translates between UTF-8 byte offsets (inside the program) and Unicode scalar offsets (in its output).
///
/// Built in one pass over the text; a look-up reads at most one block of 256 bytes.
public struct ScalarOffsets: Sendable {
  private static let block = 256
  private let bytes: [UInt8]
  private let before: [Int]

  /// Prepares the translation for a text.
  public init(_ text: DocumentText) {
    bytes = text.bytes
    var counts: [Int] = [0]
    counts.reserveCapacity(bytes.count / Self.block + 2)
    var total = 0
    var position = 0
    while position < bytes.count {
      let end = min(position + Self.block, bytes.count)
      total += Self.scalars(in: bytes[position..<end])
      counts.append(total)
      position = end
    }
    before = counts
  }

  private static func scalars(in slice: ArraySlice<UInt8>) -> Int {
    var n = 0
    for byte in slice where byte & 0xC0 != 0x80 { n += 1 }
    return n
  }

  /// The number of scalars in the text.
  public var count: Int { before[before.count - 1] }

  /// The scalar offset of a byte offset, which must lie on a scalar boundary between 0 and the text's length.
  public func scalar(atByte byte: Int) -> Int {
    let block = byte / Self.block
    return before[block] + Self.scalars(in: bytes[(block * Self.block)..<byte])
  }

  /// The byte offset of a scalar offset between 0 and `count`.
  public func byte(atScalar scalar: Int) -> Int {
    if scalar >= count { return bytes.count }
    var (low, high) = (0, before.count - 1)
    while low + 1 < high {
      let middle = (low + high) / 2
      if before[middle] <= scalar { low = middle } else { high = middle }
    }
    var seen = before[low]
    var position = low * Self.block
    while position < bytes.count {
      if bytes[position] & 0xC0 != 0x80 {
        if seen == scalar { return position }
        seen += 1
      }
      position += 1
    }
    return bytes.count
  }
}
