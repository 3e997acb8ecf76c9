import CSvodkaBytes
public import SvodkaKit
import SvodkaResources

/// A model as it lies in the user's data folder: one file of named sections, mapped into memory and shared by all
/// processes that read it.
///
/// The file is little-endian: a header of 64 bytes (`SVODKAPK`, format, number of sections, length of the file, and a
/// checksum and the SHA-256 of all that follows), a table of 64 bytes a section (name, offset, length), then the
/// sections, each at a multiple of 64 bytes so that weights can be read where they lie.
public final class ModelPack: Sendable {
  static let magic = Array("SVODKAPK".utf8)
  static let format: UInt32 = 1
  static let headerLength = 64
  static let entryLength = 64
  static let nameLength = 40
  static let aboutSection = "about"

  /// The file.
  public let path: String
  /// What is known of the model: `name`, `version`, `package`, `licence`, `source`, …
  public let about: [String: String]
  private let file: MappedFile
  private let sections: [String: Range<Int>]

  /// Opens a pack and checks that it is whole; with `isChecked` false only that it is as long as it says.
  ///
  /// - Throws: `R103` for a file that is cut off, altered, or of another format.
  public init(path: String, isChecked: Bool = true) throws(AnalysisError) {
    self.path = path
    file = try MappedFile(path: path)
    let bytes = file.bytes
    guard bytes.count >= Self.headerLength, bytes.starts(with: Self.magic) else {
      throw Self.refused(path, "it is no model pack")
    }
    let format = bytes.loadUnaligned(fromByteOffset: 8, as: UInt32.self)
    guard format == Self.format else { throw Self.refused(path, "it has the format \(format), not \(Self.format)") }
    guard bytes.loadUnaligned(fromByteOffset: 16, as: UInt64.self) == UInt64(bytes.count) else {
      throw Self.refused(path, "it was cut off")
    }
    let body = UnsafeRawBufferPointer(rebasing: bytes[Self.headerLength...])
    guard !isChecked || Self.checksum(body) == bytes.loadUnaligned(fromByteOffset: 24, as: UInt64.self) else {
      throw Self.refused(path, "it was altered")
    }
    let count = Int(bytes.loadUnaligned(fromByteOffset: 12, as: UInt32.self))
    guard Self.headerLength + count * Self.entryLength <= bytes.count else { throw Self.refused(path, "it is broken") }
    var sections: [String: Range<Int>] = [:]
    for i in 0..<count {
      let entry = Self.headerLength + i * Self.entryLength
      let name = String(decoding: bytes[entry..<(entry + Self.nameLength)].prefix { $0 != 0 }, as: UTF8.self)
      let offset = Int(bytes.loadUnaligned(fromByteOffset: entry + Self.nameLength, as: UInt64.self))
      let length = Int(bytes.loadUnaligned(fromByteOffset: entry + Self.nameLength + 8, as: UInt64.self))
      guard offset >= 0, length >= 0, offset <= bytes.count, length <= bytes.count - offset else {
        throw Self.refused(path, "it is broken")
      }
      sections[name] = offset..<(offset + length)
    }
    self.sections = sections
    about = Self.readAbout(sections[Self.aboutSection].map { bytes[$0] })
    // The check has touched every page; only those that the model really reads need to stay.
    if isChecked { file.forgetPages() }
  }

  /// The pack's name, and as its version that of the model with the first digits of the SHA-256 that the file states.
  public var identity: Identity {
    let digest = file.bytes[32..<38].map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }.joined()
    return Identity(name: about["name"] ?? path, version: version + "+" + digest, licence: about["licence"] ?? "")
  }

  /// The version of the model, as its publisher names it.
  public var version: String { about["version"] ?? "" }

  /// The names of the sections, sorted.
  public var names: [String] { sections.keys.sorted() }

  /// The bytes of a section, valid as long as the pack lives.
  ///
  /// - Throws: `R103` when the pack has no such section.
  public func bytes(_ name: String) throws(AnalysisError) -> UnsafeRawBufferPointer {
    guard let range = sections[name] else { throw Self.refused(path, "the section '\(name)' is missing") }
    return UnsafeRawBufferPointer(rebasing: file.bytes[range])
  }

  /// A section as numbers, valid as long as the pack lives.
  ///
  /// - Throws: `R103` when the pack has no such section, or one of another length than `count` numbers.
  public func array<T: BitwiseCopyable>(
    _ name: String, of type: T.Type, count: Int? = nil
  ) throws(AnalysisError) -> UnsafeBufferPointer<T> {
    let raw = try bytes(name)
    let found = raw.count / MemoryLayout<T>.stride
    guard raw.count % MemoryLayout<T>.stride == 0, count == nil || count == found else {
      throw Self.refused(path, "the section '\(name)' has \(found) numbers, not \(count ?? 0)")
    }
    return raw.bindMemory(to: type)
  }

  /// A section as lines of text.
  public func lines(_ name: String) throws(AnalysisError) -> [String] {
    String(decoding: try bytes(name), as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
      .map(String.init)
  }

  /// Reads the whole file against its SHA-256.
  ///
  /// - Throws: `R103` when it does not fit.
  public func verify() throws(AnalysisError) {
    let body = UnsafeRawBufferPointer(rebasing: file.bytes[Self.headerLength...])
    guard SHA256.bytes(body).elementsEqual(file.bytes[32..<64]) else {
      throw Self.refused(path, "it was altered")
    }
  }

  static func checksum(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    svodka_checksum(bytes.bindMemory(to: UInt8.self).baseAddress, UInt64(bytes.count))
  }

  static func refused(_ path: String, _ reason: String) -> AnalysisError {
    AnalysisError(
      .brokenModel, "the model file cannot be used, \(reason): install it again with 'svodka models install'",
      location: .init(path: path))
  }

  private static func readAbout(_ bytes: Slice<UnsafeRawBufferPointer>?) -> [String: String] {
    var about: [String: String] = [:]
    for line in String(decoding: bytes.map(Array.init) ?? [], as: UTF8.self).split(separator: "\n") {
      let parts = line.split(separator: "\t", maxSplits: 1)
      if parts.count == 2 { about[String(parts[0])] = String(parts[1]) }
    }
    return about
  }
}
