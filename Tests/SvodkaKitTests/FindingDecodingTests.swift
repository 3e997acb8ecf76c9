import SvodkaKit
import Testing

struct FindingDecodingTests {
  struct Finding: Codable, Hashable {
    struct Victims: Codable, Hashable {
      var text: SpannedText
      var `class`: String
    }
    var id: String
    var evidence: SpannedText
    var victims: Victims?
    var place: SpannedText?
    var low: Int
    var high: Int?
    var confidence: Double
    var parts: [SpannedText]
    var isSure: Bool
  }

  @Test func findingsAreReadBack() throws {
    let text: DocumentText = "Ещё двое убиты, ё!"
    let offsets = ScalarOffsets(text)
    let word = text.spanned(TextSpan(7, 15))
    for victims in [Finding.Victims(text: word, class: "child"), nil] {
      let finding = Finding(
        id: "f", evidence: text.spanned(TextSpan(7, 26)), victims: victims, place: victims == nil ? word : nil, low: 2,
        high: nil, confidence: 0.5, parts: [word], isSure: true)
      let written = try JSONValueEncoder(offsets: offsets).encode(finding)
      #expect(written["start"]?.int == 4)
      let read = try JSONValue(text: Array(written.json().utf8))
      #expect(try JSONValueDecoder(offsets: offsets).decode(Finding.self, from: read) == finding)
    }
  }

  @Test func whatDoesNotFitIsAnError() throws {
    let offsets = ScalarOffsets("abc")
    for broken: JSONValue in [
      ["text": "a", "start": 1, "end": 9], ["text": "a", "start": 2, "end": 1], ["start": 0, "end": 1], "a",
    ] {
      #expect(throws: (any Error).self) {
        try JSONValueDecoder(offsets: offsets).decode(SpannedText.self, from: broken)
      }
    }
    #expect(throws: (any Error).self) { try JSONValueDecoder().decode([UInt8].self, from: [1, 256]) }
  }
}
