import Foundation
import Testing

/// Input of every bad kind: the program says what is wrong, loses nothing else and does not crash.
@Suite struct BadInputTests {
  private func codes(_ row: [String: Any]) -> [String] {
    ((row["errors"] as? [[String: Any]]) ?? []).compactMap { $0["code"] as? String }
  }

  @Test func anEmptyFileIsAnEmptyDocument() async throws {
    let scratch = try Scratch()
    let file = try scratch.write("empty.txt", "")
    let result = try await Program.run(["analyze", file])
    #expect(result.status == 0)
    #expect(result.rows.count == 1)
    #expect((result.rows.first?["document"] as? [String: Any])?["length"] as? Int == 0)
  }

  @Test func aBinaryFileIsRefusedAndTheOthersAreRead() async throws {
    let scratch = try Scratch()
    try scratch.write("a.txt", Data([0x89, 0x50, 0x4E, 0x47, 0, 0, 0, 13, 0, 1, 2, 3, 0xFF, 0xFE, 0, 0]))
    try scratch.write("b.txt", "The minister spoke in Geneva.")
    let result = try await Program.run(["analyze", scratch.url.path])
    #expect(result.status == 1)
    #expect(result.rows.count == 2)
    #expect(result.rows.first.map(codes) == ["I106"])
    #expect(result.rows.last?["lang"] as? String == "en")
    #expect(result.error.contains("1 of 2 documents failed"))
  }

