#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
public import SvodkaKit
import SvodkaResources

/// Puts a model pack together; see `ModelPack` for the file.
public struct ModelPackWriter: Sendable {
  private var sections: [(name: String, bytes: [UInt8])] = []

  /// Starts an empty pack.
  public init() {}

  /// Adds a section; its name has at most 39 bytes.
  public mutating func add(_ name: String, _ bytes: [UInt8]) {
    precondition(name.utf8.count < ModelPack.nameLength, "a section's name is too long")
    sections.append((name, bytes))
  }

  /// Adds a section of numbers as they lie in memory.
  public mutating func add<T: BitwiseCopyable>(_ name: String, numbers: [T]) {
    add(name, numbers.withUnsafeBytes { Array($0) })
  }

  /// Adds a section of lines; none may hold a line end.
  public mutating func add(_ name: String, lines: [String]) {
    add(name, Array(lines.joined(separator: "\n").utf8))
  }

  /// Adds what `ModelPack.about` gives, sorted by key.
  public mutating func add(about: [String: String]) {
    let lines = about.sorted { $0.key < $1.key }
      .map { "\($0.key)\t\($0.value.split(whereSeparator: \.isNewline).joined(separator: " "))" }
    add(ModelPack.aboutSection, lines: lines)
  }

  /// The bytes of the pack.
  public func packed() -> [UInt8] {
    func aligned(_ offset: Int) -> Int { (offset + 63) / 64 * 64 }
    var offset = ModelPack.headerLength + sections.count * ModelPack.entryLength
    var table: [UInt8] = []
    for section in sections {
      offset = aligned(offset)
      table += Array(section.name.utf8)
      table += [UInt8](repeating: 0, count: ModelPack.nameLength - section.name.utf8.count)
      for number in [UInt64(offset), UInt64(section.bytes.count), 0] { table += Self.bytes(number) }
      offset += section.bytes.count
    }
    var file = [UInt8](repeating: 0, count: ModelPack.headerLength) + table
    file.reserveCapacity(offset)
    for section in sections {
      file += [UInt8](repeating: 0, count: aligned(file.count) - file.count)
      file += section.bytes
    }
    var header = ModelPack.magic + Self.bytes(ModelPack.format) + Self.bytes(UInt32(sections.count))
    header += Self.bytes(UInt64(file.count))
    file.withUnsafeBytes { whole in
      let body = UnsafeRawBufferPointer(rebasing: whole[ModelPack.headerLength...])
      header += Self.bytes(ModelPack.checksum(body)) + SHA256.bytes(body)
    }
    file.replaceSubrange(0..<ModelPack.headerLength, with: header)
    return file
  }

  /// Writes the pack under another name first and then renames it, so that a file of this name is always whole.
  ///
  /// - Throws: `O101` when the folder cannot be written to.
  public func write(to path: String) throws(AnalysisError) {
    let folder = path.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      try Data(packed()).write(to: URL(filePath: path), options: .atomic)
    } catch {
      throw AnalysisError(
        .unwritableOutput, "the model cannot be written to '\(path)': check folder, rights and space",
        cause: String(describing: error))
    }
  }

  private static func bytes<T: FixedWidthInteger>(_ number: T) -> [UInt8] {
    withUnsafeBytes(of: number.littleEndian) { Array($0) }
  }
}
