import ArgumentParser
import Foundation
import SvodkaKit

/// Messages on standard error, and exit codes after `sysexits.h`.
enum Diagnostics {
  static func report(_ error: AnalysisError) { line("svodka: error: \(error)") }
  static func warn(_ error: AnalysisError) { line("svodka: warning: \(error)") }
  static func note(_ text: String) { line("svodka: \(text)") }

  private static func line(_ text: String) {
    try? FileHandle.standardError.write(contentsOf: Data((text + "\n").utf8))
  }

  /// Runs a command's body; its error is told in one line and becomes an exit code.
  static func reporting(_ body: () async throws(AnalysisError) -> Void) async throws {
    do throws(AnalysisError) { try await body() } catch {
      report(error)
      throw exitCode(of: error)
    }
  }

  /// The exit code by the area of the error.
  static func exitCode(of error: AnalysisError) -> ExitCode {
    // 128 and the number of the signal, as shells have it.
    if error.code == ErrorCode.cancelled.rawValue { return ExitCode(130) }
    return switch error.code.first {
    case "C": ExitCode(64)
    case "P": ExitCode(78)
    case "R": ExitCode(72)
    case "I": ExitCode(66)
    case "O": ExitCode(74)
    case "X": ExitCode(69)
    default: ExitCode(70)
    }
  }
}
