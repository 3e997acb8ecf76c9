import CSvodkaBytes
import SvodkaKit

/// Inflates a gzip stream step by step; several members one after another are one stream.
final class GzipInflater {
  private let handle: OpaquePointer
  private var insideMember = false
  private var room: [UInt8]
  /// True when the last step filled all its room, so that more may wait without new input.
  private(set) var mayHoldMore = false

  init?(stretch: Int = 256 << 10) {
    guard let handle = svodka_inflater_open() else { return nil }
    self.handle = handle
    room = [UInt8](repeating: 0, count: stretch)
  }

  deinit { svodka_inflater_close(handle) }

  /// True when the stream may end here: no member is open.
  var isComplete: Bool { !insideMember }

  /// Appends one stretch, at most 256 KB, to `out` and returns how many bytes of `input` it took.
  ///
  /// - Throws: `I108` for what is no gzip, or damaged.
  func step(_ input: ArraySlice<UInt8>, into out: inout [UInt8], path: String?) throws(AnalysisError) -> Int {
    var (used, made): (UInt32, UInt32) = (0, 0)
    let status = input.withUnsafeBufferPointer { source in
      room.withUnsafeMutableBufferPointer { target in
        svodka_inflater_run(
          handle, source.baseAddress, UInt32(source.count), &used, target.baseAddress, UInt32(target.count), &made)
      }
    }
    if status == Int32(SVODKA_INFLATE_DAMAGED) { throw Self.damaged(path) }
    insideMember = status == Int32(SVODKA_INFLATE_MORE) && (insideMember || used > 0)
    mayHoldMore = Int(made) == room.count
    out.append(contentsOf: room[0..<Int(made)])
    return Int(used)
  }

  /// The error for an archive that is cut off or damaged.
  static func damaged(_ path: String?) -> AnalysisError {
    AnalysisError(
      .brokenArchive, "the gzip file is damaged or cut off: fetch or pack it again",
      location: path.map { .init(path: $0) })
  }
}
