import Foundation
import Testing

/// `analyze --explain`.
@Suite struct ExplainFlagTests {
  @Test(arguments: [true, false]) func aFindingSaysWhichRuleMadeItOnlyWhenAsked(asked: Bool) async throws {
    let row = Data(#"{"id": "a", "lang": "en", "text": "Lima refused to attend the peace talks."}"#.utf8)
    let result = try await Program.run(
      ["analyze", "--format", "text", "--input-format", "jsonl"] + (asked ? ["--explain"] : []) + ["-"], input: row,
      environment: ["SVODKA_MODELS": "/nonexistent"])
    #expect(result.status == 0, "\(result.error)")
    #expect(result.output.contains("Lima: oppose"))
    #expect(result.output.contains("by: refuse attend; subject; confidence 0.8") == asked)
  }

  @Test func anEntitySaysWhyItsMentionsAreOne() async throws {
    let row = Data(
      #"{"id": "a", "lang": "en", "text": "Anna Vetrova met the United Nations. Vetrova thanked the UN."}"#.utf8)
    let result = try await Program.run(
      ["analyze", "--format", "text", "--input-format", "jsonl", "--explain", "-"], input: row,
      environment: ["SVODKA_MODELS": "/nonexistent"])
    #expect(result.output.contains("Vetrova: surname"), "\(result.output)")
    #expect(result.output.contains("UN: table"), "\(result.output)")
  }
}
