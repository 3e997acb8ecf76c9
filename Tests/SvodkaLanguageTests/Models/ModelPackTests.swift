import Foundation
import SvodkaKit
import Testing

@testable import SvodkaLanguage

@Suite("A model pack is whole or it is refused")
struct ModelPackTests {
  private let path = NSTemporaryDirectory() + "svodka-pack-\(UUID().uuidString)/some.pack"

  private func written() throws -> String {
    var writer = ModelPackWriter()
    writer.add(about: ["name": "some", "version": "2", "licence": "MIT"])
    writer.add("weights", numbers: [1.5, -2, 3] as [Float])
    writer.add("labels", lines: ["O", "B-PER", ""])
    writer.add("empty", [])
    try writer.write(to: path)
    return path
  }

  private func refusal(of bytes: [UInt8]) throws -> AnalysisError? {
    try Data(bytes).write(to: URL(filePath: path))
    do throws(AnalysisError) { _ = try ModelPack(path: path) } catch { return error }
    return nil
  }

  @Test("what is written is read again, and lies where a register can load it")
  func roundTrip() throws {
    let pack = try ModelPack(path: written())
    defer { try? FileManager.default.removeItem(atPath: path) }
    #expect(pack.about["licence"] == "MIT")
    #expect(pack.version == "2")
    #expect(Array(try pack.array("weights", of: Float.self, count: 3)) == [1.5, -2, 3])
    #expect(try pack.lines("labels") == ["O", "B-PER", ""])
    #expect(try pack.bytes("empty").isEmpty)
    #expect(UInt(bitPattern: try pack.bytes("weights").baseAddress) % 64 == 0)
    try pack.verify()
  }

  @Test("a missing section and one of another length are named")
  func wrongSections() throws {
    let pack = try ModelPack(path: written())
    defer { try? FileManager.default.removeItem(atPath: path) }
    #expect(throws: AnalysisError.self) { try pack.bytes("transitions") }
    #expect(throws: AnalysisError.self) { try pack.array("weights", of: Float.self, count: 4) }
    #expect(throws: AnalysisError.self) { try pack.array("empty", of: Float.self, count: 1) }
  }

  @Test("a byte changed anywhere, a cut and a tail are refused")
  func refusals() throws {
    let whole = [UInt8](try Data(contentsOf: URL(filePath: written())))
    defer { try? FileManager.default.removeItem(atPath: path) }
    #expect(try refusal(of: whole) == nil)
    for place in stride(from: 0, to: whole.count, by: 7) where !(32..<64).contains(place) {
      var changed = whole
      changed[place] ^= 0x10
      #expect(try refusal(of: changed)?.code == "R103", "byte \(place)")
    }
    for count in [0, 10, 63, 64, whole.count / 2, whole.count - 1] {
      #expect(try refusal(of: Array(whole.prefix(count)))?.code == "R103", "cut after \(count)")
    }
    #expect(try refusal(of: whole + [0])?.code == "R103")
  }

  @Test("nothing else is left in the folder")
  func leavesNothingBehind() throws {
    let folder = (try written() as NSString).deletingLastPathComponent
    defer { try? FileManager.default.removeItem(atPath: folder) }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["some.pack"])
  }

  @Test("a missing file says what to do")
  func missingFile() throws {
    let error = try #require(throws: AnalysisError.self) {
      try ModelStore(folder: "/nowhere").open("ru-names", madeBy: SlovnetPackBuilder.self)
    }
    #expect(error.message.contains("svodka models install"))
  }
}

@Suite("The folder of the models")
struct ModelStoreTests {
  @Test("is named by SVODKA_MODELS, then XDG_DATA_HOME, then the home folder")
  func folders() {
    #expect(ModelStore.defaultFolder(["SVODKA_MODELS": "/m", "XDG_DATA_HOME": "/x", "HOME": "/h"]) == "/m")
    #expect(ModelStore.defaultFolder(["SVODKA_MODELS": "", "XDG_DATA_HOME": "/x"]) == "/x/svodka/models")
    #expect(ModelStore.defaultFolder(["XDG_DATA_HOME": "x", "HOME": "/h"]) == "/h/.local/share/svodka/models")
  }
}
