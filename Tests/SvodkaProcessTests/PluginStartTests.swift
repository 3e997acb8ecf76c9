import Foundation
import SvodkaKit
import SvodkaPipeline
import Testing

@testable import SvodkaProcess

/// A plugin that cannot be used is an error before a document is read.
@Suite struct PluginStartTests {
  private func failure(_ run: PluginRun) -> AnalysisError? {
    do { _ = try run.plan() } catch { return error as? AnalysisError }
    return nil
  }

  @Test(arguments: [
    ("dies at start", "ended with status 7; its last words: no such model"),
    ("wrong version", "it speaks version 2 of the protocol, and this program version 1"),
    ("foreign layer", "it needs the layer 'token', which no plugin can have: did you mean 'tokens'?"),
    ("provides tokens", "it provides \"tokens\", and a plugin provides findings under its own name"),
    ("other offsets", "its offsets are \"utf16\", and this program takes \"unicodeScalars\""),
    ("bad name", "a name is made of letters, digits"),
  ])
  func whatIsWrongIsSaid(fault: String, words: String) {
    let error = failure(PluginRun(fault))
    #expect(error?.code == "X102")
    #expect(error?.message.contains(words) == true, "\(String(describing: error))")
    #expect(error?.location?.line == 3)
  }

  @Test func aSlowStartHasItsLimit() {
    let error = failure(PluginRun("slow start", "start_seconds: 0.7"))
    #expect(error?.code == "X102")
    #expect(error?.message.contains("was not ready within 0.7 s") == true)
  }

  @Test func aProgramThatIsNotThereIsNamed() {
    let error = failure(PluginRun(settings: "command: [no-such-program, x]"))
    #expect(error?.code == "X102")
    #expect(error?.message.contains("'no-such-program x' broke down: it could not be started") == true)
  }

  @Test(arguments: [
    (
      "command: python3 plugin.py", "'command' takes a list, since no shell reads it: write [python3, plugin.py] [P103]"
    ),
    ("processes: 2", "'command' is missing: name program and arguments, as [python3, plugin.py] [P103]"),
    ("command: [python3], proceses: 2", "unknown key 'proceses': did you mean 'processes'? [P102]"),
    ("command: [python3], processes: 0", "'processes' is a number from 1 to 64, not 0 [P103]"),
    ("command: [python3], document_seconds: 0", "'document_seconds' is a number above 0, not 0.0 [P103]"),
    (
      "command: [python3], name: two words",
      "'name' is made of letters, digits, '-', '_' and '.', not 'two words' [P103]"
    ),
  ])
  func settingsAreStrict(settings: String, message: String) {
    let error = failure(PluginRun(settings: settings))
    #expect(error?.description.contains(message) == true, "\(String(describing: error))")
    #expect(error?.location?.line == 3)
    #expect(error?.location?.column != nil)
  }

  @Test func aProcessThatComesBackAsAnotherIsRefused() async throws {
    let mark = FileManager.default.temporaryDirectory.appending(path: "svodka-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: mark) }
    let run = PluginRun(
      settings: "command: [python3, '\(PluginRun.hostile)', changes its mind, '\(mark)']")
    let outcomes = try await run.outcomes(["good", "bad", "good"], width: 1)
    #expect(outcomes.map { $0.errors.first?.code } == [nil, "X103", "X102"])
    #expect(outcomes.last?.errors.first?.message.contains("other things of itself than the first time") == true)
  }

  @Test func confinementNeedsBubblewrap() throws {
    var settings = ProcessSettings()
    settings.command = ["python3"]
    settings.confine = true
    let error = #expect(throws: AnalysisError.self) { try PluginCommand(settings, folder: "", path: "/nowhere") }
    #expect(error?.code == "X107")
  }

  @Test func theEnvironmentIsClean() {
    let variables = ProcessEnvironment.variables(
      besides: ["HF_HOME"], of: ["PATH": "/bin", "HF_HOME": "/models", "API_TOKEN": "secret", "PYTHONUTF8": "0"])
    #expect(variables["PATH"] == "/bin")
    #expect(variables["HF_HOME"] == "/models")
    #expect(variables["API_TOKEN"] == nil)
    #expect(variables["PYTHONUTF8"] == "1")
  }
}
