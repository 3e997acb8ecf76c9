import Foundation
import SvodkaTesting
import Testing

@Suite struct CompareCommandTests {
  /// Models change what is found: what is compared here are the rules' findings.
  private static let withoutModels = ["SVODKA_MODELS": "/nonexistent"]
  private static let newsrooms = ["--meta-from-path", "{source}/{date}-*.*", "Samples/two-newsrooms"]

  private func run(_ arguments: [String]) async throws -> Program.Result {
    try await Program.run(arguments, environment: Self.withoutModels)
  }

  private func folder() throws -> String {
    let folder = FileManager.default.temporaryDirectory.appending(path: "compare-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    return folder
  }

  @Test func theSampleAsTextAndMarkdown() async throws {
    let folder = try folder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let analysed = try await run(["analyze", "--with-text", "-o", "\(folder)/r.jsonl"] + Self.newsrooms)
    #expect(analysed.status == 0, "\(analysed.error)")
    let resolved = try await run(["resolve", "\(folder)/r.jsonl", "-o", "\(folder)/links.jsonl"])
    #expect(resolved.status == 0, "\(resolved.error)")
    let shared = ["compare", "--links", "\(folder)/links.jsonl", "\(folder)/r.jsonl"]
    let text = try await run(shared + ["--by", "source", "--script", "latin"])
    #expect(text.status == 0, "\(text.error)")
    try snapshot(text.output, named: "two-newsrooms.compare.txt")
    let markdown = try await run(
      shared + ["--by", "lang", "--ui", "ru", "--script", "cyrillic", "--format", "markdown", "--rows", "8"])
    #expect(markdown.status == 0, "\(markdown.error)")
    try snapshot(markdown.output, named: "two-newsrooms.compare.ru.md")

    // Three questions of a reader have their answers on the first screen.
    let screen = text.output.split(separator: "\n", omittingEmptySubsequences: false).prefix(30).joined(separator: "\n")
    #expect(screen.contains("Named more in kurier"))
    #expect(screen.contains("killed · Tal Sabiya") && screen.contains("52 (the Al-Rahma hospital)"))
    #expect(screen.contains("changed position: conditional → support (herald 2016-01-30)"))
  }

  @Test func shardsOrderAndWidthDoNotChangeAByte() async throws {
    let folder = try folder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let stored = ["analyze", "--by", "source,lang,date:day", "--meta-from-path", "{source}/{date}-*.*", "--summary"]
    let samples = "Samples/two-newsrooms"
    for (name, rest) in [
      ("one", ["--width", "1", samples]), ("four", ["--width", "4", samples]),
      ("kurier", ["\(samples)/kurier/*"]), ("herald", ["\(samples)/herald/*"]),
      ("all", ["\(samples)/kurier/*", "\(samples)/herald/*"]),
    ] {
      let result = try await run(stored + ["\(folder)/\(name)"] + rest)
      #expect(result.status == 0 && result.output.isEmpty, "\(result.error)")
    }
    func bytes(_ name: String) -> Data? { FileManager.default.contents(atPath: "\(folder)/\(name)") }
    #expect(bytes("one") == bytes("four"))
    for parts in [["kurier", "herald"], ["herald", "kurier"], ["herald", "kurier", "herald"]] {
      let merged = try await run(["merge"] + parts.map { "\(folder)/\($0)" } + ["-o", "\(folder)/merged"])
      #expect(merged.status == 0, "\(merged.error)")
    }
    // Patterns give ids of their own, so that the parts are compared with what one run over both patterns reads.
    let whole = try await run(["merge", "\(folder)/all", "-o", "\(folder)/again"])
    #expect(whole.status == 0 && bytes("again") == bytes("all"))

    let coarse = try await run(["compare", "--by", "lang,date:month", "\(folder)/one"])
    #expect(coarse.status == 0 && coarse.output.contains("ru · 2016-01"), "\(coarse.error)")
    let finer = try await run(["compare", "--by", "source,title", "\(folder)/one"])
    #expect(finer.status == 66 && finer.error.contains("I116"), "\(finer.error)")
    let other = try await run(
      stored.map { $0 == "source,lang,date:day" ? "source" : $0 } + ["\(folder)/coarse", samples])
    #expect(other.status == 0)
    let mixed = try await run(["merge", "\(folder)/one", "\(folder)/coarse"])
    #expect(mixed.status == 66 && mixed.error.contains("I117"), "\(mixed.error)")
  }

  @Test func pagesResultsAndSummariesGiveOneReport() async throws {
    let folder = try folder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let stored = try await run(
      ["analyze", "--with-text", "-o", "\(folder)/r.jsonl", "--summary", "\(folder)/s", "--by", "source,date:day"]
        + Self.newsrooms)
    #expect(stored.status == 0, "\(stored.error)")
    let pages = try await run(
      ["compare", "--by", "source", "--format", "csv", "-o", "\(folder)/pages"] + Self.newsrooms)
    #expect(pages.status == 0, "\(pages.error)")
    for input in ["s", "r.jsonl"] {
      let result = try await run(
        ["compare", "--by", "source", "--format", "csv", "-o", "\(folder)/csv-\(input)", "\(folder)/\(input)"])
      #expect(result.status == 0, "\(result.error)")
      // Results do not know where sentences end, so that names are quoted with their surroundings; all figures are the same.
      for table in ["groups", "casualty-figures.claims", "talks-stance.changes"] {
        let a = FileManager.default.contents(atPath: "\(folder)/pages/\(table).csv")
        let b = FileManager.default.contents(atPath: "\(folder)/csv-\(input)/\(table).csv")
        #expect(a != nil && a == b, "\(table) of \(input)")
      }
    }
  }

  @Test func theOrderOfKeysAndRowsDoesNotMatter() async throws {
    let folder = try folder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let analysed = try await run(["analyze", "-o", "\(folder)/a.jsonl"] + Self.newsrooms)
    #expect(analysed.status == 0)
    let rows = String(decoding: FileManager.default.contents(atPath: "\(folder)/a.jsonl") ?? Data(), as: UTF8.self)
      .split(separator: "\n")
    let sorted = try rows.reversed().map { row in
      let object = try JSONSerialization.jsonObject(with: Data(row.utf8))
      return String(decoding: try JSONSerialization.data(withJSONObject: object, options: .sortedKeys), as: UTF8.self)
    }
    try Data((sorted.joined(separator: "\n") + "\n").utf8).write(to: URL(filePath: "\(folder)/b.jsonl"))
    let a = try await run(["compare", "--by", "source", "\(folder)/a.jsonl"])
    let b = try await run(["compare", "--by", "source", "\(folder)/b.jsonl"])
    #expect(a.status == 0 && b.status == 0)
    // The order of analyzers is the order of provenance; everything below the first page is the same.
    #expect(
      Set(a.output.split(separator: "\n")).subtracting(b.output.split(separator: "\n")).filter {
        !$0.contains("Made by") && !$0.contains("sha256") && !$0.contains("casualty-figures")
      }.isEmpty)
  }

