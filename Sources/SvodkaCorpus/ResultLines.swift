public import SvodkaKit

/// The lines of a file of results, plain or gzipped, one after the other.
public final class ResultLines {
  /// A row of results is hardly longer, in bytes.
  private static let longest = 1 << 30
  private let lines: LineReader
  private let path: String

  /// Opens a file; `-` is standard input.
  ///
  /// - Throws: `I101` when it cannot be read.
  public init(path: String) throws(AnalysisError) {
    self.path = path
    lines = LineReader(source: try ByteSource(path: path == "-" ? nil : path), head: [], limit: Self.longest)
  }

  /// The next line that is not empty, with its number; nil at the end.
  ///
  /// - Throws: `I101` when reading fails, `I107` for a line beyond 1 GiB.
  public func next() throws(AnalysisError) -> (bytes: [UInt8], number: Int)? {
    while let line = try lines.next() {
      switch line {
      case .line(_, let bytes) where bytes.isEmpty: continue
      case .line(let number, let bytes): return (bytes, number)
      case .tooLong(let number, let length):
        throw AnalysisError(
          .limitExceeded, "the line has \(length) bytes: expected at most \(Self.longest)",
          location: .init(path: path, line: number))
      }
    }
    return nil
  }
}
