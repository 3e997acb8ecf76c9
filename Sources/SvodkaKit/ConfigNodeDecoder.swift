/// Decodes a `Decodable` type from a `ConfigNode`, strictly: a key that the type never asks for is an error with its
/// place and the nearest key that it does ask for.
public struct ConfigNodeDecoder: Sendable {
  private let strict: Bool

  /// Makes a decoder; one that is not strict passes over keys it does not know, as readers of output do.
  public init(strict: Bool = true) { self.strict = strict }

  /// Decodes a value.
  ///
  /// - Throws: `P102` for an unknown key, `P103` for a value of the wrong kind.
  public func decode<T: Decodable>(_ type: T.Type, from node: ConfigNode) throws(AnalysisError) -> T {
    let usage = Usage()
    do {
      let value = try NodeDecoder(node: node, codingPath: [], usage: usage).unbox(type)
      if strict { usage.openUnread(node) }
      if strict, let unread = usage.firstUnread() { throw unread }
      return value
    } catch let error as AnalysisError {
      throw error
    } catch let error as DecodingError {
      // A key that is simply misspelt makes another one missing: the misspelling is the better message.
      if strict, case .keyNotFound(let key, _) = error, let misspelt = usage.misspelling(of: key.stringValue) {
        throw misspelt
      }
      throw Self.translate(error, in: node)
    } catch {
      throw AnalysisError(.wrongValue, String(describing: error), location: node.location)
    }
  }

  /// Decodes a configuration over its defaults: what `node` leaves out is as in `init()`.
  public func decode<T: StepConfiguration>(configuration type: T.Type, from node: ConfigNode) throws(AnalysisError) -> T
  {
    let defaults: JSONValue
    do { defaults = try JSONValueEncoder().encode(T()) } catch {
      throw AnalysisError(.wrongValue, "the defaults of \(T.self) cannot be encoded", cause: String(describing: error))
    }
    if case .null = node.content { return T() }
    guard node.entries != nil else {
      throw AnalysisError(
        .wrongValue, "expected a mapping of settings, found \(node.kind)", location: node.location)
    }
    return try decode(type, from: Self.overlay(node, on: ConfigNode(json: defaults)))
  }

  private static func overlay(_ node: ConfigNode, on defaults: ConfigNode) -> ConfigNode {
    guard let entries = node.entries, let base = defaults.entries else { return node }
    var merged = entries.map { entry in
      guard let below = defaults[entry.key] else { return entry }
      return ConfigNode.Entry(
        key: entry.key, keyLocation: entry.keyLocation, value: overlay(entry.value, on: below))
    }
    for entry in base where node[entry.key] == nil { merged.append(entry) }
    return ConfigNode(.mapping(merged), at: node.location)
  }

  private static func translate(_ error: DecodingError, in node: ConfigNode) -> AnalysisError {
    func place(_ path: [any CodingKey]) -> (String, SourceLocation?) {
      var at = node
      for key in path {
        if let index = key.intValue, let elements = at.elements, elements.indices.contains(index) {
          at = elements[index]
        } else if let below = at[key.stringValue] {
          at = below
        }
      }
      return (path.map { $0.intValue.map { "[\($0)]" } ?? $0.stringValue }.joined(separator: "."), at.location)
    }
    switch error {
    case .keyNotFound(let key, let context):
      let (name, location) = place(context.codingPath)
      return AnalysisError(
        .wrongValue, "the key '\(key.stringValue)' is missing" + (name.isEmpty ? "" : " under '\(name)'"),
        location: location)
    case .typeMismatch(_, let context), .valueNotFound(_, let context), .dataCorrupted(let context):
      let (name, location) = place(context.codingPath)
      return AnalysisError(
        .wrongValue, (name.isEmpty ? "" : "'\(name)': ") + context.debugDescription, location: location)
    @unknown default:
      return AnalysisError(.wrongValue, String(describing: error), location: node.location)
    }
  }
}

/// The settings of a step. What a pipeline leaves out is as in `init()`.
public protocol StepConfiguration: Codable, Sendable {
  /// The defaults.
  init()
}

/// Which keys of which mappings were asked for.
private final class Usage {
  private struct Mapping {
    var entries: [ConfigNode.Entry]
    var asked: [String] = []
    var takesAll = false
  }
  private var mappings: [Mapping] = []

