import SvodkaKit

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The `config.cfg` of a spaCy pipeline: sections of keys, whose values are JSON, where `${section:key}` stands for another value.
struct SpacyConfig: Sendable {
  private let sections: [String: [String: String]]
  private let name: String

  /// - Throws: `R103` for what is no such file.
  init(_ bytes: [UInt8], name: String) throws(AnalysisError) {
    self.name = name
    var sections: [String: [String: String]] = [:]
    var section = ""
    var key: String?
    for (number, line) in String(decoding: bytes, as: UTF8.self).split(
      omittingEmptySubsequences: false, whereSeparator: \.isNewline
    )
    .enumerated() {
      let text = line.drop { $0 == " " || $0 == "\t" }
      if text.isEmpty || text.first == "#" || text.first == ";" { continue }
      if text.startIndex > line.startIndex, let open = key {
        // A value that goes on in the next line.
        sections[section]?[open]? += " " + text
      } else if text.first == "[" {
        guard let end = text.lastIndex(of: "]") else { throw Self.broken(name, number + 1, "the heading has no ]") }
        section = String(text[text.index(after: text.startIndex)..<end])
        sections[section] = sections[section] ?? [:]
        key = nil
      } else {
        guard let mark = text.firstIndex(where: { $0 == "=" || $0 == ":" }), !section.isEmpty else {
          throw Self.broken(name, number + 1, "the line is neither a heading nor 'key = value'")
        }
        let left = String(text[..<mark].reversed().drop { $0 == " " }.reversed())
        sections[section]?[left] = String(text[text.index(after: mark)...].drop { $0 == " " })
        key = left
      }
    }
    self.sections = sections
  }

  /// True when there is such a section.
  func has(_ section: String) -> Bool { sections[section] != nil }

  /// A value as JSON, with references resolved.
  ///
  /// - Throws: `R103` when it is not there.
  func raw(_ section: String, _ key: String, depth: Int = 0) throws(AnalysisError) -> String {
    guard let value = sections[section]?[key], depth < 8 else { throw missing(section, key) }
    guard value.hasPrefix("${"), value.hasSuffix("}") else { return value }
    let path = value.dropFirst(2).dropLast()
    guard let mark = path.lastIndex(where: { $0 == ":" || $0 == "." }) else { throw missing(section, key) }
    return try raw(String(path[..<mark]), String(path[path.index(after: mark)...]), depth: depth + 1)
  }

  func string(_ section: String, _ key: String) throws(AnalysisError) -> String {
    try decoded(section, key, as: String.self)
  }

  func strings(_ section: String, _ key: String) throws(AnalysisError) -> [String] {
    try decoded(section, key, as: [String].self)
  }

  func int(_ section: String, _ key: String) throws(AnalysisError) -> Int { try decoded(section, key, as: Int.self) }

  func ints(_ section: String, _ key: String) throws(AnalysisError) -> [Int] {
    try decoded(section, key, as: [Int].self)
  }

  func bool(_ section: String, _ key: String) throws(AnalysisError) -> Bool {
    try decoded(section, key, as: Bool.self)
  }

  /// Refuses any value of a key but the ones named: what the program computes is only right for these.
  func require<T: Decodable & Equatable>(_ section: String, _ key: String, isOneOf known: [T]) throws(AnalysisError) {
    let value = try decoded(section, key, as: T.self)
    guard known.contains(value) else {
      throw AnalysisError(
        .brokenModel,
        "the model cannot be used: [\(section)] has \(key) = \(value), and the program knows "
          + known.map { "\($0)" }.joined(separator: ", "), location: .init(path: name))
    }
  }

  private func decoded<T: Decodable>(_ section: String, _ key: String, as type: T.Type) throws(AnalysisError) -> T {
    let text = try raw(section, key)
    do { return try JSONDecoder().decode(type, from: Data(text.utf8)) } catch {
      throw AnalysisError(
        .brokenModel, "the model cannot be used: [\(section)] has \(key) = \(text), which is not of the kind expected",
        location: .init(path: name))
    }
  }

  private func missing(_ section: String, _ key: String) -> AnalysisError {
    AnalysisError(
      .brokenModel, "the model cannot be used: its configuration has no '\(key)' under [\(section)]",
      location: .init(path: name))
  }

  private static func broken(_ name: String, _ line: Int, _ reason: String) -> AnalysisError {
    AnalysisError(
      .brokenModel, "the model's configuration cannot be read, \(reason)", location: .init(path: name, line: line))
  }
}
