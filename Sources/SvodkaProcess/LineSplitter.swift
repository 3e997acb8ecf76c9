/// Puts the lines of a stream together, at most `limit` bytes each.
///
/// Lines end at U+000A alone: JSON may hold the other line ends of Unicode as they are.
struct LineSplitter {
  /// A line is longer than the limit.
  struct TooLong: Error {}

  private let limit: Int
  private var open: [UInt8] = []

  init(limit: Int) { self.limit = limit }

  /// The lines that `bytes` complete, without their ends; empty lines are left out.
  mutating func lines(_ bytes: some Collection<UInt8>) throws(TooLong) -> [[UInt8]] {
    var lines: [[UInt8]] = []
    var rest = bytes[...]
    while let end = rest.firstIndex(of: 0x0A) {
      guard open.count + rest.distance(from: rest.startIndex, to: end) <= limit else { throw TooLong() }
      open.append(contentsOf: rest[..<end])
      if open.last == 0x0D { open.removeLast() }
      if !open.isEmpty { lines.append(open) }
      open.removeAll(keepingCapacity: open.count < 1 << 16)
      rest = rest[rest.index(after: end)...]
    }
    guard open.count + rest.count <= limit else { throw TooLong() }
    open.append(contentsOf: rest)
    return lines
  }

  /// What is left without a line end when the stream is over.
  mutating func last() -> [UInt8]? {
    defer { open = [] }
    return open.isEmpty ? nil : open
  }

  /// Everything that is open, and nothing of it afterwards; for a log, which has no use for long lines.
  mutating func cut() -> [UInt8] {
    defer { open = [] }
    return open
  }
}
