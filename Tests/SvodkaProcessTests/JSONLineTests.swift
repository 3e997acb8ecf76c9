import SvodkaKit
import Testing

@testable import SvodkaProcess

@Suite struct JSONLineTests {
  @Test(arguments: [
    (#"{"b": 1, "a": [true, false, null]}"#, #"{"b": 1, "a": [true, false, null]}"#),
    (#" [ 1 , -2.5e1 , 1E3 ] "#, #"[1, -25.0, 1000.0]"#), (#""\u043c\u0438\u0440 \ud83d\udd34 \/\n""#, #""мир 🔴 /\n""#),
    (#""\#u{2028}""#, "\"\u{2028}\""), ("{}", "{}"), ("[]", "[]"), ("123456789012345678901", "1.2345678901234568e+20"),
  ])
  func whatIsJSONIsRead(line: String, value: String) throws {
    #expect(try JSONLine.value(of: Array(line.utf8)).json() == value)
  }

  @Test(arguments: [
    "", "{", "[1,]", "{\"a\" 1}", "{a: 1}", "nul", "NaN", "Infinity", "+1", "1 2", #""\ud83d""#, #""\ud83d\u0041""#,
    #""\x""#, "\"a\tb\"", "\"open", ".5", "--1",
  ])
  func whatIsNoJSONIsRefused(line: String) {
    #expect(throws: JSONLine.Failure.self) { try JSONLine.value(of: Array(line.utf8)) }
  }

  @Test func linesAreCutAtLineFeedsAlone() throws {
    var splitter = LineSplitter(limit: 10)
    #expect(try splitter.lines(Array("ab".utf8)).isEmpty)
    #expect(try splitter.lines(Array("c\r\n\n\u{2028}x\nde".utf8)) == [Array("abc".utf8), Array("\u{2028}x".utf8)])
    #expect(splitter.last() == Array("de".utf8))
    #expect(throws: LineSplitter.TooLong.self) { try splitter.lines(Array("12345678901".utf8)) }
  }
}
