import CSvodkaBytes
import SvodkaKit

/// A file mapped for reading.
final class MappedFile: Sendable {
  // Pages are mapped read-only and unmapped when the last reference goes, so that any task may read them.
  private nonisolated(unsafe) let base: UnsafePointer<UInt8>
  private let count: Int

  /// - Throws: `R103` when the file cannot be read.
  init(path: String) throws(AnalysisError) {
    var count: UInt64 = 0
    guard let base = svodka_map(path, &count) else {
      throw ModelPack.refused(path, "it cannot be read (error \(count))")
    }
    self.base = base
    self.count = Int(count)
  }

  deinit { svodka_unmap(base, UInt64(count)) }

  /// All bytes, valid as long as this object lives.
  var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: base, count: count) }

  /// Lets the pages go until they are read again.
  func forgetPages() { svodka_forget_pages(base, UInt64(count)) }
}