  func open(_ node: ConfigNode) -> Int {
    mappings.append(Mapping(entries: node.entries ?? []))
    return mappings.count - 1
  }
  /// A type without fields never asks for a container: its mapping has to be empty all the same.
  func openUnread(_ node: ConfigNode) { if mappings.isEmpty { _ = open(node) } }
  func ask(_ key: String, in mapping: Int) {
    if !mappings[mapping].asked.contains(key) { mappings[mapping].asked.append(key) }
  }
  func takeAll(in mapping: Int) { mappings[mapping].takesAll = true }

  /// The key that was not read and is nearest to one that is missing.
  func misspelling(of missing: String) -> AnalysisError? {
    let unread = mappings.flatMap { mapping in mapping.entries.filter { !mapping.asked.contains($0.key) } }
    guard let near = nearestWord(to: missing, among: unread.map(\.key)),
      let entry = unread.first(where: { $0.key == near })
    else { return nil }
    return AnalysisError(
      .unknownKey, "unknown key '\(near)': did you mean '\(missing)'?",
      location: entry.keyLocation ?? entry.value.location)
  }

  func firstUnread() -> AnalysisError? {
    for mapping in mappings where !mapping.takesAll {
      for entry in mapping.entries where !mapping.asked.contains(entry.key) {
        let near = nearestWord(to: entry.key, among: mapping.asked)
        let remedy =
          if let near { "did you mean '\(near)'?" } else if mapping.asked.isEmpty {
            "no keys are expected here"
          } else { "expected one of: " + mapping.asked.sorted().joined(separator: ", ") }
        return AnalysisError(
          .unknownKey, "unknown key '\(entry.key)': \(remedy)", location: entry.keyLocation ?? entry.value.location)
      }
    }
    return nil
  }
}

private struct NodeDecoder: Decoder {
  let node: ConfigNode
  let codingPath: [any CodingKey]
  let usage: Usage
  let userInfo: [CodingUserInfoKey: Any] = [:]

  func unbox<T: Decodable>(_ type: T.Type) throws -> T {
    if let value = node as? T { return value }
    if T.self == SpannedText.self, let value = spanned() as? T { return value }
    return try type.init(from: self)
  }

  /// `{"text", "start", "end"}`, as findings are written; offsets are taken as they stand.
  private func spanned() -> SpannedText? {
    guard let text = node["text"]?.string, case .int(let start)? = node["start"]?.content,
      case .int(let end)? = node["end"]?.content, start <= end
    else { return nil }
    return SpannedText(text: text, span: TextSpan(start, end))
  }

  func mismatch(_ expected: String, _ type: Any.Type) -> DecodingError {
    .typeMismatch(type, .init(codingPath: codingPath, debugDescription: "expected \(expected), found \(node.kind)"))
  }

  func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
    guard let entries = node.entries else { throw mismatch("a mapping", [String: Any].self) }
    return KeyedDecodingContainer(
      KeyedNodes(node: node, entries: entries, codingPath: codingPath, usage: usage, mapping: usage.open(node)))
  }

  func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
    guard let elements = node.elements else { throw mismatch("a list", [Any].self) }
    return UnkeyedNodes(elements: elements, codingPath: codingPath, usage: usage)
  }

  func singleValueContainer() -> any SingleValueDecodingContainer { SingleNode(decoder: self) }
}

private struct SingleNode: WholeNumberDecoding {
  let decoder: NodeDecoder
  var codingPath: [any CodingKey] { decoder.codingPath }

  func decodeNil() -> Bool { if case .null = decoder.node.content { true } else { false } }
  func decode(_ type: Bool.Type) throws -> Bool {
    guard case .bool(let value) = decoder.node.content else { throw decoder.mismatch("true or false", type) }
    return value
  }
  func decode(_ type: String.Type) throws -> String {
    guard let value = decoder.node.string else { throw decoder.mismatch("text", type) }
    return value
  }
  func decode(_ type: Double.Type) throws -> Double {
    switch decoder.node.content {
    case .double(let value): return value
    case .int(let value): return Double(value)
    default: throw decoder.mismatch("a number", type)
    }
  }
  func whole<N: FixedWidthInteger>(_ type: N.Type) throws -> N {
    guard case .int(let value) = decoder.node.content, let number = N(exactly: value) else {
      throw decoder.mismatch("a whole number", type)
    }
    return number
  }
  func decode<T: Decodable>(_ type: T.Type) throws -> T { try decoder.unbox(type) }
}

