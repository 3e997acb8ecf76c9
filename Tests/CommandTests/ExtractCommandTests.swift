import Foundation
import Testing

/// What `svodka extract` adds where it is asked.
@Suite struct ExtractCommandTests {
  @Test func nearlyEqualDocumentsAreInTheClusterOfTheFirst() async throws {
    let wire =
      "Экипажи северной линии в понедельник вечером проголосовали за то, чтобы не выходить на работу ещё семь дней, а острова остаются без парома."
    let rows = [
      ("a", wire), ("b", "Комиссия назвала причину обрушения моста."), ("c", wire + " Об этом сообщил порт."),
    ]
    .map { "{\"id\": \"\($0)\", \"text\": \"\($1)\"}" }.joined(separator: "\n")
    for command in ["extract", "analyze"] {
      let result = try await Program.run([command, "--clusters", "-"], input: Data(rows.utf8))
      #expect(result.status == 0, "\(result.error)")
      let lines = result.output.split(separator: "\n")
      #expect(lines.count == 3)
      for (line, cluster) in zip(lines, ["a", "b", "a"]) { #expect(line.contains("\"cluster\": \"\(cluster)\"")) }
      let plain = try await Program.run([command, "-"], input: Data(rows.utf8))
      #expect(!plain.output.contains("\"cluster\""))
    }
  }

  @Test func whatWasDroppedIsExplainedOnlyWhereItIsAskedFor() async throws {
    let page = "Samples/two-newsrooms/kurier/2016-01-26-udar-po-rynku.html"
    let explained = try await Program.run(["extract", "--explain", page])
    #expect(explained.status == 0, "\(explained.error)")
    #expect(explained.output.contains("\"removed\": [{\"kind\": \""))
    #expect(explained.output.contains("\"reason\": \""))
    let plain = try await Program.run(["extract", page])
    #expect(!plain.output.contains("\"removed\""))
  }
}
