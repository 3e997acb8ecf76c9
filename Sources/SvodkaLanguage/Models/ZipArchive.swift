import CSvodkaBytes
import SvodkaKit

/// Reads single files out of a zip archive (PKWARE APPNOTE 6.3.3), as wheels are: stored or deflated, not encrypted, under 4 GB.
struct ZipArchive {
  private struct Entry {
    var method: Int
    var crc: UInt32
    var packed: Int
    var length: Int
    var header: Int
  }

  private let bytes: [UInt8]
  private let name: String
  private var entries: [String: Entry] = [:]

  /// Reads the central directory.
  ///
  /// - Throws: `R103` for what is no zip archive.
  init(_ bytes: [UInt8], name: String) throws(AnalysisError) {
    self.bytes = bytes
    self.name = name
    // The end record stands in the last 64 KB and 22 bytes, before a comment.
    var end = bytes.count - 22
    while end >= 0, end >= bytes.count - 22 - 0xFFFF, number(at: end, 4) != 0x0605_4B50 { end -= 1 }
    guard end >= 0, number(at: end, 4) == 0x0605_4B50 else { throw broken("it is no zip archive") }
    var place = number(at: end + 16, 4)
    for _ in 0..<number(at: end + 10, 2) {
      guard place + 46 <= bytes.count, number(at: place, 4) == 0x0201_4B50 else {
        throw broken("its directory is broken")
      }
      let nameLength = number(at: place + 28, 2)
      let next = place + 46 + nameLength + number(at: place + 30, 2) + number(at: place + 32, 2)
      guard next <= bytes.count else { throw broken("its directory is broken") }
      let path = String(decoding: bytes[(place + 46)..<(place + 46 + nameLength)], as: UTF8.self)
      entries[path] = Entry(
        method: number(at: place + 10, 2), crc: UInt32(number(at: place + 16, 4)), packed: number(at: place + 20, 4),
        length: number(at: place + 24, 4), header: number(at: place + 42, 4))
      place = next
    }
  }

  /// The paths of all files, sorted.
  var paths: [String] { entries.keys.sorted() }

  /// The bytes of one file.
  ///
  /// - Throws: `R103` when the archive does not hold it, or damaged.
  func contents(of path: String) throws(AnalysisError) -> [UInt8] {
    guard let entry = entries[path] else { throw broken("it does not hold '\(path)'") }
    guard entry.header + 30 <= bytes.count, number(at: entry.header, 4) == 0x0403_4B50 else {
      throw broken("'\(path)' is damaged")
    }
    let start = entry.header + 30 + number(at: entry.header + 26, 2) + number(at: entry.header + 28, 2)
    guard start + entry.packed <= bytes.count else { throw broken("'\(path)' is cut off") }
    var out = [UInt8](repeating: 0, count: entry.length)
    let isWhole: Bool
    switch entry.method {
    case 0:
      out = Array(bytes[start..<(start + entry.packed)])
      isWhole = out.count == entry.length
    case 8:
      isWhole =
        bytes[start..<(start + entry.packed)].withUnsafeBufferPointer { source in
          svodka_inflate_raw(source.baseAddress, UInt64(source.count), &out, UInt64(out.count))
        } != 0
    default: throw broken("'\(path)' is packed in a way that is not known")
    }
    guard isWhole, svodka_crc32(out, UInt64(out.count)) == entry.crc else { throw broken("'\(path)' is damaged") }
    return out
  }

  private func number(at place: Int, _ width: Int) -> Int {
    guard place >= 0, place + width <= bytes.count else { return 0 }
    return (0..<width).reduce(0) { $0 | Int(bytes[place + $1]) << (8 * $1) }
  }

  private func broken(_ reason: String) -> AnalysisError {
    AnalysisError(
      .brokenModel, "the package cannot be used, \(reason): fetch it again", location: .init(path: name))
  }
}
