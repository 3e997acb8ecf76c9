#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
import SvodkaKit

/// A row of JSON Lines as the contract has it.
struct JSONRow {
  var id: String?
  var text: String?
  var html: String?
  var language: String?
  var metadata = Metadata()
  /// The date as written, where it is no ISO 8601 date.
  var rawDate: String?

  /// Reads one row.
  ///
  /// - Throws: `I103` for what is no JSON object, `I110` for a value of the wrong kind.
  init(_ bytes: [UInt8], at location: SourceLocation) throws(AnalysisError) {
    let members: [JSONValue.Member]
    do {
      members = try JSONDecoder().decode(DecodedObject.self, from: Data(bytes)).members
    } catch {
      throw AnalysisError(
        .brokenJSON, "the line is no JSON object: mend the line or leave it out", location: location,
        cause: Self.reason(error))
    }
    for member in members {
      do throws(WrongKind) { try take(member) } catch {
        throw AnalysisError(
          .wrongField, "'\(member.key)' must be \(error.expected)", document: id ?? Self.id(of: members),
          location: location)
      }
    }
  }

  private struct WrongKind: Error { var expected: String }

  private static func id(of members: [JSONValue.Member]) -> String? {
    members.first { $0.key == "id" }?.value.string
  }

  private mutating func take(_ member: JSONValue.Member) throws(WrongKind) {
    switch member.key {
    case "id": id = try Self.text(member.value)
    case "text": text = try Self.text(member.value)
    case "html": html = try Self.text(member.value)
    case "lang": language = try Self.text(member.value)
    case "title": metadata.title = try Self.text(member.value)
    case "source": metadata.source = try Self.text(member.value)
    case "url": metadata.url = try Self.text(member.value)
    case "path": metadata.path = try Self.text(member.value)
    case "author": metadata.author = try Self.names(member.value)
    case "date":
      guard let date = try Self.text(member.value) else { return }
      if PublicationDate.isValid(date) { metadata.date = date } else { rawDate = date }
    case "meta":
      switch member.value {
      case .null: return
      case .object(let members): for inner in members { metadata.extra.set(inner.key, inner.value) }
      default: throw WrongKind(expected: "an object")
      }
    default: metadata.extra.set(member.key, member.value)
    }
  }

  private static func text(_ value: JSONValue) throws(WrongKind) -> String? {
    switch value {
    case .null: nil
    case .string(let text): text
    default: throw WrongKind(expected: "text")
    }
  }

  private static func names(_ value: JSONValue) throws(WrongKind) -> [String] {
    switch value {
    case .null: return []
    case .string(let name): return name.isEmpty ? [] : [name]
    case .array(let values):
      var names: [String] = []
      for value in values {
        guard let name = value.string else { throw WrongKind(expected: "a list of names") }
        names.append(name)
      }
      return names
    default: throw WrongKind(expected: "a list of names")
    }
  }

  private static func reason(_ error: any Error) -> String {
    guard case DecodingError.dataCorrupted(let context) = error else {
      if case DecodingError.typeMismatch = error { return "expected an object" }
      return String(describing: error)
    }
    return context.underlyingError.map { String(describing: $0) } ?? context.debugDescription
  }
}
