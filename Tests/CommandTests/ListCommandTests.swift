import Testing

/// `svodka list` says of every step where it comes from, its version, what it needs, and its licence.
@Suite struct ListCommandTests {
  private func line(_ name: String, _ arguments: [String]) async throws -> String {
    let result = try await Program.run(arguments, environment: ["SVODKA_MODELS": "/nonexistent"])
    #expect(result.status == 0, "\(result.error)")
    return String(try #require(result.output.split(separator: "\n").first { $0.hasPrefix(name + " ") }))
  }

  @Test func ofEveryStep() async throws {
    let counts = try await line("entity-counts", ["list"])
    for part in ["analyzer", "(1, Apache-2.0)", "[needs sentences, mentions, entities]", "[compiled in]"] {
      #expect(counts.contains(part), "\(counts)")
    }
    let names = try await line("slovnet", ["list"])
    #expect(names.contains("[for ru] [its model is not installed] [compiled in]"), "\(names)")
  }

  @Test func ofTheStepsOfAPipeline() async throws {
    let words = try await line("sanctions", ["list", "--pipeline", "Samples/plugins/yaml/pipeline.yaml"])
    #expect(words.contains("[from Samples/plugins/yaml/sanctions.yaml]"), "\(words)")
    let process = try await line("words-py", ["list", "--pipeline", "Samples/plugins/python/pipeline.yaml"])
    #expect(process.contains("(1, Apache-2.0)") && process.contains("[run as a process]"), "\(process)")
  }
}
