import CSvodkaBytes
import SvodkaKit
import Testing

@testable import SvodkaLanguage

@Suite("Archives of packages")
struct ArchiveTests {
  private static func little(_ value: Int, _ width: Int) -> [UInt8] {
    (0..<width).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }

  /// A zip of one file that holds `content`, deflated as one stored block when `deflated`.
  private static func zip(_ path: String, _ content: [UInt8], deflated: Bool) -> [UInt8] {
    let packed =
      deflated ? [1] + little(content.count, 2) + little(~content.count & 0xFFFF, 2) + content : content
    let crc = Int(svodka_crc32(content, UInt64(content.count)))
    let common =
      little(deflated ? 8 : 0, 2) + little(0, 4) + little(crc, 4) + little(packed.count, 4) + little(content.count, 4)
      + little(path.utf8.count, 2)
    let local = little(0x0403_4B50, 4) + little(20, 2) + little(0, 2) + common + little(0, 2) + Array(path.utf8)
    let directory =
      little(0x0201_4B50, 4) + little(20, 2) + little(20, 2) + little(0, 2) + common + little(0, 12) + little(0, 4)
      + Array(path.utf8)
    let end =
      little(0x0605_4B50, 4) + little(0, 4) + little(1, 2) + little(1, 2) + little(directory.count, 4)
      + little(local.count + packed.count, 4) + little(0, 2)
    return local + packed + directory + end
  }

  @Test("a stored and a deflated file are read", arguments: [false, true])
  func reads(deflated: Bool) throws {
    let content = Array("модель".utf8)
    let archive = try ZipArchive(Self.zip("data/a.bin", content, deflated: deflated), name: "a.whl")
    #expect(archive.paths == ["data/a.bin"])
    #expect(try archive.contents(of: "data/a.bin") == content)
    #expect(throws: AnalysisError.self) { try archive.contents(of: "data/b.bin") }
  }

  @Test("a damaged file is refused")
  func damaged() throws {
    var bytes = Self.zip("a", Array("content".utf8), deflated: true)
    bytes[40] ^= 1
    #expect(throws: AnalysisError.self) { try ZipArchive(bytes, name: "a.whl").contents(of: "a") }
    #expect(throws: AnalysisError.self) { try ZipArchive([1, 2, 3], name: "a.whl") }
    #expect(throws: AnalysisError.self) { try ZipArchive([], name: "a.whl") }
  }

  private static func tar(_ path: String, _ content: [UInt8]) -> [UInt8] {
    var header = [UInt8](repeating: 0, count: 512)
    func put(_ text: String, at place: Int) {
      header.replaceSubrange(place..<(place + text.utf8.count), with: text.utf8)
    }
    put(path, at: 0)
    put(String(content.count, radix: 8), at: 124)
    put("0", at: 156)
    put("        ", at: 148)
    put(String(header.reduce(0) { $0 + Int($1) }, radix: 8), at: 148)
    return header + content + [UInt8](repeating: 0, count: (512 - content.count % 512) % 512)
  }

  @Test("a tar gives its files; a broken header is refused")
  func tarFiles() throws {
    let bytes = Self.tar("meta.json", Array("{}".utf8)) + Self.tar("arrays/0.bin", [1, 2, 3])
    let archive = try TarArchive(bytes + [UInt8](repeating: 0, count: 1024), name: "a.tar")
    #expect(archive["meta.json"].map(Array.init) == Array("{}".utf8))
    #expect(archive["arrays/0.bin"].map(Array.init) == [1, 2, 3])
    #expect(archive["arrays/1.bin"] == nil)
    var broken = bytes
    broken[5] ^= 1
    #expect(throws: AnalysisError.self) { try TarArchive(broken, name: "a.tar") }
    #expect(throws: AnalysisError.self) { try TarArchive(Array(bytes.prefix(513)), name: "a.tar") }
  }
}
