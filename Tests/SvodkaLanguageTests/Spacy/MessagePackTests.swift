import SvodkaKit
import Testing

@testable import SvodkaLanguage

@Suite struct MessagePackTests {
  @Test func readsEveryKindOfScalar() throws {
    let cases: [([UInt8], MessagePackValue)] = [
      ([0xC0], .null), ([0xC2], .bool(false)), ([0xC3], .bool(true)), ([0x7F], .int(127)), ([0xE0], .int(-32)),
      ([0xCC, 0xFF], .int(255)), ([0xCD, 0x01, 0x00], .int(256)), ([0xCE, 0, 1, 0, 0], .int(65_536)),
      ([0xCF, 0x80, 0, 0, 0, 0, 0, 0, 0], .uint(1 << 63)), ([0xD0, 0x80], .int(-128)),
      ([0xD1, 0xFF, 0x7F], .int(-129)),
      ([0xD2, 0x80, 0, 0, 0], .int(-2_147_483_648)),
      ([0xD3, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFE], .int(-2)),
      ([0xCA, 0x3F, 0xC0, 0, 0], .double(1.5)), ([0xCB, 0x3F, 0xF0, 0, 0, 0, 0, 0, 0], .double(1)),
      ([0xA2, 0x68, 0x69], .string("hi")), ([0xD9, 1, 0x61], .string("a")), ([0xC4, 2, 0, 255], .binary([0, 255])),
      ([0xD5, 7, 1, 2], .ext(7, [1, 2])), ([0xC7, 1, 0xFF, 9], .ext(-1, [9])),
    ]
    for (bytes, value) in cases { #expect(try MessagePackValue(bytes, name: "t") == value) }
  }

  @Test func readsNestedValuesInOrder() throws {
    let value = try MessagePackValue([0x82, 0xA1, 0x62, 0x92, 1, 0xC0, 0xA1, 0x61, 0x80], name: "t")
    #expect(value.map?.map(\.key) == [.string("b"), .string("a")])
    #expect(value["b"]?.array == [.int(1), .null])
    #expect(value["a"]?.map == [])
    #expect(value["c"] == nil)
  }

  /// As msgpack-numpy writes `numpy.array([[1.0, -2.5]], dtype="float32")`: keys, type and kind may be binary or text.
  @Test(arguments: [true, false]) func readsArraysOfNumbers(binary: Bool) throws {
    func text(_ value: String) -> [UInt8] {
      (binary ? [0xC4, UInt8(value.utf8.count)] : [0xA0 | UInt8(value.utf8.count)]) + Array(value.utf8)
    }
    let bytes: [UInt8] =
      [0x85] + text("nd") + [0xC3] + text("type") + [0xA3] + Array("<f4".utf8) + text("kind") + text("")
      + text("shape") + [0x92, 1, 2] + text("data") + [0xC4, 8, 0, 0, 0x80, 0x3F, 0, 0, 0x20, 0xC0]
    let tensor = try #require(try MessagePackValue(bytes, name: "t").tensor)
    #expect(tensor.shape == [1, 2])
    #expect(tensor.floats == [1, -2.5])
    #expect(tensor.hashes == nil)
  }

  @Test(
    arguments: [
      [], [0xC1], [0x92, 1], [0xA3, 0x61], [0xDD, 0xFF, 0xFF, 0xFF, 0xFF], [0xC6, 0x7F, 0xFF, 0xFF, 0xFF, 0], [1, 2],
      [UInt8](repeating: 0x91, count: 100),
      // Arrays of numbers that are larger than what there is of them.
      [
        0x84, 0xA2, 0x6E, 0x64, 0xC3, 0xA4, 0x74, 0x79, 0x70, 0x65, 0xA3, 0x3C, 0x66, 0x34, 0xA5, 0x73, 0x68, 0x61,
        0x70,
      ]
        + [0x65, 0x92, 0xCE, 0xFF, 0xFF, 0xFF, 0xFF, 0xCF, 0x7F, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xA4, 0x64]
        + [0x61, 0x74, 0x61, 0xC4, 0],
    ] as [[UInt8]]) func refusesBrokenBytes(bytes: [UInt8])
  {
    let error = #expect(throws: AnalysisError.self) { try MessagePackValue(bytes, name: "broken.msg") }
    #expect(error?.code == ErrorCode.brokenModel.rawValue)
    #expect(error?.location?.path == "broken.msg")
  }
}
