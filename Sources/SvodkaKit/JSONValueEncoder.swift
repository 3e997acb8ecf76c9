/// Turns a `Codable` finding into JSON as the output contract writes it:
///
/// * a `SpannedText` becomes `{"text", "start", "end"}`, offsets in Unicode scalars;
/// * one in a field named `evidence` is written flat, as `start`, `end` and `evidence`, one in a field named `text` as
///   `text`, `start` and `end` beside the other fields;
/// * a nil field is written as `null`;
/// * keys keep the order of the type's fields.
public struct JSONValueEncoder: Sendable {
  private let offsets: ScalarOffsets?

  /// Makes an encoder; without `offsets` spans are written in UTF-8 bytes.
  public init(offsets: ScalarOffsets? = nil) { self.offsets = offsets }

  /// Encodes a value.
  ///
  /// - Throws: what the value's own `encode(to:)` throws.
  public func encode<T: Encodable>(_ value: T) throws -> JSONValue {
    let encoder = NodeEncoder(offsets: offsets, codingPath: [])
    return try encoder.box(value)
  }
}

/// The place where an encoder leaves its result.
private final class Slot {
  var value: JSONValue?
  var members: [(String, Slot)]?
  var elements: [Slot]?

  func finished() -> JSONValue {
    if let members { return .object(members.map { JSONValue.Member($0.0, $0.1.finished()) }) }
    if let elements { return .array(elements.map { $0.finished() }) }
    return value ?? .null
  }
}

private struct NodeEncoder: Encoder {
  let offsets: ScalarOffsets?
  let codingPath: [any CodingKey]
  let userInfo: [CodingUserInfoKey: Any] = [:]
  let slot = Slot()

  func box<T: Encodable>(_ value: T) throws -> JSONValue {
    if let value = value as? JSONValue { return value }
    if let value = value as? SpannedText {
      let span = offset(value.span)
      return ["text": .string(value.text), "start": .int(span.start), "end": .int(span.end)]
    }
    if let value = value as? TextSpan {
      let span = offset(value)
      return ["start": .int(span.start), "end": .int(span.end)]
    }
    let inner = NodeEncoder(offsets: offsets, codingPath: codingPath)
    try value.encode(to: inner)
    return inner.slot.finished()
  }

  func offset(_ span: TextSpan) -> TextSpan {
    guard let offsets else { return span }
    return TextSpan(offsets.scalar(atByte: span.start), offsets.scalar(atByte: span.end))
  }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    if slot.members == nil { slot.members = [] }
    return KeyedEncodingContainer(KeyedNodes(encoder: self))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    if slot.elements == nil { slot.elements = [] }
    return UnkeyedNodes(encoder: self)
  }

  func singleValueContainer() -> any SingleValueEncodingContainer { SingleNode(encoder: self) }
}

private struct KeyedNodes<Key: CodingKey>: KeyedEncodingContainerProtocol {
  let encoder: NodeEncoder
  var codingPath: [any CodingKey] { encoder.codingPath }

  private func put(_ value: JSONValue, _ key: String) {
    let slot = Slot()
    slot.value = value
    encoder.slot.members?.append((key, slot))
  }

  func encodeNil(forKey key: Key) { put(.null, key.stringValue) }

  func encode<T: Encodable>(_ value: T, forKey key: Key) throws {
    if key.stringValue == "evidence", let evidence = value as? SpannedText {
      let span = encoder.offset(evidence.span)
      put(.int(span.start), "start")
      put(.int(span.end), "end")
      put(.string(evidence.text), "evidence")
    } else if key.stringValue == "text", let spanned = value as? SpannedText {
      let span = encoder.offset(spanned.span)
      put(.string(spanned.text), "text")
      put(.int(span.start), "start")
      put(.int(span.end), "end")
    } else {
      put(try encoder.box(value), key.stringValue)
    }
  }

