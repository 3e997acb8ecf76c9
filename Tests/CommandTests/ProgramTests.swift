import Foundation
import SvodkaKit
import Testing

/// What the program says of itself.
@Suite struct ProgramTests {
  @Test func everyErrorCodeIsExplained() async throws {
    for code in ErrorCode.allCases {
      let result = try await Program.run(["explain", code.rawValue])
      #expect(result.status == 0, "\(code.rawValue) has no explanation")
      #expect(result.output.hasPrefix(code.rawValue))
      #expect(result.output.contains("What to do: "))
    }
  }

  @Test func anUnknownCodeGetsTheNearest() async throws {
    let result = try await Program.run(["explain", "P10"])
    #expect(result.status == 64)
    #expect(result.error.contains("did you mean P101?"))
  }

  @Test func theVersionNamesItsLibraries() async throws {
    let result = try await Program.run(["--version"])
    #expect(result.output.contains("ICU "))
    #expect(result.output.contains("Unicode "))
  }

  @Test(arguments: ["analyze", "extract", "translit", "check", "list", "explain"])
  func everyCommandHasAnExample(command: String) async throws {
    let result = try await Program.run(["help", command])
    #expect(result.output.contains("Example"))
    #expect(result.output.contains("svodka \(command)"))
  }

  @Test func twoRunsGiveTheSameBytesWhateverTheWidth() async throws {
    let rows = (1...200).map {
      "{\"id\": \"d\($0)\", \"text\": \"Лавров прибыл в Женеву. Погибли \($0) человек, заявил МИД. Стороны согласились на переговоры.\"}"
    }.joined(separator: "\n")
    let one = try await Program.run(["analyze", "--width", "1", "-"], input: Data(rows.utf8))
    let four = try await Program.run(["analyze", "--width", "4", "-"], input: Data(rows.utf8))
    #expect(one.status == 0)
    #expect(one.rows.count == 200)
    #expect(one.output == four.output)
  }
}

/// Ctrl-C: what is done is written out, whole rows only, and the program says so.
@Suite struct InterruptTests {
  @Test func whatIsDoneIsWritten() async throws {
    let process = Process()
    process.executableURL = Program.executable
    process.arguments = ["analyze", "-"]
    let (input, output, error) = (Pipe(), Pipe(), Pipe())
    process.standardInput = input
    process.standardOutput = output
    process.standardError = error
    try process.run()
    // The input stays open, as a terminal's does.
    try input.fileHandleForWriting.write(contentsOf: Data("{\"id\": \"a\", \"text\": \"Talks.\"}\n".utf8))
    // The first row arrives before the input ends: nothing waits for more.
    let first = try #require(try output.fileHandleForReading.read(upToCount: 1))
    process.interrupt()
    let rest = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    let rows = String(decoding: first + rest, as: UTF8.self)
    #expect(rows.hasSuffix("}\n"))
    #expect(rows.split(separator: "\n").count == 1)
    let message = String(decoding: try error.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    #expect(message.contains("stopped; 1 documents were written"))
    #expect(process.terminationStatus == 130)
  }
}
