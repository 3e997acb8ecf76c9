import SvodkaKit
import Testing

struct JSONParserTests {
  @Test func whatIsWrittenIsReadBackInItsOrder() throws {
    let value: JSONValue = [
      "z": 1, "a": ["ё \"\\\n\t\u{1}\u{7F}", .null, true, false, .double(-2.5), .double(1e300), .int(.min)],
      "": [:], "e": [],
    ]
    for pretty in [false, true] { #expect(try JSONValue(text: Array(value.json(pretty: pretty).utf8)) == value) }
  }

  @Test(arguments: [
    (#""\u0451\ud83d\ude00\/\b\f""#, "ё😀/\u{8}\u{C}"), (#"  "a"  "#, "a"), (#""\"""#, "\""),
  ])
  func strings(_ text: String, _ string: String) throws {
    #expect(try JSONValue(text: Array(text.utf8)) == .string(string))
  }

  @Test(arguments: [
    "", "{", "[1,]", "{\"a\" 1}", "{a: 1}", "tru", "1 2", "\"a", "\"\\x\"", "\"\\ud83d\"", "\"\\u12\"", "+1", "-", ".5",
    "\"a\nb\"", "nul", "[1", "{\"a\":}",
  ])
  func whatIsNoJSONIsAnError(_ text: String) {
    #expect(throws: AnalysisError.self) { try JSONValue(text: Array(text.utf8)) }
  }

  @Test func depthIsBounded() {
    #expect(throws: AnalysisError.self) {
      try JSONValue(text: Array((String(repeating: "[", count: 100_000)).utf8))
    }
  }
}
