/// Writes fields as numbers: a list is preceded by its length, what may be nil by 0 or 1.
struct PackedEncoder: Encoder {
  let row: PackedRow
  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    KeyedEncodingContainer(Fields(row: row))
  }
  func unkeyedContainer() -> any UnkeyedEncodingContainer { List(row) }
  func singleValueContainer() -> any SingleValueEncodingContainer { Single(row: row) }

  static func unfit(_ value: Any?) -> EncodingError {
    .invalidValue(value as Any, .init(codingPath: [], debugDescription: "a row of numbers has no place for it"))
  }
}

private struct Fields<Key: CodingKey>: KeyedEncodingContainerProtocol {
  let row: PackedRow
  var codingPath: [any CodingKey] { [] }

  func encodeNil(forKey key: Key) { row.append(0) }
  func encode(_ value: Bool, forKey key: Key) { row.append(value ? 1 : 0) }
  func encode(_ value: String, forKey key: Key) { row.append(value) }
  func encode(_ value: Int, forKey key: Key) { row.append(value) }
  func encode(_ value: Double, forKey key: Key) throws { try Single(row: row).encode(value) }
  func encode<T: Encodable>(_ value: T, forKey key: Key) throws {
    // A coding written by hand may give a text that may be nil as it is.
    if T.self == String?.self, let text = value as? String? { return encodeIfPresent(text, forKey: key) }
    try value.encode(to: PackedEncoder(row: row))
  }

  private func isThere<T>(_ value: T?) -> T? {
    row.append(value == nil ? 0 : 1)
    return value
  }
  // Each overload that the protocol asks for; its own defaults would leave a nil field out.
  func encodeIfPresent(_ value: Bool?, forKey key: Key) { if let value = isThere(value) { encode(value, forKey: key) } }
  func encodeIfPresent(_ value: String?, forKey key: Key) {
    if let value = isThere(value) { encode(value, forKey: key) }
  }
  func encodeIfPresent(_ value: Int?, forKey key: Key) { if let value = isThere(value) { encode(value, forKey: key) } }
  func encodeIfPresent(_ value: Double?, forKey key: Key) throws {
    if let value = isThere(value) { try encode(value, forKey: key) }
  }
  func encodeIfPresent<T: Encodable>(_ value: T?, forKey key: Key) throws {
    if let value = isThere(value) { try encode(value, forKey: key) }
  }

  func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type, forKey key: Key
  ) -> KeyedEncodingContainer<Nested> { PackedEncoder(row: row).container(keyedBy: type) }
  func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer { List(row) }
  func superEncoder() -> any Encoder { PackedEncoder(row: row) }
  func superEncoder(forKey key: Key) -> any Encoder { PackedEncoder(row: row) }
}

private struct List: UnkeyedEncodingContainer {
  let row: PackedRow
  private let length: Int
  private(set) var count = 0
  var codingPath: [any CodingKey] { [] }

  init(_ row: PackedRow) {
    self.row = row
    length = row.numbers.count
    row.append(0)
  }

  private mutating func countOne() {
    count += 1
    row.numbers[length] = count
  }
  func encodeNil() throws { throw PackedEncoder.unfit(nil) }
  mutating func encode(_ value: String) {
    countOne()
    row.append(value)
  }
  mutating func encode<T: Encodable>(_ value: T) throws {
    countOne()
    try value.encode(to: PackedEncoder(row: row))
  }
  mutating func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type) -> KeyedEncodingContainer<Nested> {
    countOne()
    return PackedEncoder(row: row).container(keyedBy: type)
  }
  mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
    countOne()
    return List(row)
  }
  mutating func superEncoder() -> any Encoder {
    countOne()
    return PackedEncoder(row: row)
  }
}

private struct Single: SingleValueEncodingContainer {
  let row: PackedRow
  var codingPath: [any CodingKey] { [] }

  func encodeNil() throws { throw PackedEncoder.unfit(nil) }
  func encode(_ value: Bool) { row.append(value ? 1 : 0) }
  func encode(_ value: String) { row.append(value) }
  func encode(_ value: Int) { row.append(value) }
  func encode(_ value: Double) throws { row.append(Int(Int64(bitPattern: value.bitPattern))) }
  func encode(_ value: Float) throws { try encode(Double(value)) }
  func encode(_ value: Int8) { row.append(Int(value)) }
  func encode(_ value: Int16) { row.append(Int(value)) }
  func encode(_ value: Int32) { row.append(Int(value)) }
  func encode(_ value: Int64) { row.append(Int(value)) }
  func encode(_ value: UInt) throws { try encodeWhole(value) }
  func encode(_ value: UInt8) { row.append(Int(value)) }
  func encode(_ value: UInt16) { row.append(Int(value)) }
  func encode(_ value: UInt32) { row.append(Int(value)) }
  func encode(_ value: UInt64) throws { try encodeWhole(value) }
  func encode<T: Encodable>(_ value: T) throws { try value.encode(to: PackedEncoder(row: row)) }

  private func encodeWhole<N: BinaryInteger>(_ value: N) throws {
    guard let whole = Int(exactly: value) else { throw PackedEncoder.unfit(value) }
    row.append(whole)
  }
}
