#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
import SvodkaKit

/// JSON as it stands in pages, what is no JSON strictly read by Foundation as JSON5; keys in alphabetic order.
struct JSONText: Decodable {
  var value: JSONValue

  /// Nil for what is no JSON even after the repairs that browsers' users make needless: comments of HTML around it, raw
  /// line ends inside of strings, commas too many.
  static func value(of bytes: [UInt8]) -> JSONValue? {
    var parser = JSONParser(bytes)
    if let read = try? parser.whole() { return inOrder(read) }
    var text = String(decoding: bytes.map { $0 < 0x20 ? 0x20 : $0 }, as: UTF8.self)
    for mark in ["<!--", "-->", "<![CDATA[", "]]>", "//"] where mark != "//" || text.hasPrefix("//") {
      text = text.replacing(mark, with: " ")
    }
    text = String(text.drop { $0 != "{" && $0 != "[" })
    let decoder = JSONDecoder()
    decoder.allowsJSON5 = true
    return try? decoder.decode(JSONText.self, from: Data(text.utf8)).value
  }

  /// Keys in alphabetic order; of one that stands twice, the first.
  private static func inOrder(_ value: JSONValue) -> JSONValue {
    switch value {
    case .array(let values): return .array(values.map(inOrder))
    case .object(let members):
      var ordered: [JSONValue.Member] = []
      for member in members.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) })
      where ordered.last?.key != member.key {
        ordered.append(.init(member.key, inOrder(member.value)))
      }
      return .object(ordered)
    default: return value
    }
  }

  init(from decoder: any Decoder) throws {
    if var list = try? decoder.unkeyedContainer() {
      var values: [JSONValue] = []
      while !list.isAtEnd { values.append(try list.decode(JSONText.self).value) }
      value = .array(values)
    } else if let object = try? decoder.container(keyedBy: Key.self) {
      let keys = object.allKeys.sorted { $0.stringValue.utf8.lexicographicallyPrecedes($1.stringValue.utf8) }
      value = .object(try keys.map { .init($0.stringValue, try object.decode(JSONText.self, forKey: $0).value) })
    } else {
      let single = try decoder.singleValueContainer()
      if let text = try? single.decode(String.self) {
        value = .string(text)
      } else if single.decodeNil() {
        value = .null
      } else if let flag = try? single.decode(Bool.self) {
        value = .bool(flag)
      } else if let whole = try? single.decode(Int.self) {
        value = .int(whole)
      } else {
        value = .double(try single.decode(Double.self))
      }
    }
  }

  private struct Key: CodingKey {
    var stringValue: String
    var intValue: Int? { nil }
    init?(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { return nil }
  }
}