  @Test func correctionsAreAppliedAndCounted() async throws {
    let folder = try folder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let document = "kurier/2016-01-30-utochnenie.html"
    let analysed = try await run(["analyze"] + Self.newsrooms)
    let row = try #require(analysed.rows.first { $0["id"] as? String == document })
    let figures = try #require((row["findings"] as? [String: Any])?["casualty-figures"] as? [[String: Any]])
    let ids = figures.compactMap { $0["id"] as? String }
    try #require(ids.count > 2)
    func corrections(_ rows: [String]) throws {
      try Data(rows.joined(separator: "\n").utf8).write(to: URL(filePath: "\(folder)/c.jsonl"))
    }
    func finding(_ action: String, _ id: String, _ more: String = "") -> String {
      #"{"action": "\#(action)", "document": "\#(document)", "analyzer": "casualty-figures", "finding": "\#(id)", "by": "M. K."\#(more)}"#
    }
    try corrections([
      finding("reject", ids[0]), finding("accept", ids[1]),
      finding("edit", ids[2], #", "set": {"low": 777, "high": 777}"#),
      finding("reject", "cf-999"),
    ])
    let corrected = try await run(["analyze", "--corrections", "\(folder)/c.jsonl"] + Self.newsrooms)
    let changed = try #require(corrected.rows.first { $0["id"] as? String == document })
    let left = try #require((changed["findings"] as? [String: Any])?["casualty-figures"] as? [[String: Any]])
    #expect(left.compactMap { $0["id"] as? String } == Array(ids.dropFirst()))
    #expect(left.contains { $0["low"] as? Int == 777 })
    #expect(corrected.error.contains("1 corrections are about findings that are not there"))
    let report = try await run(["compare", "--by", "source", "--corrections", "\(folder)/c.jsonl"] + Self.newsrooms)
    #expect(report.output.contains("findings rejected") && report.output.contains("777"), "\(report.error)")
    // Who looks at a figure sees that a person has.
    let whole = try await run(
      ["compare", "--by", "source", "--rows", "0", "--corrections", "\(folder)/c.jsonl"] + Self.newsrooms)
    #expect(Self.oneLine(whole.output).contains("edited by a person"))
    #expect(Self.oneLine(whole.output).contains("confirmed by a person"))
    let stored = try await run(
      ["analyze", "--summary", "\(folder)/s", "--by", "source", "--corrections", "\(folder)/c.jsonl"] + Self.newsrooms)
    #expect(stored.status == 0)
    let later = try await run(["compare", "--by", "source", "--rows", "0", "\(folder)/s"])
    #expect(Self.oneLine(later.output).contains("edited by a person"))
    #expect(Self.oneLine(later.output).contains("confirmed by a person"))
    #expect(later.output.firstMatch(of: /findings rejected +1/) != nil)

    for (row, word) in [
      (#"{"action": "drop", "by": "x"}"#, "expected one of"), (finding("edit", "cf-2"), "'set'"),
      (#"{"action": "reject", "document": "a", "analyzer": "b", "finding": "c"}"#, "'by'"),
      (#"{"action": "split", "entity": "e", "by": "x"}"#, "'documents'"), ("nonsense", "no JSON"),
    ] {
      try corrections([finding("accept", "cf-1"), row])
      let broken = try await run(["compare", "--by", "source", "--corrections", "\(folder)/c.jsonl"] + Self.newsrooms)
      #expect(
        broken.status == 66 && broken.error.contains("c.jsonl:2") && broken.error.contains(word), "\(broken.error)")
    }
  }

  /// Words that lines were broken between stand side by side.
  private static func oneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  @Test func aFieldThatNoDocumentHasIsAnswered() async throws {
    let folder = try folder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let rows = (0..<3).map { number in
      #"{"id": "a\#(number)", "text": "Ann Lee spoke in Lima.", "topic": "talks", "source": "Wire"}"#
    }
    try Data(rows.joined(separator: "\n").utf8).write(to: URL(filePath: "\(folder)/in.jsonl"))
    for (by, word) in [
      ("topik", "did you mean 'topic'?"), ("desk", "The documents have lang, source, topic"),
      ("source,date:week", "no document has a 'date'"),
    ] {
      let result = try await run(["compare", "--by", by, "\(folder)/in.jsonl"])
      let missing = result.error.replacing("\n", with: " ")
      #expect(result.status == 64 && missing.localizedCaseInsensitiveContains(word), "\(by): \(result.error)")
    }
    // A summary made by it is stored all the same, and says so then and when it is compared.
    let stored = try await run(["analyze", "--summary", "\(folder)/s", "--by", "source,topik", "\(folder)/in.jsonl"])
    #expect(stored.status == 0 && stored.error.contains("topic"))
    #expect(try await run(["compare", "--by", "source", "\(folder)/s"]).status == 0)
    #expect(try await run(["compare", "--by", "topik", "\(folder)/s"]).error.contains("topic"))
  }

  @Test func namesAreJoinedOverTheRun() async throws {
    let folder = try folder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let rows = [
      #"{"id": "a", "text": "Samir Haddad arrived in Lima. Samir Haddad spoke to reporters.", "source": "Wire"}"#,
      #"{"id": "b", "text": "Mr Haddad left Lima on Monday. Reporters asked Haddad about the vote.", "source": "Post"}"#,
    ]
    try Data(rows.joined(separator: "\n").utf8).write(to: URL(filePath: "\(folder)/in.jsonl"))
    #expect(
      try await run([
        "analyze", "-o", "\(folder)/r.jsonl", "--summary", "\(folder)/s", "--by", "source", "\(folder)/in.jsonl",
      ]).status == 0)
    func names(_ arguments: [String]) async throws -> [String] {
      let result = try await run(["compare", "--by", "source", "--format", "json"] + arguments)
      let report = try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any]
      let sections = report?["sections"] as? [[String: Any]] ?? []
      let blocks = sections.first { $0["id"] as? String == "entity-counts" }?["blocks"] as? [[String: Any]] ?? []
      let table = blocks.compactMap { $0["table"] as? [String: Any] }.first { $0["id"] as? String == "names" }
      let joins = (report?["overview"] as? [String: Any])?["joins"] as? [[String: Any]] ?? []
      return (table?["rows"] as? [[String: Any]] ?? []).compactMap { row in
        let value = (row["cells"] as? [[String: Any]])?.first?["value"] as? [String: Any]
        return (value?["name"] as? [String: Any])?["shown"] as? String
      } + ["\(joins.count) joins"] + joins.compactMap { $0["reason"] as? String }
    }
    let joined = ["Samir Haddad", "Lima", "1 joins", "surname"]
    #expect(try await Set(names(["\(folder)/s"])) == Set(joined))
    #expect(try await Set(names(["\(folder)/r.jsonl"])) == Set(joined), "results give what a summary gives")
    #expect(try await names(["--unresolved", "\(folder)/s"]).contains("Haddad"))
    let resolved = try await run(["resolve", "\(folder)/r.jsonl", "-o", "\(folder)/links.jsonl"])
    #expect(resolved.status == 0)
    #expect(try await Set(names(["--links", "\(folder)/links.jsonl", "\(folder)/s"])) == Set(joined))
    #expect(try await run(["compare", "--by", "source", "--unresolved", "--links", "x", "\(folder)/s"]).status == 64)

    // What people say of entities is applied to summaries too, and counted.
    let ids = try #require(
      (try await run(["analyze", "\(folder)/in.jsonl"]).rows.first?["findings"] as? [String: Any])?["entity-counts"]
        as? [[String: Any]])
    let samir = try #require(ids.first { ($0["name"] as? String)?.hasSuffix("Haddad") == true }?["id"] as? String)
    let corrections = [
      #"{"action": "split", "entity": "\#(samir)", "documents": ["a"], "to": "another", "by": "M. K."}"#,
      #"{"action": "split", "entity": "\#(samir)", "documents": ["b"], "to": "another", "by": "M. K."}"#,
      #"{"action": "merge", "from": "nobody", "to": "\#(samir)", "by": "M. K."}"#,
    ]
    try Data(corrections.joined(separator: "\n").utf8).write(to: URL(filePath: "\(folder)/c.jsonl"))
    let report = try await run(["compare", "--by", "source", "--corrections", "\(folder)/c.jsonl", "\(folder)/s"])
    #expect(report.status == 0, "\(report.error)")
    #expect(report.output.firstMatch(of: /entities split +1/) != nil, "\(report.output)")
    #expect(report.output.firstMatch(of: /corrections of what was not there +2/) != nil, "\(report.output)")
    let findings = #"{"action": "reject", "document": "a", "analyzer": "entity-counts", "finding": "x", "by": "M. K."}"#
    try Data(findings.utf8).write(to: URL(filePath: "\(folder)/c.jsonl"))
    let late = try await run(["compare", "--by", "source", "--corrections", "\(folder)/c.jsonl", "\(folder)/s"])
    #expect(late.status == 66 && late.error.contains("analyze --summary"), "\(late.error)")
  }