  @Test func theOutputIsNeverReadAndNeverEmptiesWhatIsRead() async throws {
    let scratch = try Scratch()
    let rows = try scratch.write("rows.jsonl", #"{"id": "a", "text": "The minister flew to Moscow."}"# + "\n")
    let refused = try await Program.run(["analyze", "-o", rows, rows])
    #expect(refused.status == 64)
    #expect(refused.error.contains("is to be read and to be written"))
    #expect(try String(contentsOfFile: rows, encoding: .utf8).contains("Moscow"))
    let summed = try await Program.run(["analyze", "--summary", rows, "--by", "lang", rows])
    #expect(summed.status == 64)
    let compared = try await Program.run(["compare", "--by", "lang", "-o", rows, rows])
    #expect(compared.status == 64)
    #expect(try String(contentsOfFile: rows, encoding: .utf8).contains("Moscow"))
    let results = scratch.url.appending(path: "results.jsonl").path
    for _ in 1...2 {
      let result = try await Program.run(["analyze", "-o", results, scratch.url.path])
      #expect(result.status == 0)
      #expect(try String(contentsOfFile: results, encoding: .utf8).split(separator: "\n").count == 1)
    }
  }

  @Test func brokenUTF8BecomesReplacementCharacters() async throws {
    let scratch = try Scratch()
    let row = Data(#"{"id": "a", "text": "МИД "#.utf8) + Data([0xD0]) + Data(#" said"}"#.utf8)
    let file = try scratch.write("rows.jsonl", row)
    let result = try await Program.run(["analyze", "--with-text", file])
    #expect(result.status == 0)
    let document = result.rows.first?["document"] as? [String: Any]
    #expect(document?["text"] as? String == "МИД \u{FFFD} said")
  }

  @Test func aLineOverTheLimitIsAnErrorAndTheNextIsRead() async throws {
    let scratch = try Scratch()
    var rows = Data(#"{"id": "long", "text": ""#.utf8)
    rows.append(Data(repeating: UInt8(ascii: "a"), count: 200_000_000))
    rows.append(Data("\"}\n{\"id\": \"next\", \"text\": \"The minister flew to Moscow on Monday.\"}\n".utf8))
    let file = try scratch.write("rows.jsonl", rows)
    let result = try await Program.run(["analyze", file])
    #expect(result.status == 1)
    #expect(result.rows.map(codes) == [["I107"], []])
    #expect(result.rows.last?["id"] as? String == "next")
  }

  @Test func markupNestedAHundredThousandDeepDoesNotCrash() async throws {
    let scratch = try Scratch()
    let page =
      String(repeating: "<div>", count: 100_000) + "Talks in Geneva went on."
      + String(repeating: "</div>", count: 100_000)
    let file = try scratch.write("deep.html", "<html><body>\(page)</body></html>")
    let result = try await Program.run(["analyze", file])
    #expect([0, 1].contains(result.status))
    #expect(result.rows.count == 1)
  }

  @Test func anIdThatComesTwiceIsAnErrorRow() async throws {
    let rows =
      "{\"id\": \"a\", \"text\": \"The minister flew to Geneva on Monday.\"}\n{\"id\": \"a\", \"text\": \"two\"}\n"
    let result = try await Program.run(["analyze", "-"], input: Data(rows.utf8))
    #expect(result.status == 1)
    #expect(result.rows.map(codes) == [[], ["I104"]])
    #expect(result.rows.last?["id"] is NSNull)
  }

  @Test func brokenJSONNamesItsLine() async throws {
    let scratch = try Scratch()
    var rows = (1...6).map { "{\"id\": \"d\($0)\", \"text\": \"one\"}" }
    rows.append("{\"id\": \"d7\", \"text\": ")
    rows.append("{\"id\": \"d8\", \"text\": \"\\ud800\"}")
    rows.append("{\"id\": \"d9\", \"text\": \"one\"}")
    let file = try scratch.write("rows.jsonl", rows.joined(separator: "\n"))
    let result = try await Program.run(["analyze", file])
    #expect(result.status == 1)
    #expect(result.rows.count == 9)
    for line in [7, 8] {
      let input = result.rows[line - 1]["input"] as? [String: Any]
      #expect(input?["line"] as? Int == line)
      #expect(input?["path"] as? String == file)
      #expect(codes(result.rows[line - 1]) == ["I103"])
    }
    #expect(result.rows.last?["id"] as? String == "d9")
  }

  @Test func aMissingPathIsNamed() async throws {
    let result = try await Program.run(["analyze", "nowhere/at/all"])
    #expect(result.status == 66)
    #expect(result.error.contains("nowhere/at/all"))
    #expect(result.error.contains("[I102]"))
  }

  /// Root may read everything: for root the program runs as nobody.
  @Test(
    .enabled(
      if: getuid() != 0 || Program.runsAsNobody(), "root may read everything, and nobody may not run the program"))
  func aFolderWithoutRightsIsAnErrorAndTheRunGoesOn() async throws {
    let scratch = try Scratch()
    try scratch.write("a/one.txt", "Talks.")
    try scratch.write("b/two.txt", "Talks.")
    try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: scratch.url.path + "/a")
    let result = try await Program.run(["analyze", scratch.url.path], asNobody: getuid() == 0)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: scratch.url.path + "/a")
    #expect(result.status == 1)
    #expect(result.rows.contains { codes($0) == ["I101"] })
    #expect(result.rows.contains { ($0["id"] as? String)?.hasSuffix("two.txt") == true })
  }

  @Test func aFullDiskIsSaid() async throws {
    let full = try #require(FileHandle(forWritingAtPath: "/dev/full"))
    let result = try await Program.run(
      ["analyze", "-"], input: Data(#"{"id": "a", "text": "one"}"#.utf8), output: full)
    #expect(result.status == 74)
    #expect(result.error.contains("[O101]"))
  }

  @Test func aPipeThatIsClosedEarlyIsNoNews() async throws {
    let pipe = Pipe()
    try pipe.fileHandleForReading.close()
    let rows = (1...2000).map { "{\"id\": \"d\($0)\", \"text\": \"one\"}" }.joined(separator: "\n")
    let result = try await Program.run(["analyze", "-"], input: Data(rows.utf8), output: pipe.fileHandleForWriting)
    #expect(!result.error.contains("error"))
    #expect(!result.error.contains("crash"))
  }

  @Test func tooManyFailuresEndTheRun() async throws {
    let rows = "{bad\n{\"id\": \"a\", \"text\": \"one\"}\n"
    let result = try await Program.run(["analyze", "--fail-fast", "-"], input: Data(rows.utf8))
    #expect(result.status == 74)
    #expect(result.rows.count == 1)
    #expect(result.error.contains("[O102]"))
  }
}