private struct KeyedNodes<Key: CodingKey>: KeyedDecodingContainerProtocol {
  let node: ConfigNode
  let entries: [ConfigNode.Entry]
  let codingPath: [any CodingKey]
  let usage: Usage
  let mapping: Int

  /// Asking for all keys means that any key is welcome: that is how a dictionary is decoded.
  var allKeys: [Key] {
    usage.takeAll(in: mapping)
    return entries.compactMap { Key(stringValue: $0.key) }
  }

  func contains(_ key: Key) -> Bool {
    usage.ask(key.stringValue, in: mapping)
    return node[key.stringValue] != nil
  }

  private func child(_ key: Key) throws -> NodeDecoder {
    usage.ask(key.stringValue, in: mapping)
    guard var value = node[key.stringValue] else {
      throw DecodingError.keyNotFound(key, .init(codingPath: codingPath, debugDescription: ""))
    }
    if key.stringValue == "evidence", case .string = value.content, let start = node["start"], let end = node["end"] {
      usage.ask("start", in: mapping)
      usage.ask("end", in: mapping)
      value = ConfigNode(
        .mapping([
          .init(key: "text", keyLocation: nil, value: value), .init(key: "start", keyLocation: nil, value: start),
          .init(key: "end", keyLocation: nil, value: end),
        ]), at: value.location)
    }
    return NodeDecoder(node: value, codingPath: codingPath + [key], usage: usage)
  }

  func decodeNil(forKey key: Key) throws -> Bool {
    if case .null = try child(key).node.content { true } else { false }
  }
  func decode<T: Decodable>(_ type: T.Type, forKey key: Key) throws -> T {
    // Written flat, beside the other fields.
    if key.stringValue == "text", T.self == SpannedText.self {
      for key in ["text", "start", "end"] { usage.ask(key, in: mapping) }
      return try NodeDecoder(node: node, codingPath: codingPath, usage: usage).unbox(type)
    }
    return try child(key).unbox(type)
  }
  func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type, forKey key: Key
  ) throws -> KeyedDecodingContainer<Nested> { try child(key).container(keyedBy: type) }
  func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
    try child(key).unkeyedContainer()
  }
  func superDecoder() throws -> any Decoder { NodeDecoder(node: node, codingPath: codingPath, usage: usage) }
  func superDecoder(forKey key: Key) throws -> any Decoder { try child(key) }
}

private struct UnkeyedNodes: UnkeyedDecodingContainer {
  struct Index: CodingKey {
    var intValue: Int?
    var stringValue: String { intValue.map(String.init) ?? "" }
    init(_ index: Int) { intValue = index }
    init?(intValue: Int) { self.intValue = intValue }
    init?(stringValue: String) { return nil }
  }

  let elements: [ConfigNode]
  let codingPath: [any CodingKey]
  let usage: Usage
  var currentIndex = 0
  var count: Int? { elements.count }
  var isAtEnd: Bool { currentIndex >= elements.count }

  init(elements: [ConfigNode], codingPath: [any CodingKey], usage: Usage) {
    self.elements = elements
    self.codingPath = codingPath
    self.usage = usage
  }

  private mutating func next() throws -> NodeDecoder {
    let path = codingPath + [Index(currentIndex)]
    guard !isAtEnd else {
      throw DecodingError.valueNotFound(
        ConfigNode.self, .init(codingPath: path, debugDescription: "the list is too short"))
    }
    defer { currentIndex += 1 }
    return NodeDecoder(node: elements[currentIndex], codingPath: path, usage: usage)
  }

  mutating func decodeNil() throws -> Bool {
    guard !isAtEnd, case .null = elements[currentIndex].content else { return false }
    currentIndex += 1
    return true
  }
  mutating func decode<T: Decodable>(_ type: T.Type) throws -> T { try next().unbox(type) }
  mutating func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type
  ) throws -> KeyedDecodingContainer<Nested> { try next().container(keyedBy: type) }
  mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer { try next().unkeyedContainer() }
  mutating func superDecoder() throws -> any Decoder { try next() }
}
