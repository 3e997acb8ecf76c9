import SvodkaKit

/// A JSON object with its keys in alphabetic order: Foundation's decoder keeps no order, and the result may not change
/// from run to run.
struct DecodedObject: Decodable {
  var members: [JSONValue.Member]

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: AnyKey.self)
    let keys = container.allKeys.sorted { $0.stringValue.utf8.lexicographicallyPrecedes($1.stringValue.utf8) }
    members = try keys.map { .init($0.stringValue, try container.decode(DecodedValue.self, forKey: $0).value) }
  }
}

/// Any JSON value.
struct DecodedValue: Decodable {
  var value: JSONValue

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let text = try? container.decode(String.self) {
      value = .string(text)
    } else if container.decodeNil() {
      value = .null
    } else if let flag = try? container.decode(Bool.self) {
      value = .bool(flag)
    } else if let whole = try? container.decode(Int.self) {
      value = .int(whole)
    } else if let number = try? container.decode(Double.self) {
      value = .double(number)
    } else if var list = try? decoder.unkeyedContainer() {
      var values: [JSONValue] = []
      while !list.isAtEnd { values.append(try list.decode(DecodedValue.self).value) }
      value = .array(values)
    } else {
      value = .object(try DecodedObject(from: decoder).members)
    }
  }
}

private struct AnyKey: CodingKey {
  var stringValue: String
  var intValue: Int? { nil }
  init?(stringValue: String) { self.stringValue = stringValue }
  init?(intValue: Int) { return nil }
}
