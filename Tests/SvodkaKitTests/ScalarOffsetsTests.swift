import SvodkaKit
import Testing

@Suite struct ScalarOffsetsTests {
  @Test func countsScalarsOfMixedScripts() {
    let text: DocumentText = "Киев 🕊️ café"
    let offsets = ScalarOffsets(text)
    #expect(offsets.count == text.string.unicodeScalars.count)
    #expect(offsets.scalar(atByte: 8) == 4)
    #expect(offsets.byte(atScalar: 4) == 8)
  }

  @Test func isItsOwnInverseAcrossBlocks() {
    let text = DocumentText(String(repeating: "Лавров said: «да» 🕊 ", count: 60))
    let offsets = ScalarOffsets(text)
    var byte = 0
    for (index, scalar) in text.string.unicodeScalars.enumerated() {
      #expect(offsets.scalar(atByte: byte) == index)
      #expect(offsets.byte(atScalar: index) == byte)
      byte += scalar.utf8.count
    }
    #expect(offsets.byte(atScalar: offsets.count) == text.count)
  }
}
