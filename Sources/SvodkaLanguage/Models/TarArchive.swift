import SvodkaKit

/// Reads a tar archive (POSIX ustar) of plain files with short names.
struct TarArchive {
  private static let block = 512
  private let bytes: [UInt8]
  private var files: [String: Range<Int>] = [:]

  /// Reads the headers.
  ///
  /// - Throws: `R103` when one does not fit its checksum, or a file is cut off.
  init(_ bytes: [UInt8], name: String) throws(AnalysisError) {
    self.bytes = bytes
    var place = 0
    while place + Self.block <= bytes.count, bytes[place] != 0 {
      let header = bytes[place..<(place + Self.block)]
      // The checksum is counted as if its own field held blanks.
      let sum =
        header.reduce(0) { $0 + Int($1) } - header[(place + 148)..<(place + 156)].reduce(0) { $0 + Int($1) } + 256
      let size = Self.octal(header[(place + 124)..<(place + 136)])
      let start = place + Self.block
      guard sum == Self.octal(header[(place + 148)..<(place + 156)]), start + size <= bytes.count else {
        throw AnalysisError(
          .brokenModel, "the tar archive is broken: fetch the package again", location: .init(path: name))
      }
      let path = String(decoding: header.prefix(100).prefix { $0 != 0 }, as: UTF8.self)
      let kind = header[place + 156]
      if kind == 0x30 || kind == 0 { files[path] = start..<(start + size) }
      place = start + (size + Self.block - 1) / Self.block * Self.block
    }
  }

  /// The bytes of one file; nil when the archive does not hold it.
  subscript(_ path: String) -> ArraySlice<UInt8>? { files[path].map { bytes[$0] } }

  private static func octal(_ digits: ArraySlice<UInt8>) -> Int {
    digits.reduce(0) { (0x30...0x37).contains($1) ? $0 << 3 | Int($1 - 0x30) : $0 }
  }
}
