#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
public import SvodkaKit

/// Files read and written whole.
public enum AtomicFile {
  /// The bytes of a file.
  ///
  /// - Throws: `I101` when it cannot be read.
  public static func read(_ path: String) throws(AnalysisError) -> [UInt8] {
    do { return Array(try Data(contentsOf: URL(fileURLWithPath: path))) } catch {
      throw AnalysisError(
        .unreadableInput, "cannot read '\(path)': check that it is there and may be read",
        location: .init(path: path), cause: String(describing: error))
    }
  }

  /// True when there is a file.
  public static func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

  /// Writes a file beside its place and moves it there, so that a reader sees the old file or the new one and never half of it.
  ///
  /// - Throws: `O101` when it cannot be written.
  public static func write(_ bytes: [UInt8], to path: String) throws(AnalysisError) {
    do { try Data(bytes).write(to: URL(fileURLWithPath: path), options: .atomic) } catch {
      throw AnalysisError(
        .unwritableOutput, "'\(path)' cannot be written: check folder and rights", cause: String(describing: error))
    }
  }
}
