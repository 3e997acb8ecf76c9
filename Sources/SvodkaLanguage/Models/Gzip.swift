import CSvodkaBytes

/// Inflates gzip files that lie whole in memory, as vocabularies of models do.
enum Gzip {
  /// The bytes; nil when they are damaged.
  static func inflated(_ bytes: ArraySlice<UInt8>) -> [UInt8]? {
    guard let stream = svodka_inflater_open() else { return nil }
    defer { svodka_inflater_close(stream) }
    var out: [UInt8] = []
    var room = [UInt8](repeating: 0, count: 256 << 10)
    var place = bytes.startIndex
    while true {
      var (used, made): (UInt32, UInt32) = (0, 0)
      let status = bytes[place...].withUnsafeBufferPointer { source in
        svodka_inflater_run(
          stream, source.baseAddress, UInt32(source.count), &used, &room, UInt32(room.count), &made)
      }
      out += room[0..<Int(made)]
      place += Int(used)
      switch Int(status) {
      case SVODKA_INFLATE_END: return out
      case SVODKA_INFLATE_MORE where used > 0 || made > 0: continue
      default: return nil
      }
    }
  }
}
