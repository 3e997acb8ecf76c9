/// The name of a layer, such as `tokens`.
public struct LayerID: Hashable, Comparable, Sendable, CustomStringConvertible, ExpressibleByStringLiteral {
  /// The name as it stands in plans and messages.
  public let name: String
  /// Takes a name.
  public init(_ name: String) { self.name = name }
  /// Takes a literal name.
  public init(stringLiteral value: String) { name = value }
  /// The name.
  public var description: String { name }
  /// By name.
  public static func < (a: LayerID, b: LayerID) -> Bool { a.name < b.name }
}

/// A typed key for what annotators add to a document: `Layer<[Token]>("tokens")`.
public struct Layer<Value: Sendable>: Sendable {
  /// The layer's name; one name always has one type.
  public let id: LayerID
  /// Makes a key.
  public init(_ id: LayerID) { self.id = id }
}

/// A layer's key without its type, as requirements list it. Two are equal when name and type are.
public struct AnyLayer: Hashable, Sendable, CustomStringConvertible {
  /// The layer's name.
  public let id: LayerID
  /// The Swift type of the layer's value, by name.
  public let typeName: String
  private let type: ObjectIdentifier

  /// Forgets the type.
  public init<Value>(_ layer: Layer<Value>) {
    id = layer.id
    typeName = String(describing: Value.self)
    type = ObjectIdentifier(Value.self)
  }

  /// The layer's name.
  public var description: String { id.name }
}

/// The layers of one document.
public struct Layers: Sendable {
  private var values: [LayerID: any Sendable] = [:]

  /// No layers.
  public init() {}

  /// The value of a layer; nil when it was not made.
  public subscript<Value>(_ layer: Layer<Value>) -> Value? {
    get { values[layer.id] as? Value }
    set { values[layer.id] = newValue }
  }

  /// True when the layer was made.
  public func holds(_ id: LayerID) -> Bool { values[id] != nil }

  /// Takes over the layers of `other`; of one that both have, the other's.
  public mutating func add(_ other: Layers) { values.merge(other.values) { _, new in new } }
}
