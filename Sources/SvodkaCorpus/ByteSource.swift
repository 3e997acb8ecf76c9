import SvodkaKit

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The bytes of one file or of standard input, block by block; what starts like gzip is inflated on the way.
final class ByteSource {
  private let descriptor: Int32
  private let path: String?
  private var inflater: GzipInflater?
  private var looked = false
  private var ended = false
  private var buffer: [UInt8]
  /// What of `buffer` is not inflated yet.
  private var pending = 0..<0
  /// The bytes read so far, before inflation.
  private(set) var bytesRead = 0
  /// True once the input turned out to be gzip.
  var isCompressed: Bool { inflater != nil }

  /// Opens a file, or standard input for nil.
  ///
  /// - Throws: `I101` when it cannot be opened.
  init(path: String?, blockSize: Int = 256 << 10) throws(AnalysisError) {
    self.path = path
    buffer = [UInt8](repeating: 0, count: blockSize)
    guard let path else {
      descriptor = 0
      return
    }
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    if descriptor < 0 { throw Self.unreadable(path, errno) }
  }

  deinit { if descriptor > 0 { close(descriptor) } }

  /// The error for a file or folder that cannot be read, with the system's reason.
  static func unreadable(_ path: String, _ number: Int32) -> AnalysisError {
    let reason = strerror(number).map { String(cString: $0) } ?? "error \(number)"
    return AnalysisError(
      .unreadableInput, "cannot read '\(path)': check that it is there and may be read",
      location: .init(path: path), cause: reason)
  }

  /// Appends the next stretch, at most 256 KB, to `out`; false at the end.
  ///
  /// - Throws: `I101` when reading fails, `I108` for a damaged gzip file.
  func read(into out: inout [UInt8]) throws(AnalysisError) -> Bool {
    if let inflater, !pending.isEmpty || inflater.mayHoldMore { return try inflate(inflater, into: &out) }
    guard !ended else { return false }
    let count = try fill()
    if !looked {
      looked = true
      if count >= 2, buffer[0] == 0x1F, buffer[1] == 0x8B { inflater = GzipInflater() }
    }
    guard count > 0 else {
      ended = true
      if let inflater, !inflater.isComplete { throw GzipInflater.damaged(path) }
      return false
    }
    guard let inflater else {
      out.append(contentsOf: buffer[0..<count])
      return true
    }
    pending = 0..<count
    return try inflate(inflater, into: &out)
  }

  private func inflate(_ inflater: GzipInflater, into out: inout [UInt8]) throws(AnalysisError) -> Bool {
    let used = try inflater.step(buffer[pending], into: &out, path: path)
    pending = (pending.lowerBound + used)..<pending.upperBound
    return true
  }

  /// Reads until the buffer holds a block or the input pauses; the first block has at least two bytes where there are two.
  private func fill() throws(AnalysisError) -> Int {
    var count = 0
    while count < (looked ? 1 : 2) {
      let room = buffer.count - count
      let n = buffer.withUnsafeMutableBytes { raw in
        raw.baseAddress.map { sysRead(descriptor, $0 + count, room) } ?? 0
      }
      if n < 0 {
        if errno == EINTR { continue }
        throw Self.unreadable(path ?? "standard input", errno)
      }
      if n == 0 { break }
      count += n
    }
    bytesRead += count
    return count
  }
}

/// `read(2)`, under a name that the method of the same name does not hide.
private func sysRead(_ descriptor: Int32, _ target: UnsafeMutableRawPointer, _ count: Int) -> Int {
  read(descriptor, target, count)
}
