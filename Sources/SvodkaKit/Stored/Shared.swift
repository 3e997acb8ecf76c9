/// A value that everything which has it shares, so that a large one is moved and sorted by one word.
package final class Shared<Value: Sendable>: Sendable {
  /// The value.
  package let value: Value

  /// Shares a value.
  package init(_ value: Value) { self.value = value }
}

extension Shared: Equatable where Value: Equatable {
  package static func == (a: Shared, b: Shared) -> Bool { a === b || a.value == b.value }
}

extension Shared: Hashable where Value: Hashable {
  package func hash(into hasher: inout Hasher) { hasher.combine(value) }
}

extension Shared: Encodable where Value: Encodable {
  /// As the value itself.
  package func encode(to encoder: any Encoder) throws { try value.encode(to: encoder) }
}

extension Shared: Decodable where Value: Decodable {
  /// From the value itself.
  package convenience init(from decoder: any Decoder) throws { self.init(try Value(from: decoder)) }
}
