import SvodkaKit
import Testing

@testable import SvodkaLanguage

@Suite("Archives of packages")
struct ArchiveTests {
  @Test("a stored and a deflated file are read", arguments: [false, true])
  func reads(deflated: Bool) throws {
    let content = Array("модель".utf8)
    let archive = try ZipArchive(ZipFixture.zip([("data/a.bin", content)], deflated: deflated), name: "a.whl")
    #expect(archive.paths == ["data/a.bin"])
    #expect(try archive.contents(of: "data/a.bin") == content)
    #expect(throws: AnalysisError.self) { try archive.contents(of: "data/b.bin") }
  }

  @Test("a damaged file is refused")
  func damaged() throws {
    var bytes = ZipFixture.zip([("a", Array("content".utf8))], deflated: true)
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
