import SvodkaKit
import Testing

private struct Claim: Codable, Equatable {
  var id: String
  var evidence: SpannedText
  var number: Int?
  var holder: SpannedText?
  var parts: [String]
}

private struct Holder: Codable, Equatable {
  var text: SpannedText
  var canonical: String
}

@Suite struct FindingCodingTests {
  private let text: DocumentText = "МИД: 14 убиты"

  private var claim: Claim {
    Claim(
      id: "cf-1", evidence: text.spanned(TextSpan(8, 21)), number: nil, holder: text.spanned(TextSpan(0, 6)),
      parts: ["a"])
  }

  @Test func writesTheContractsShape() throws {
    let json = try JSONValueEncoder(offsets: ScalarOffsets(text)).encode(claim).json()
    #expect(
      json
        == #"{"id": "cf-1", "start": 5, "end": 13, "evidence": "14 убиты", "number": null, "holder": {"text": "МИД", "start": 0, "end": 3}, "parts": ["a"]}"#
    )
  }

  @Test func writesASpanBesideOtherFields() throws {
    let holder = Holder(text: text.spanned(TextSpan(0, 6)), canonical: "МИД России")
    let value = try JSONValueEncoder(offsets: ScalarOffsets(text)).encode(holder)
    #expect(value.json() == #"{"text": "МИД", "start": 0, "end": 3, "canonical": "МИД России"}"#)
    #expect(
      try ConfigNodeDecoder().decode(Holder.self, from: ConfigNode(json: JSONValueEncoder().encode(holder))) == holder)
  }

  @Test func readsItsOwnOutput() throws {
    let value = try JSONValueEncoder().encode(claim)
    #expect(try ConfigNodeDecoder().decode(Claim.self, from: ConfigNode(json: value)) == claim)
  }

  @Test func escapesWhatJSONMustNotHold() {
    let value: JSONValue = ["k\"": .string("a\u{1}\n\\ é🕊"), "n": .double(0.5), "whole": .double(2)]
    #expect(value.json() == #"{"k\"": "a\u0001\n\\ é🕊", "n": 0.5, "whole": 2.0}"#)
    #expect(
      JSONValue.object([.init("a", [1]), .init("b", [])]).json(pretty: true)
        == "{\n  \"a\": [\n    1\n  ],\n  \"b\": []\n}")
  }
}

@Suite struct DocumentTextTests {
  @Test func trimsEveryKindOfBlank() {
    let text: DocumentText = "\u{FEFF}\u{A0} да\u{2003}нет \u{200B}\n"
    #expect(text[text.trimmed(text.span)] == "да\u{2003}нет")
    let blank: DocumentText = " \u{A0}\n"
    #expect(blank.trimmed(blank.span).isEmpty)
  }
}
