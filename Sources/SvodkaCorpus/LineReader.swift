import SvodkaKit

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Cuts a source into lines without holding more of it than the longest line allowed.
final class LineReader {
  enum Line {
    /// A line without its end.
    case line(number: Int, bytes: [UInt8])
    /// A line over the limit, passed over.
    case tooLong(number: Int, length: Int)
  }

  private let source: ByteSource
  private let limit: Int
  private var buffer: [UInt8]
  private var start = 0
  private var number = 0

  /// Goes on behind `head`, which was read from the source before.
  init(source: ByteSource, head: [UInt8], limit: Int) {
    self.source = source
    self.limit = limit
    buffer = head
  }

  /// The next line; nil at the end.
  func next() throws(AnalysisError) -> Line? {
    var searched = start
    while true {
      if let end = newline(from: searched) {
        defer { start = end + 1 }
        return finished(end)
      }
      if buffer.count - start > limit { return try skipLine() }
      searched = buffer.count
      if start > 0 {
        buffer.removeFirst(start)
        searched -= start
        start = 0
      }
      guard try source.read(into: &buffer) else {
        guard start < buffer.count else { return nil }
        defer { start = buffer.count }
        return finished(buffer.count)
      }
    }
  }

  private func finished(_ end: Int) -> Line {
    number += 1
    if end - start > limit { return .tooLong(number: number, length: end - start) }
    var last = end
    if last > start, buffer[last - 1] == 0x0D { last -= 1 }
    return .line(number: number, bytes: Array(buffer[start..<last]))
  }

  /// Passes over a line that outgrew the limit, block by block.
  private func skipLine() throws(AnalysisError) -> Line {
    number += 1
    var length = buffer.count - start
    buffer = []
    start = 0
    while try source.read(into: &buffer) {
      if let end = newline(from: 0) {
        length += end
        start = end + 1
        return .tooLong(number: number, length: length)
      }
      length += buffer.count
      buffer.removeAll(keepingCapacity: true)
    }
    return .tooLong(number: number, length: length)
  }

  private func newline(from offset: Int) -> Int? {
    buffer.withUnsafeBytes { raw -> Int? in
      guard let base = raw.baseAddress, offset < raw.count else { return nil }
      guard let found = memchr(base + offset, 0x0A, raw.count - offset) else { return nil }
      return base.distance(to: found)
    }
  }
}