  @Test func aSummaryOfAnotherVersionOrCutOffIsRefused() async throws {
    let folder = try folder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let stored = try await run(["analyze", "--summary", "\(folder)/s", "--by", "source"] + Self.newsrooms)
    #expect(stored.status == 0)
    let whole = String(decoding: FileManager.default.contents(atPath: "\(folder)/s") ?? Data(), as: UTF8.self)
    let lines = whole.split(separator: "\n").map(String.init)
    func compared(_ lines: [String]) async throws -> String {
      try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: URL(filePath: "\(folder)/t"))
      let result = try await run(["compare", "--by", "source", "\(folder)/t"])
      return result.status == 66 ? result.error : "status \(result.status)"
    }
    let old = [lines[0].replacing("svodka.summary/2", with: "svodka.summary/1")] + lines.dropFirst()
    #expect(try await compared(old).contains("analyse the documents again"))
    #expect(try await compared(lines.dropLast()).contains("cut off"))
    let form = lines.map { $0.replacing("\"form\": 1", with: "\"form\": 99") }
    #expect(try await compared(form).contains("t:"))
    for place in lines.indices.dropFirst() where lines[place].hasPrefix("[") {
      var broken = lines
      broken[place] = lines[place].prefix(upTo: lines[place].lastIndex(of: ",") ?? lines[place].endIndex) + "]"
      #expect(try await compared(broken).contains("t:\(place + 1)"), "line \(place + 1)")
    }
  }

  @Test func wrongOptionsAreAnswered() async throws {
    for (arguments, word) in [
      (["--by", "date:decade"], "date:week"), (["--by", "source,source"], "twice"), (["--by", ""], "--by"),
      (["--by", "source", "--ui", "de"], "expected one of en, ru"), (["--by", "source", "--format", "csv"], "-o"),
    ] {
      let result = try await run(["compare"] + arguments + Self.newsrooms)
      #expect(result.status == 64 && result.error.contains(word), "\(arguments): \(result.error)")
    }
  }
}
