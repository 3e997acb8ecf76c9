import Foundation
import Testing

/// What `svodka new` writes runs at once; the Swift package is built by Tests/plugins.sh.
@Suite struct NewCommandTests {
  private let page = Data(
    """
    {"id": "en", "text": "🔴 An aid convoy reached the town."}
    {"id": "ru", "text": "Гуманитарный конвой вошёл в город."}
    """.utf8)

  private func evidence(_ result: Program.Result, _ analyzer: String) -> [[String]?] {
    result.rows.map { row in
      ((row["findings"] as? [String: Any])?[analyzer] as? [[String: Any]])?.compactMap { $0["evidence"] as? String }
    }
  }

  @Test func anAnalyzerInYAML() async throws {
    let scratch = try Scratch()
    let made = try await Program.run(["new", "yaml", "aid-words"], folder: scratch.url)
    #expect(made.status == 0, "\(made.error)")
    #expect(made.output.contains("svodka check aid-words/aid-words.yaml"))
    let check = try await Program.run(["check", "aid-words/aid-words.yaml"], folder: scratch.url)
    #expect(check.status == 0, "\(check.error)")
    #expect(check.output.contains("3 as written"))
    let run = try await Program.run(
      ["analyze", "--pipeline", "aid-words/pipeline.yaml", "-"], input: page, folder: scratch.url)
    #expect(run.status == 0, "\(run.error)")
    #expect(evidence(run, "aid-words") == [["aid convoy"], ["Гуманитарный конвой"]])
  }

  @Test func anAnalyzerInPython() async throws {
    let scratch = try Scratch()
    let made = try await Program.run(["new", "python", "aid-finder"], folder: scratch.url)
    #expect(made.status == 0, "\(made.error)")
    let run = try await Program.run(
      ["analyze", "--pipeline", "aid-finder/pipeline.yaml", "-"], input: page, folder: scratch.url)
    #expect(run.status == 0, "\(run.error)")
    #expect(evidence(run, "aid-finder") == [["aid convoy"], ["Гуманитарный конвой"]])

    let tests = Process()
    tests.executableURL = URL(filePath: "/usr/bin/env")
    tests.arguments = ["python3", "-m", "unittest"]
    tests.currentDirectoryURL = scratch.url.appending(path: "aid-finder")
    tests.standardError = FileHandle.nullDevice
    try tests.run()
    tests.waitUntilExit()
    #expect(tests.terminationStatus == 0)
  }

  @Test func aPackageInSwift() async throws {
    let scratch = try Scratch()
    let made = try await Program.run(["new", "swift", "question-finder"], folder: scratch.url)
    #expect(made.status == 0, "\(made.error)")
    let folder = scratch.url.appending(path: "question-finder")
    let manifest = try String(contentsOf: folder.appending(path: "Package.swift"), encoding: .utf8)
    #expect(manifest.contains(#"path: "\#(Program.package.path)""#))
    let source = try String(
      contentsOf: folder.appending(path: "Sources/QuestionFinder/QuestionFinder.swift"), encoding: .utf8)
    #expect(source.contains(#"Identity(name: "question-finder""#))
    #expect(FileManager.default.fileExists(atPath: folder.appending(path: ".gitignore").path))
  }

  @Test(arguments: ["Two Words", "-x", "x-", "9lives", "слова", "a/b", ""])
  func whatIsNoNameIsRefused(name: String) async throws {
    let scratch = try Scratch()
    let result = try await Program.run(["new", "yaml", "--", name], folder: scratch.url)
    #expect(result.status == 64)
    #expect(result.error.contains("cannot be a name"), "\(result.error)")
  }

  @Test func nothingIsOverwritten() async throws {
    let scratch = try Scratch()
    try scratch.write("mine/pipeline.yaml", "svodka: 1\n")
    let result = try await Program.run(["new", "yaml", "mine"], folder: scratch.url)
    #expect(result.status == 64)
    #expect(result.error.contains("'mine' is there already"))
  }

  @Test func theSamplePluginFindsItsWords() async throws {
    let result = try await Program.run(
      ["analyze", "--pipeline", "Samples/plugins/python/pipeline.yaml", "Samples/two-newsrooms"])
    #expect(result.status == 0, "\(result.error)")
    let words = Set(evidence(result, "words-py").flatMap { $0 ?? [] }.map { $0.lowercased() })
    #expect(words.contains("ceasefire") && words.contains("переговоры"))
  }
}
