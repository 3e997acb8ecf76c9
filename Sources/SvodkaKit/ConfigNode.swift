/// A value read from a configuration or data file, with the place where it stands, so that errors can name it.
public struct ConfigNode: Sendable {
  /// What stands there.
  public indirect enum Content: Sendable {
    /// `null`, `~` or nothing.
    case null
    /// A truth value written without quotes.
    case bool(Bool)
    /// A whole number written without quotes.
    case int(Int)
    /// Another number written without quotes.
    case double(Double)
    /// Text.
    case string(String)
    /// A list.
    case sequence([ConfigNode])
    /// Keys with values, in the order of the file.
    case mapping([Entry])
  }

  /// A key with its value.
  public struct Entry: Sendable {
    /// The key.
    public var key: String
    /// Where the key stands.
    public var keyLocation: SourceLocation?
    /// The value.
    public var value: ConfigNode

    /// Pairs a key with a value.
    public init(key: String, keyLocation: SourceLocation?, value: ConfigNode) {
      self.key = key
      self.keyLocation = keyLocation
      self.value = value
    }
  }

  /// What stands there.
  public var content: Content
  /// Where it stands.
  public var location: SourceLocation?

  /// Makes a node.
  public init(_ content: Content, at location: SourceLocation? = nil) {
    self.content = content
    self.location = location
  }

  /// An empty mapping: a configuration that says nothing.
  public static var empty: ConfigNode { ConfigNode(.mapping([])) }

  /// A JSON value as a node without places.
  public init(json value: JSONValue) {
    switch value {
    case .null: self.init(.null)
    case .bool(let v): self.init(.bool(v))
    case .int(let v): self.init(.int(v))
    case .double(let v): self.init(.double(v))
    case .string(let v): self.init(.string(v))
    case .array(let v): self.init(.sequence(v.map { ConfigNode(json: $0) }))
    case .object(let v):
      self.init(.mapping(v.map { Entry(key: $0.key, keyLocation: nil, value: ConfigNode(json: $0.value)) }))
    }
  }

  /// What the node is, for messages: "a list", "text 'abc'".
  public var kind: String {
    switch content {
    case .null: "nothing"
    case .bool(let v): "the truth value \(v)"
    case .int(let v): "the number \(v)"
    case .double(let v): "the number \(v)"
    case .string(let v): "the text '\(v)'"
    case .sequence: "a list"
    case .mapping: "a mapping"
    }
  }

  /// The entries, if it is a mapping.
  public var entries: [Entry]? { if case .mapping(let entries) = content { entries } else { nil } }
  /// The elements, if it is a list.
  public var elements: [ConfigNode]? { if case .sequence(let elements) = content { elements } else { nil } }
  /// The value under a key, if it is a mapping that has it.
  public subscript(_ key: String) -> ConfigNode? { entries?.first { $0.key == key }?.value }

  /// The text, if it is text or a bare number or truth value as it was written.
  public var string: String? {
    switch content {
    case .string(let v): v
    case .int(let v): String(v)
    case .double(let v): String(v)
    case .bool(let v): String(v)
    default: nil
    }
  }
}
