import ArgumentParser
import SvodkaCorpus
import SvodkaKit
import SvodkaLanguage
import SvodkaNames
import SvodkaResources

struct ResolveCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "resolve",
    abstract: "Joins entities over a whole run: a surname in one document, the full name in another.",
    discussion: """
      Reads what `analyze --format jsonl` wrote with the step entity-counts, all parts of a run together, and writes a row
      {"from","to","reason","score"} for each entity that is another's. The rows do not depend on the order of the parts.
      Entities that a document calls ambiguous, and second bearers of a name in one document, stay as they are. A surname
      alone joins a full name only where the run has one bearer of it.

      Example:
        svodka resolve results.jsonl -o links.jsonl
      """)

  @Argument(help: ArgumentHelp("What `analyze` wrote; '-' is standard input.", valueName: "results"))
  var results: [String]

  @Option(name: .shortAndLong, help: ArgumentHelp("Where to write; standard output if not given.", valueName: "links"))
  var output: String?

  func run() async throws {
    try await Diagnostics.reporting { () throws(AnalysisError) in
      var entities = RunEntities()
      for path in results { try read(path, into: &entities) }
      let links = try EntityResolver(resources: ResourceLoader()).links(among: entities)
      let out = try Output(path: output)
      for link in links {
        let row: JSONValue = .object([
          .init("from", .string(link.from)), .init("to", .string(link.to)), .init("reason", .string(link.reason)),
          .init("score", .double((link.score * 10_000).rounded() / 10_000)),
        ])
        try out.write(Array((row.json() + "\n").utf8))
      }
    }
  }

  private func read(_ path: String, into entities: inout RunEntities) throws(AnalysisError) {
    let lines = try ResultLines(path: path)
    while let (bytes, number) = try lines.next() {
      let row = try JSONValue(json: bytes, at: .init(path: path, line: number))
      for entity in row["findings"]?["entity-counts"]?.array ?? [] {
        guard let id = entity["id"]?.string, let name = entity["name"]?.string,
          let type = entity["type"]?.string.flatMap({ EntityType(rawValue: $0) })
        else { continue }
        // A second bearer of the same name in one document is known there alone, and what is ambiguous there stays so.
        if id.contains("-") || entity["ambiguous_with"]?.array?.isEmpty == false { continue }
        entities.add(RunEntity(id: id, name: name, type: type))
      }
    }
  }
}
