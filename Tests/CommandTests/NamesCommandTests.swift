import Foundation
import Testing

@Suite struct NamesCommandTests {
  @Test func answersEachPairInOrder() async throws {
    let pairs = "Лавровым\tSergey Lavrov\tsame\nИран\tIraq\n"
    let result = try await Program.run(["names", "--pairs", "-"], input: Data(pairs.utf8))
    #expect(result.status == 0)
    let rows = result.output.split(separator: "\n")
    #expect(rows.count == 2)
    #expect(rows.first?.hasPrefix(#"{"a": "Лавровым", "b": "Sergey Lavrov", "same": true, "score": 0."#) == true)
    #expect(rows.last == #"{"a": "Иран", "b": "Iraq", "same": false, "score": 0.01}"#)
  }

  @Test func saysWhyWhenAsked() async throws {
    let result = try await Program.run(["names", "--explain", "--pairs", "-"], input: Data("Пекин\tBeijing\n".utf8))
    #expect(result.output.contains(#""reason": "table""#))
  }

  @Test func namesTheLineThatIsNoPair() async throws {
    let scratch = try Scratch()
    let file = try scratch.write("pairs.tsv", "a\tb\nalone\n")
    let result = try await Program.run(["names", "--pairs", file])
    #expect(result.status != 0)
    #expect(result.error.contains("pairs.tsv:2"))
  }

  @Test func givesOneKeyInBothScripts() async throws {
    let a = try await Program.run(["names", "--key", "Сергей Лавров"])
    let b = try await Program.run(["names", "--key", "Sergei Lavrov"])
    #expect(!a.output.isEmpty && a.output == b.output)
    #expect(try await Program.run(["names"]).status == 64)
  }
}
