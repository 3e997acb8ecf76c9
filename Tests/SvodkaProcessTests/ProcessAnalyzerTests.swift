import Foundation
import SvodkaKit
import SvodkaPipeline
import SvodkaTesting
import Testing

@testable import SvodkaProcess

/// Plugins that behave.
@Suite struct ProcessAnalyzerTests {
  private static func runs(_ program: String, _ arguments: [String]) -> Bool {
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return false }
    process.waitUntilExit()
    return process.terminationStatus == 0
  }

  private static let confines = runs(
    "/usr/bin/env", ["bwrap", "--unshare-all", "--ro-bind", "/", "/", "--proc", "/proc", "true"])

  @Test func layersAndMetadataArriveAsDeclared() async throws {
    let plan = try PluginRun(
      settings: "command: [python3, '\(PluginRun.hostile)', needs a layer]"
    ).plan()
    let steps = plan.steps.map(\.step.identity.name)
    #expect(steps.starts(with: ["casing", "segmentation"]) && steps.last == "hostile")
    let analyzer = try ProcessAnalyzer(settings(["python3", PluginRun.hostile, "echo"]))
    var document = Document(id: "a", text: "🔴 One. Two.", language: "en")
    document.metadata.source = "Herald"
    let findings = try await analyzer.analyze(DocumentView(document, layers: Layers(), declared: [], to: "echo"))
    #expect(findings.first?["layers"] == [])
    #expect(findings.first?["context"]?["source"] == "Herald")
    #expect(findings.first?["evidence"] == "🔴")
    #expect(findings.first?["id"] == "hostile-1")
  }

  @Test func sentencesAreSentWithOffsetsInCharacters() async throws {
    let run = PluginRun(
      settings: """
        command: [python3, '-c', 'import sys; sys.path.insert(0, "\(PluginRun.samples.path)"); import svodka_plugin as p; p.run(lambda d: [{"start": s["start"], "end": s["end"]} for s in d.sentences], name="s", requires=["sentences"])']
        """)
    let outcomes = try await run.outcomes(["🔴 He left. She stayed."])
    #expect(outcomes.first?.evidence == ["🔴 He left.", "She stayed."], "\(outcomes.flatMap(\.errors))")
  }

  @Test func severalProcessesGiveTheSameAsOne() async throws {
    let texts = (0..<40).map { "\(String(repeating: "so ", count: $0 % 7))good, number \($0)" }
    let one = try await PluginRun("none").outcomes(texts)
    let three = try await PluginRun("none", "processes: 3").outcomes(texts, width: 8)
    #expect(one.map(\.findings) == three.map(\.findings))
    #expect(one.allSatisfy { $0.evidence == ["good"] })
  }

  @Test func theNameOfTheSettingsIsTheKeyOfTheFindings() async throws {
    let outcomes = try await PluginRun("none", "name: mine").outcomes(["good"])
    #expect(outcomes.first?.analyses.first?.analyzer == "mine")
    #expect(outcomes.first?.findings?.first?["id"] == "mine-1")
  }

  @Test func noShellReadsTheCommand() async throws {
    let outcomes = try await PluginRun(
      settings: "command: [python3, '\(PluginRun.hostile)', echo, '$(touch /tmp/svodka-shell)', '; false']"
    ).outcomes(["good"])
    #expect(outcomes.first?.errors.isEmpty == true)
    #expect(!FileManager.default.fileExists(atPath: "/tmp/svodka-shell"))
  }

  @Test func settingsAreHandedOn() async throws {
    let outcomes = try await PluginRun(
      settings: "command: [python3, '\(PluginRun.samples.path)/words.py'], settings: {words: [мир, war]}"
    ).outcomes(["No war. Да будет мир!"])
    #expect(outcomes.first?.evidence == ["war", "мир"], "\(outcomes.flatMap(\.errors))")
    #expect(outcomes.first?.analyses.first?.analyzer == "words-py")
  }

  @Test func nothingIsLeftRunning() async throws {
    var pid: pid_t = 0
    do {
      let analyzer = try ProcessAnalyzer(
        settings([
          "python3", "-c",
          """
          import sys, os; sys.path.insert(0, "\(PluginRun.samples.path)"); import svodka_plugin
          svodka_plugin.run(lambda d: [{"start": 0, "end": 1, "pid": os.getpid()}], name="pid")
          """,
        ]))
      let document = Document(id: "a", text: "x", language: "en")
      let findings = try await analyzer.analyze(DocumentView(document, layers: Layers(), declared: [], to: "pid"))
      pid = pid_t(try #require(findings.first?["pid"]?.int))
      #expect(kill(pid, 0) == 0)
    }
    var waits = 100
    while kill(pid, 0) == 0, waits > 0 {
      try await Task.sleep(for: .milliseconds(50))
      waits -= 1
    }
    #expect(kill(pid, 0) != 0)
  }

  @Test func aStoppedRunWaitsForNoPlugin() async throws {
    let analyzer = try ProcessAnalyzer(settings(["python3", PluginRun.hostile, "hangs"]))
    let task = Task {
      let document = Document(id: "a", text: "bad", language: "en")
      return try await analyzer.analyze(DocumentView(document, layers: Layers(), declared: [], to: "x")).count
    }
    try await Task.sleep(for: .milliseconds(100))
    task.cancel()
    let error = await #expect(throws: AnalysisError.self) { try await task.value }
    #expect(error?.code == ErrorCode.cancelled.rawValue)
  }

  @Test func itConforms() async throws {
    let analyzer = try ProcessAnalyzer(
      settings(["python3", "words.py"]), folder: PluginRun.samples.path,
      handedOn: ["words": ["talks", "переговоры"]])
    var options = ConformanceOptions()
    options.largeDocument = 100_000
    options.longSentence = 1000
    try await conforms(
      analyzer,
      over: [
        Document(id: "en", text: "🔴 The talks failed. No talks, then.", language: "en"),
        Document(id: "ru", text: "Переговоры сорваны.", language: "ru"),
      ], options: options)
  }

  @Test(.enabled(if: confines, "bubblewrap is not installed or may not be used here"))
  func confinedItReadsAndNeitherWritesNorSends() async throws {
    let file = PluginRun.folder.appending(path: "written-by-a-plugin").path
    defer { try? FileManager.default.removeItem(atPath: file) }
    var settings = settings([
      "python3", "-c",
      """
      import sys, socket; sys.path.insert(0, "\(PluginRun.samples.path)"); import svodka_plugin
      def tried(f):
        try: f()
        except OSError: return False
        return True
      svodka_plugin.run(lambda d: [{"start": 0, "end": 1, "writes": tried(lambda: open("\(file)", "w")),
        "sends": tried(lambda: socket.create_connection(("127.0.0.1", 9), 1)), "reads": tried(lambda: open("/etc/passwd"))}], name="c")
      """,
    ])
    settings.confine = true
    let analyzer = try ProcessAnalyzer(settings)
    let document = Document(id: "a", text: "x", language: "en")
    let findings = try await analyzer.analyze(DocumentView(document, layers: Layers(), declared: [], to: "c"))
    #expect(findings.first?["writes"] == false)
    #expect(findings.first?["sends"] == false)
    #expect(findings.first?["reads"] == true)
  }

  private func settings(_ command: [String]) -> ProcessSettings {
    var settings = ProcessSettings()
    settings.command = command
    return settings
  }
}
