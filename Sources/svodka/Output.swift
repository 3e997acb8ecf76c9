import Foundation
import SvodkaKit

/// Where data goes: standard output, or the file of `-o`.
struct Output {
  private let handle: FileHandle
  private let name: String

  /// Opens a file, or standard output for nil and `-`.
  ///
  /// - Throws: `O101` when the file cannot be made.
  init(path: String?) throws(AnalysisError) {
    guard let path, path != "-" else {
      handle = .standardOutput
      name = "standard output"
      return
    }
    name = "'\(path)'"
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else {
      throw AnalysisError(
        .unwritableOutput, "\(name) cannot be written: check folder and rights", cause: String(cString: strerror(errno))
      )
    }
    handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
  }

  /// True when a person reads it.
  var isTerminal: Bool { Terminal.isTerminal(handle) }

  /// Writes all bytes.
  ///
  /// - Throws: `O101` when the disk is full or the file is gone.
  func write(_ bytes: [UInt8]) throws(AnalysisError) {
    guard !bytes.isEmpty else { return }
    do { try handle.write(contentsOf: Data(bytes)) } catch {
      throw AnalysisError(
        .unwritableOutput, "\(name) cannot be written to the end", cause: String(cString: strerror(errno)))
    }
  }
}
