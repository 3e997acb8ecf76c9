/// Reads back what `JSONValueEncoder` writes: findings of results, and summaries.
///
/// * A `SpannedText` is read from `{"text", "start", "end"}`, in a field named `evidence` from `start`, `end` and `evidence` beside
///   the other fields, in a field named `text` from `text`, `start` and `end` beside them;
/// * with `offsets` places are Unicode scalars of a text and become UTF-8 bytes.
public struct JSONValueDecoder: Sendable {
  private let offsets: ScalarOffsets?

  /// Makes a decoder; without `offsets` places are taken as they are.
  public init(offsets: ScalarOffsets? = nil) { self.offsets = offsets }

  /// Decodes a value.
  ///
  /// - Throws: `DecodingError` where the value is not of the type's shape.
  public func decode<T: Decodable>(_ type: T.Type, from value: JSONValue) throws -> T {
    try NodeDecoder(value: value, offsets: offsets, codingPath: []).unbox(value, as: type)
  }
}

private struct NodeDecoder: Decoder {
  let value: JSONValue
  let offsets: ScalarOffsets?
  let codingPath: [any CodingKey]
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func unbox<T: Decodable>(_ value: JSONValue, as type: T.Type) throws -> T {
    if type == JSONValue.self, let value = value as? T { return value }
    if type == TextSpan.self, let span = try span(value) as? T { return span }
    if type == SpannedText.self, let text = try spanned(value, text: "text") as? T { return text }
    return try T(from: NodeDecoder(value: value, offsets: offsets, codingPath: codingPath))
  }

  func spanned(_ value: JSONValue, text key: String) throws -> SpannedText {
    guard let text = value[key]?.string else { throw mismatch("expected '\(key)' with 'start' and 'end'") }
    return SpannedText(text: text, span: try span(value))
  }

  private func span(_ value: JSONValue) throws -> TextSpan {
    guard let start = value["start"]?.int, let end = value["end"]?.int, 0 <= start, start <= end else {
      throw mismatch("expected 'start' and 'end'")
    }
    guard let offsets else { return TextSpan(start, end) }
    guard end <= offsets.count else { throw mismatch("'end' is \(end), beyond the text's \(offsets.count) scalars") }
    return TextSpan(offsets.byte(atScalar: start), offsets.byte(atScalar: end))
  }

  func mismatch(_ message: String) -> DecodingError {
    .dataCorrupted(.init(codingPath: codingPath, debugDescription: message))
  }

  func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
    guard case .object(let members) = value else { throw mismatch("expected an object") }
    return KeyedDecodingContainer(KeyedValues(decoder: self, members: members))
  }
  func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
    guard case .array(let values) = value else { throw mismatch("expected an array") }
    return UnkeyedValues(decoder: self, values: values)
  }
  func singleValueContainer() throws -> any SingleValueDecodingContainer { SingleValue(decoder: self) }
}

private struct KeyedValues<Key: CodingKey>: KeyedDecodingContainerProtocol {
  let decoder: NodeDecoder
  let members: [JSONValue.Member]
  var codingPath: [any CodingKey] { decoder.codingPath }
  var allKeys: [Key] { members.compactMap { Key(stringValue: $0.key) } }

  private func find(_ key: Key) -> JSONValue? { members.first { $0.key == key.stringValue }?.value }
  private func value(_ key: Key) throws -> JSONValue {
    guard let value = find(key) else {
      throw DecodingError.keyNotFound(
        key, .init(codingPath: codingPath, debugDescription: "expected the key '\(key.stringValue)'"))
    }
    return value
  }

  func contains(_ key: Key) -> Bool { find(key) != nil }
  func decodeNil(forKey key: Key) throws -> Bool { find(key) ?? .null == .null }

  func decode<T: Decodable>(_ type: T.Type, forKey key: Key) throws -> T {
    if type == SpannedText.self, ["evidence", "text"].contains(key.stringValue), find(key)?.string != nil {
      let text = try decoder.spanned(decoder.value, text: key.stringValue)
      if let text = text as? T { return text }
    }
    return try child(key).unbox(value(key), as: type)
  }

  func decodeIfPresent<T: Decodable>(_ type: T.Type, forKey key: Key) throws -> T? {
    if try decodeNil(forKey: key) { return nil }
    return try decode(type, forKey: key)
  }

  private func child(_ key: Key) throws -> NodeDecoder {
    NodeDecoder(value: try value(key), offsets: decoder.offsets, codingPath: codingPath + [key])
  }
  func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type, forKey key: Key
  ) throws -> KeyedDecodingContainer<Nested> { try child(key).container(keyedBy: type) }
  func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
    try child(key).unkeyedContainer()
  }
  func superDecoder() throws -> any Decoder { decoder }
  func superDecoder(forKey key: Key) throws -> any Decoder { try child(key) }
}

private struct UnkeyedValues: UnkeyedDecodingContainer {
  let decoder: NodeDecoder
  let values: [JSONValue]
  var currentIndex = 0
  var codingPath: [any CodingKey] { decoder.codingPath }
  var count: Int? { values.count }
  var isAtEnd: Bool { currentIndex == values.count }

  private mutating func next() throws -> NodeDecoder {
    guard !isAtEnd else { throw decoder.mismatch("the array ends too early") }
    defer { currentIndex += 1 }
    return NodeDecoder(value: values[currentIndex], offsets: decoder.offsets, codingPath: codingPath)
  }

  mutating func decodeNil() throws -> Bool {
    guard !isAtEnd, values[currentIndex] == .null else { return false }
    currentIndex += 1
    return true
  }
  mutating func decode<T: Decodable>(_ type: T.Type) throws -> T {
    let child = try next()
    return try child.unbox(child.value, as: type)
  }
  mutating func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type
  ) throws -> KeyedDecodingContainer<Nested> { try next().container(keyedBy: type) }
  mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer { try next().unkeyedContainer() }
  mutating func superDecoder() throws -> any Decoder { try next() }
}

private struct SingleValue: WholeNumberDecoding {
  let decoder: NodeDecoder
  var codingPath: [any CodingKey] { decoder.codingPath }

  func decodeNil() -> Bool { decoder.value == .null }
  func decode(_ type: Bool.Type) throws -> Bool {
    guard case .bool(let value) = decoder.value else { throw decoder.mismatch("expected true or false") }
    return value
  }
  func decode(_ type: String.Type) throws -> String {
    guard let value = decoder.value.string else { throw decoder.mismatch("expected a string") }
    return value
  }
  func decode(_ type: Double.Type) throws -> Double {
    switch decoder.value {
    case .double(let value): return value
    case .int(let value): return Double(value)
    default: throw decoder.mismatch("expected a number")
    }
  }
  func whole<N: FixedWidthInteger>(_ type: N.Type) throws -> N {
    guard let value = decoder.value.int, let number = N(exactly: value) else {
      throw decoder.mismatch("expected a whole number that fits into \(type)")
    }
    return number
  }
  func decode<T: Decodable>(_ type: T.Type) throws -> T { try decoder.unbox(decoder.value, as: type) }
}
