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

  @Test func markdownKeepsHeadingsListsQuotationsAndTables() async throws {
    let paragraph =
      "<p>The ferry company said on Tuesday that the northern route would stay closed until the crews come back to work.</p>"
    let page = """
      <html><head><title>Ferries stay in port</title></head><body><article><h1>Ferries stay in port</h1>\(paragraph)\(paragraph)
      <h2>What they want</h2><ul><li>a rise of seven percent from the first of March;</li><li>two crews on every night boat, as before the merger.</li></ul>
      <blockquote>We cannot live on these wages, and nobody on these islands would ask us to, said Martha Quill.</blockquote>
      <table><tr><th>Route</th><th>Days</th></tr><tr><td>Northern route</td><td>9</td></tr></table>\(paragraph)\(paragraph)</article></body></html>
      """
    let result = try await Program.run(
      ["extract", "--format", "markdown", "--input-format", "html", "-"], input: Data(page.utf8))
    #expect(result.status == 0, "\(result.error)")
    #expect(result.output.hasPrefix("# Ferries stay in port\n"))
    #expect(
      result.output.contains("\n\n## What they want\n\n- a rise of seven percent from the first of March;\n- two crews")
    )
    #expect(result.output.contains("\n\n> We cannot live on these wages"))
    #expect(result.output.contains("\n\n| Route | Days |\n| --- | --- |\n| Northern route | 9 |\n\n"))
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