  // Each overload that the protocol asks for; its own defaults would leave a nil field out.
  func encodeIfPresent<T: Encodable>(_ value: T?, forKey key: Key) throws {
    if let value { try encode(value, forKey: key) } else { encodeNil(forKey: key) }
  }
  func encodeIfPresent(_ value: Bool?, forKey key: Key) throws {
    if let value { try encode(value, forKey: key) } else { encodeNil(forKey: key) }
  }
  func encodeIfPresent(_ value: String?, forKey key: Key) throws {
    if let value { try encode(value, forKey: key) } else { encodeNil(forKey: key) }
  }
  func encodeIfPresent(_ value: Double?, forKey key: Key) throws {
    if let value { try encode(value, forKey: key) } else { encodeNil(forKey: key) }
  }
  func encodeIfPresent(_ value: Int?, forKey key: Key) throws {
    if let value { try encode(value, forKey: key) } else { encodeNil(forKey: key) }
  }

  private func child(_ key: Key) -> NodeEncoder {
    let child = NodeEncoder(offsets: encoder.offsets, codingPath: codingPath + [key])
    encoder.slot.members?.append((key.stringValue, child.slot))
    return child
  }
  func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type, forKey key: Key
  ) -> KeyedEncodingContainer<Nested> { child(key).container(keyedBy: type) }
  func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer { child(key).unkeyedContainer() }
  func superEncoder() -> any Encoder { encoder }
  func superEncoder(forKey key: Key) -> any Encoder { child(key) }
}

private struct UnkeyedNodes: UnkeyedEncodingContainer {
  let encoder: NodeEncoder
  var codingPath: [any CodingKey] { encoder.codingPath }
  var count: Int { encoder.slot.elements?.count ?? 0 }

  private func child() -> NodeEncoder {
    let child = NodeEncoder(offsets: encoder.offsets, codingPath: codingPath)
    encoder.slot.elements?.append(child.slot)
    return child
  }
  func encodeNil() { child().slot.value = .null }
  func encode<T: Encodable>(_ value: T) throws { child().slot.value = try encoder.box(value) }
  func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type) -> KeyedEncodingContainer<Nested> {
    child().container(keyedBy: type)
  }
  func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { child().unkeyedContainer() }
  func superEncoder() -> any Encoder { child() }
}

private struct SingleNode: SingleValueEncodingContainer {
  let encoder: NodeEncoder
  var codingPath: [any CodingKey] { encoder.codingPath }

  func encodeNil() { encoder.slot.value = .null }
  func encode(_ value: Bool) { encoder.slot.value = .bool(value) }
  func encode(_ value: String) { encoder.slot.value = .string(value) }
  func encode(_ value: Double) { encoder.slot.value = .double(value) }
  func encode(_ value: Float) { encoder.slot.value = .double(Double(value)) }
  func encode(_ value: Int) { encoder.slot.value = .int(value) }
  func encode(_ value: Int8) { encoder.slot.value = .int(Int(value)) }
  func encode(_ value: Int16) { encoder.slot.value = .int(Int(value)) }
  func encode(_ value: Int32) { encoder.slot.value = .int(Int(value)) }
  func encode(_ value: Int64) { encoder.slot.value = .int(Int(value)) }
  func encode(_ value: UInt) throws { try encodeWhole(value) }
  func encode(_ value: UInt8) { encoder.slot.value = .int(Int(value)) }
  func encode(_ value: UInt16) { encoder.slot.value = .int(Int(value)) }
  func encode(_ value: UInt32) { encoder.slot.value = .int(Int(value)) }
  func encode(_ value: UInt64) throws { try encodeWhole(value) }
  func encode<T: Encodable>(_ value: T) throws { encoder.slot.value = try encoder.box(value) }

  private func encodeWhole<N: BinaryInteger>(_ value: N) throws {
    guard let whole = Int(exactly: value) else {
      throw EncodingError.invalidValue(
        value, EncodingError.Context(codingPath: codingPath, debugDescription: "a whole number beyond 64 signed bits"))
    }
    encoder.slot.value = .int(whole)
  }
}
