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
