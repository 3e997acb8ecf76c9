/// Reads what `PackedEncoder` wrote.
struct PackedDecoder: Decoder {
  let row: PackedRow
  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedDecodingContainer<Key> {
    KeyedDecodingContainer(Fields(row: row))
  }
  func unkeyedContainer() throws -> any UnkeyedDecodingContainer { try List(row) }
  func singleValueContainer() -> any SingleValueDecodingContainer { Single(row: row) }
}

private struct Fields<Key: CodingKey>: KeyedDecodingContainerProtocol {
  let row: PackedRow
  var codingPath: [any CodingKey] { [] }
  var allKeys: [Key] { [] }

  func contains(_ key: Key) -> Bool { true }
  func decodeNil(forKey key: Key) throws -> Bool { try !row.flag() }
  func decode(_ type: Bool.Type, forKey key: Key) throws -> Bool { try row.flag() }
  func decode(_ type: String.Type, forKey key: Key) throws -> String { try row.text() }
  func decode(_ type: Int.Type, forKey key: Key) throws -> Int { try row.next() }
  func decode(_ type: Double.Type, forKey key: Key) throws -> Double { try row.double() }
  func decode<T: Decodable>(_ type: T.Type, forKey key: Key) throws -> T {
    if T.self == TextSpan.self { try row.expectSpan() }
    return try T(from: PackedDecoder(row: row))
  }

  func decodeIfPresent(_ type: Bool.Type, forKey key: Key) throws -> Bool? { try row.flag() ? row.flag() : nil }
  func decodeIfPresent(_ type: String.Type, forKey key: Key) throws -> String? { try row.flag() ? row.text() : nil }
  func decodeIfPresent(_ type: Int.Type, forKey key: Key) throws -> Int? { try row.flag() ? row.next() : nil }
  func decodeIfPresent(_ type: Double.Type, forKey key: Key) throws -> Double? {
    try row.flag() ? row.double() : nil
  }
  func decodeIfPresent<T: Decodable>(_ type: T.Type, forKey key: Key) throws -> T? {
    try row.flag() ? decode(type, forKey: key) : nil
  }

  func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type, forKey key: Key
  ) throws -> KeyedDecodingContainer<Nested> { PackedDecoder(row: row).container(keyedBy: type) }
  func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer { try List(row) }
  func superDecoder() throws -> any Decoder { PackedDecoder(row: row) }
  func superDecoder(forKey key: Key) throws -> any Decoder { PackedDecoder(row: row) }
}

private struct List: UnkeyedDecodingContainer {
  let row: PackedRow
  private let length: Int
  private(set) var currentIndex = 0
  var codingPath: [any CodingKey] { [] }
  var count: Int? { length }
  var isAtEnd: Bool { currentIndex == length }

  init(_ row: PackedRow) throws {
    self.row = row
    length = try row.next()
    // Every element takes a number at least: a length beyond that would have memory set aside for nothing.
    guard length >= 0, length <= row.numbers.count - row.position else {
      throw row.mismatch("a list has \(length) elements")
    }
  }

  private mutating func next() throws -> PackedDecoder {
    guard !isAtEnd else { throw row.mismatch("a list ends too early") }
    currentIndex += 1
    return PackedDecoder(row: row)
  }
  func decodeNil() -> Bool { false }
  mutating func decode(_ type: String.Type) throws -> String { try next().row.text() }
  mutating func decode<T: Decodable>(_ type: T.Type) throws -> T { try T(from: next()) }
  mutating func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type
  ) throws -> KeyedDecodingContainer<Nested> { try next().container(keyedBy: type) }
  mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer { try next().unkeyedContainer() }
  mutating func superDecoder() throws -> any Decoder { try next() }
}

private struct Single: WholeNumberDecoding {
  let row: PackedRow
  var codingPath: [any CodingKey] { [] }

  func decodeNil() -> Bool { false }
  func decode(_ type: Bool.Type) throws -> Bool { try row.flag() }
  func decode(_ type: String.Type) throws -> String { try row.text() }
  func decode(_ type: Double.Type) throws -> Double { try row.double() }
  func whole<N: FixedWidthInteger>(_ type: N.Type) throws -> N {
    guard let number = N(exactly: try row.next()) else { throw row.mismatch("a number does not fit into \(type)") }
    return number
  }
  func decode<T: Decodable>(_ type: T.Type) throws -> T { try T(from: PackedDecoder(row: row)) }
}
