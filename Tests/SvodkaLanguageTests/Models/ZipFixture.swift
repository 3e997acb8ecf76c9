import CSvodkaBytes

/// Archives made by hand.
enum ZipFixture {
  /// A zip of files, each deflated as one stored block when `deflated`.
  static func zip(_ files: [(path: String, content: [UInt8])], deflated: Bool = false) -> [UInt8] {
    var local: [UInt8] = []
    var directory: [UInt8] = []
    for (path, content) in files {
      let packed =
        deflated ? [1] + little(content.count, 2) + little(~content.count & 0xFFFF, 2) + content : content
      let crc = Int(svodka_crc32(content, UInt64(content.count)))
      let common =
        little(deflated ? 8 : 0, 2) + little(0, 4) + little(crc, 4) + little(packed.count, 4)
        + little(content.count, 4) + little(path.utf8.count, 2)
      directory +=
        little(0x0201_4B50, 4) + little(20, 2) + little(20, 2) + little(0, 2) + common + little(0, 12)
        + little(local.count, 4) + Array(path.utf8)
      local += little(0x0403_4B50, 4) + little(20, 2) + little(0, 2) + common + little(0, 2) + Array(path.utf8)
      local += packed
    }
    let end =
      little(0x0605_4B50, 4) + little(0, 4) + little(files.count, 2) + little(files.count, 2)
      + little(directory.count, 4) + little(local.count, 4) + little(0, 2)
    return local + directory + end
  }

  private static func little(_ value: Int, _ width: Int) -> [UInt8] {
    (0..<width).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }
}
