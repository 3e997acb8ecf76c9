import SvodkaKit

/// A network as Thinc writes it: its layers from the outside inward, each with attributes and parameters.
struct ThincModel {
  /// One layer.
  struct Node {
    var name: String
    var dimensions: [String: Int]
    var attributes: [String: MessagePackValue]
    var parameters: [String: MessagePackTensor]
  }

  private let path: String
  let nodes: [Node]

  /// - Throws: `R103` for what is no such file.
  init(_ bytes: [UInt8], path: String) throws(AnalysisError) {
    self.path = path
    let value = try MessagePackValue(bytes, name: path)
    guard let nodes = value["nodes"]?.array, let attributes = value["attrs"]?.array,
      let parameters = value["params"]?.array, nodes.count == attributes.count, nodes.count == parameters.count
    else { throw Self.broken(path, "it is no network of Thinc") }
    var found: [Node] = []
    for (i, node) in nodes.enumerated() {
      guard let name = node["name"]?.string else { throw Self.broken(path, "a layer has no name") }
      var dimensions: [String: Int] = [:]
      for entry in node["dims"]?.map ?? [] {
        if let key = entry.key.string, let size = entry.value.int { dimensions[key] = size }
      }
      var settings: [String: MessagePackValue] = [:]
      for entry in attributes[i].map ?? [] {
        // An attribute is MessagePack inside MessagePack.
        if let key = entry.key.string, let inner = entry.value.binary {
          settings[key] = try MessagePackValue(inner, name: path)
        }
      }
      var tensors: [String: MessagePackTensor] = [:]
      for entry in parameters[i].map ?? [] {
        if let key = entry.key.string, let tensor = entry.value.tensor { tensors[key] = tensor }
      }
      found.append(Node(name: name, dimensions: dimensions, attributes: settings, parameters: tensors))
    }
    self.nodes = found
  }

  /// The layers of a name, in order.
  func layers(_ name: String) -> [Node] { nodes.filter { $0.name == name } }

  /// The only layer of a name.
  func layer(_ name: String) throws(AnalysisError) -> Node {
    let found = layers(name)
    guard found.count == 1 else { throw Self.broken(path, "it has \(found.count) layers '\(name)', not one") }
    return found[0]
  }

  /// A parameter of a layer as numbers, of the shape expected.
  func floats(_ node: Node, _ name: String, _ shape: [Int]) throws(AnalysisError) -> [Float] {
    guard let tensor = node.parameters[name], tensor.shape == shape, let floats = tensor.floats else {
      throw Self.broken(
        path, "'\(name)' of the layer '\(node.name)' has the shape \(node.parameters[name]?.shape ?? []), not \(shape)")
    }
    return floats
  }

  static func broken(_ path: String, _ reason: String) -> AnalysisError {
    AnalysisError(.brokenModel, "the model cannot be used, \(reason)", location: .init(path: path))
  }
}
