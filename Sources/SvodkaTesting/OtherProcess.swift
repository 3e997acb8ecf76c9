import Foundation

/// Runs the same test in a second process: hashing is seeded anew there, and what came out of the order of a Dictionary
/// comes out in another.
struct OtherProcess {
  private static let key = "SVODKA_CONFORMANCE"

  private let path: String

  /// In the second process: where the findings of this analyzer are to be told; nil in the first process.
  static func asked(test: String, analyzer: String) -> OtherProcess? {
    guard let asked = ProcessInfo.processInfo.environment[key] else { return nil }
    let parts = asked.split(separator: "\n", maxSplits: 2, omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 3, parts[0] == test, parts[1] == analyzer else {
      // Another analyzer of the same test: it has nothing to tell and nothing to check here.
      return OtherProcess(path: "/dev/null")
    }
    return OtherProcess(path: parts[2])
  }

  /// Tells the findings, one line a document.
  func answer(_ lines: [String]) {
    try? Data(lines.joined(separator: "\n").utf8).write(to: URL(fileURLWithPath: path))
  }

  struct Problem: Error { var reason: String }

  /// In the first process: the findings of the second.
  static func run(test: String, analyzer: String) async -> Result<[String], Problem> {
    let answer = FileManager.default.temporaryDirectory.appending(path: "svodka-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: answer) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: executable)
    process.arguments = arguments(filter: test)
    var environment = ProcessInfo.processInfo.environment
    environment[key] = "\(test)\n\(analyzer)\n\(answer)"
    environment["SWIFT_DETERMINISTIC_HASHING"] = nil
    process.environment = environment
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    let ended = await withCheckedContinuation { (continuation: CheckedContinuation<Bool, Never>) in
      process.terminationHandler = { _ in continuation.resume(returning: true) }
      do { try process.run() } catch { continuation.resume(returning: false) }
    }
    guard ended, let data = FileManager.default.contents(atPath: answer) else {
      return .failure(
        Problem(
          reason:
            "the second process told nothing: call conforms from a test function of its own name, or leave the check out"
        ))
    }
    return .success(
      String(decoding: data, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false).map(String.init))
  }

  private static var executable: String {
    (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments[0]
  }

  /// The arguments of this process with the one test in place of what it was told to run.
  private static func arguments(filter test: String) -> [String] {
    var kept: [String] = []
    var skipsNext = false
    for argument in CommandLine.arguments.dropFirst() {
      if skipsNext {
        skipsNext = false
        continue
      }
      if ["--filter", "--skip", "--xunit-output", "--event-stream-output-path"].contains(argument) {
        skipsNext = true
      } else if !argument.hasPrefix("--filter=") && !argument.hasPrefix("--skip=") {
        kept.append(argument)
      }
    }
    return kept + ["--filter", String(test.prefix { $0 != "(" })]
  }
}
