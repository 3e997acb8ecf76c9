public import SvodkaKit

/// Yields the documents of files, folders, patterns and standard input one after another, holding one at a time.
///
/// Paths are read in the order given; a folder is walked with names in the order of their bytes. A page or text gets
/// for its id (``RawInput/name``) its path below the folder or pattern given, or its file name when it was named
/// itself; when several paths are given, the path as given or found. A row of JSON Lines brings its own id.
public struct InputReader {
  private var files: InputFiles
  private let options: InputOptions
  private var current: (file: InputFile, lines: LineReader)?
  private var source: ByteSource?
  private var bytesBefore = 0

  /// Prepares to read `paths`; `-` is standard input.
  ///
  /// - Throws: `I102` for a path that is not there and a pattern that nothing fits, `C101` for no path at all and for one
  ///   that is also the output.
  public init(paths: [String], options: InputOptions = InputOptions()) throws(AnalysisError) {
    guard !paths.isEmpty else {
      throw AnalysisError(.badArgument, "no input: give files, folders, patterns, or - for standard input")
    }
    files = try InputFiles(paths: paths, outputs: options.outputs)
    self.options = options
    totalBytes = files.totalBytes()
  }

  /// The size of all files as they lie on the disk, in bytes; nil when standard input is among them.
  public let totalBytes: Int?

  /// How many bytes were read from the disk so far, to be compared with ``totalBytes``.
  public var bytesRead: Int { bytesBefore + (source?.bytesRead ?? 0) }

  /// The next document, or what keeps one from being read; nil at the end. After a failure the reader goes on.
  public mutating func next() -> Result<RawInput, AnalysisError>? {
    while true {
      do throws(AnalysisError) {
        if let (file, lines) = current {
          guard let line = try lines.next() else {
            current = nil
            continue
          }
          if let row = try row(line, of: file) { return .success(row) }
          continue
        }
        guard let next = files.next() else {
          finish()
          return nil
        }
        let file = try next.get()
        if let document = try open(file) { return .success(document) }
      } catch {
        if error.code == ErrorCode.limitExceeded.rawValue { return .failure(error) }
        current = nil
        return .failure(error)
      }
    }
  }

  private mutating func finish() {
    bytesBefore += source?.bytesRead ?? 0
    source = nil
  }

  /// Reads a page or text whole; of JSON Lines it only finds the first line.
  private mutating func open(_ file: InputFile) throws(AnalysisError) -> RawInput? {
    finish()
    let source = try ByteSource(path: file.path)
    self.source = source
    var bytes: [UInt8] = []
    // Rows that come one by one, from a terminal or another program, must not wait for a full block.
    while bytes.count < 4096, !InputSniffer.opensLikeRows(bytes, path: file.path), try source.read(into: &bytes) {}
    let kind: RawInput.Kind =
      switch options.format {
      case .auto: InputSniffer.kind(path: file.path, head: bytes[...])
      case .text: .text
      case .html: .html
      case .jsonl: .row
      }
    if kind == .row {
      if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
      current = (file, LineReader(source: source, head: bytes, limit: options.lineLimit))
      return nil
    }
    repeat {
      if bytes.count > options.pageLimit {
        throw AnalysisError(
          .limitExceeded,
          "the document is longer than page-limit, \(options.pageLimit) bytes: raise the limit or split it",
          location: .init(path: file.path ?? "standard input"))
      }
    } while try source.read(into: &bytes)
    return RawInput(path: file.path, name: file.name, root: file.root, kind: kind, bytes: bytes)
  }

  private func row(_ line: LineReader.Line, of file: InputFile) throws(AnalysisError) -> RawInput? {
    switch line {
    case .tooLong(let number, let length):
      throw AnalysisError(
        .limitExceeded,
        "the line has \(length) bytes, more than line-limit, \(options.lineLimit): raise the limit or split the row",
        location: .init(path: file.path ?? "standard input", line: number))
    case .line(let number, let bytes):
      guard bytes.contains(where: { $0 > 0x20 }) else { return nil }
      return RawInput(path: file.path, name: file.name, root: file.root, line: number, kind: .row, bytes: bytes)
    }
  }
}
