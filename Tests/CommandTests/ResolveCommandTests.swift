import Foundation
import Testing

@Suite struct ResolveCommandTests {
  private func row(_ document: String, _ id: String, _ name: String) -> String {
    #"{"id": "\#(document)", "findings": {"entity-counts": [{"id": "\#(id)", "name": "\#(name)", "type": "PER", "ambiguous_with": []}]}}"#
      + "\n"
  }

  @Test func joinsOverTheParts() async throws {
    let scratch = try Scratch()
    let first = try scratch.write("1.jsonl", row("a", "e1", "Vetrov") + "\n")
    let second = try scratch.write("2.jsonl", row("b", "e2", "Сергей Ветров"))
    let result = try await Program.run(["resolve", first, second])
    #expect(result.status == 0)
    #expect(result.output.hasPrefix(#"{"from": "e1", "to": "e2", "reason": "surname", "score": 0."#))
    #expect(try await Program.run(["resolve", second, first]).output == result.output)
  }

  @Test func namesTheLineThatIsNoRow() async throws {
    let scratch = try Scratch()
    let file = try scratch.write("broken.jsonl", row("a", "e1", "Vetrov") + "{\n")
    let result = try await Program.run(["resolve", file])
    #expect(result.status != 0)
    #expect(result.error.contains("broken.jsonl:2"))
  }
}
