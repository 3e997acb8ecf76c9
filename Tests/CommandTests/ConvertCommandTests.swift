import Foundation
import Testing

@Suite struct ConvertCommandTests {
  private let gold =
    #"{"id": "a/1", "lang": "en", "text": "🔴 Anna left Oslo.", "entities": [{"start": 2, "end": 6, "text": "Anna", "type": "PER"}, {"start": 12, "end": 16, "text": "Oslo", "type": "LOC"}]}"#
    + "\n"

  @Test func goldGoesThroughAFolderOfBratAndBack() async throws {
    let scratch = try Scratch()
    let file = try scratch.write("gold.jsonl", gold)
    let folder = scratch.url.appending(path: "brat").path
    #expect(try await Program.run(["convert", "--from", "jsonl", "--to", "brat", file, "-o", folder]).status == 0)
    let written = try String(contentsOfFile: folder + "/a%2F1.ann", encoding: .utf8)
    #expect(written == "T1\tPER 2 6\tAnna\nT2\tLOC 12 16\tOslo\n")
    let back = try await Program.run(["convert", "--from", "brat", "--to", "jsonl", folder])
    #expect(back.output == gold.replacing(#""lang": "en", "#, with: ""))
  }

  @Test func otherFormatsAreChained() async throws {
    var data = Data(gold.utf8)
    for (from, to) in [("jsonl", "web"), ("web", "conllu"), ("conllu", "jsonl")] {
      let result = try await Program.run(["convert", "--from", from, "--to", to, "-"], input: data)
      #expect(result.status == 0)
      data = Data(result.output.utf8)
    }
    #expect(String(decoding: data, as: UTF8.self) == gold)
  }

  @Test func lossesAndErrorsAreTold() async throws {
    let iob = try await Program.run(["convert", "--from", "jsonl", "--to", "iob", "-"], input: Data(gold.utf8))
    #expect(iob.error.contains("iob cannot carry: white space between tokens"))
    #expect(iob.output.contains("Anna\tB-PER\nleft\tO\n"))
    let wrong = Data(gold.replacing(#""start": 2"#, with: #""start": 3"#).utf8)
    let result = try await Program.run(["convert", "--from", "jsonl", "--to", "web", "-"], input: wrong)
    #expect(result.status == 66)
    #expect(result.error.contains("standard input:1: 3..<6 does not cover «Anna» [I113]"))
    #expect(try await Program.run(["convert", "--from", "jsonl", "--to", "brat", "-"], input: wrong).status == 64)
  }
}
