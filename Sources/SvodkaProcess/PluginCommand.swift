import Foundation
import Subprocess
import SvodkaKit
import SystemPackage

/// How a process of a plugin is started: no shell, a clean environment, a session of its own, confined where that is asked for.
struct PluginCommand: Sendable {
  let words: [String]
  let folder: String
  let environment: [String: String]

  /// Finds out what to start.
  ///
  /// - Throws: `X107` when the plugin is to be confined and bubblewrap is not there.
  init(_ settings: ProcessSettings, folder: String, path: String? = nil) throws(AnalysisError) {
    let inherited = ProcessInfo.processInfo.environment
    environment = ProcessEnvironment.variables(besides: settings.environment, of: inherited)
    let current = FileManager.default.currentDirectoryPath
    self.folder = folder.isEmpty ? current : folder.hasPrefix("/") ? folder : current + "/" + folder
    var words = settings.command
    if let program = words.first, program.contains("/"), !program.hasPrefix("/") {
      words[0] = self.folder + "/" + program
    }
    if settings.confine {
      guard let confiner = Self.confiner(in: path ?? inherited["PATH"] ?? "") else {
        throw AnalysisError(
          .confinementMissing,
          "'confine' needs bubblewrap, and no 'bwrap' is on the PATH: install the package bubblewrap, or take 'confine' out"
        )
      }
      words = [confiner] + Self.confinement(folder: self.folder) + words
    }
    self.words = words
  }

  /// Everything can be read and nothing written but a `/tmp` of the plugin's own; no network, no other processes in sight.
  private static func confinement(folder: String) -> [String] {
    [
      "--unshare-all", "--die-with-parent", "--new-session", "--ro-bind", "/", "/", "--dev", "/dev", "--proc", "/proc",
      "--tmpfs", "/tmp", "--ro-bind", folder, folder, "--chdir", folder, "--",
    ]
  }

  private static func confiner(in path: String) -> String? {
    path.split(separator: ":").map { "\($0)/bwrap" }.first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  /// The command as the user wrote it, for messages.
  static func shown(_ words: [String]) -> String { words.joined(separator: " ") }

  var configuration: Configuration {
    var options = PlatformOptions()
    options.createSession = true
    options.teardownSequence = []
    let program = words.first ?? ""
    return Configuration(
      executable: program.contains("/") ? .path(FilePath(program)) : .name(program),
      arguments: Arguments(Array(words.dropFirst())),
      environment: .custom(
        environment.reduce(into: [Environment.Key: String]()) { variables, variable in
          if let key = Environment.Key(rawValue: variable.key) { variables[key] = variable.value }
        }),
      workingDirectory: FilePath(folder), platformOptions: options)
  }
}
