public import SvodkaKit
import Yams

/// Reads YAML into nodes that know where they stand. Of untyped YAML only the JSON-like core is taken: `no` and `on`
/// stay text, anchors are resolved by the parser, a key that stands twice is an error.
public struct YAMLReader: Sendable {
  /// Makes a reader.
  public init() {}

  /// Reads one YAML document.
  ///
  /// - Throws: `P101` with line and column for what is no YAML.
  public func read(_ bytes: [UInt8], file: String) throws(AnalysisError) -> ConfigNode {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw AnalysisError(.brokenYAML, "the file is not UTF-8: save it as UTF-8", location: .init(path: file))
    }
    let root: Node?
    do { root = try Yams.compose(yaml: text) } catch let error as YamlError {
      throw Self.translate(error, file: file)
    } catch {
      throw AnalysisError(
        .brokenYAML, "the file is no YAML", location: .init(path: file), cause: String(describing: error))
    }
    guard let root else { return ConfigNode(.null, at: .init(path: file, line: 1, column: 1)) }
    return try Self.node(root, file: file)
  }

  private static func location(_ node: Node, _ file: String) -> SourceLocation {
    SourceLocation(path: file, line: node.mark?.line, column: node.mark?.column)
  }

  private static func node(_ node: Node, file: String) throws(AnalysisError) -> ConfigNode {
    let place = location(node, file)
    switch node {
    case .scalar(let scalar): return ConfigNode(content(of: scalar), at: place)
    case .sequence(let sequence):
      var elements: [ConfigNode] = []
      for element in sequence { elements.append(try Self.node(element, file: file)) }
      return ConfigNode(.sequence(elements), at: place)
    case .mapping(let mapping):
      var entries: [ConfigNode.Entry] = []
      var seen: Set<String> = []
      for (key, value) in mapping {
        guard case .scalar(let scalar) = key else {
          throw AnalysisError(.wrongValue, "a key must be plain text", location: location(key, file))
        }
        guard seen.insert(scalar.string).inserted else {
          throw AnalysisError(
            .wrongValue, "the key '\(scalar.string)' stands twice: remove one", location: location(key, file))
        }
        entries.append(
          .init(
            key: scalar.string, keyLocation: location(key, file), value: try Self.node(value, file: file)))
      }
      return ConfigNode(.mapping(entries), at: place)
    case .alias:
      throw AnalysisError(.brokenYAML, "an alias without its anchor", location: place)
    }
  }

  private static func content(of scalar: Node.Scalar) -> ConfigNode.Content {
    guard scalar.style == .plain || scalar.style == .any else { return .string(scalar.string) }
    return plainScalar(scalar.string)
  }

  /// What text written without quotes stands for.
  public static func plainScalar(_ text: String) -> ConfigNode.Content {
    switch text {
    case "", "~", "null": return .null
    case "true": return .bool(true)
    case "false": return .bool(false)
    default: break
    }
    let digits = text.first == "-" ? text.dropFirst() : Substring(text)
    guard let first = digits.utf8.first, (0x30...0x39).contains(first) else { return .string(text) }
    if let whole = Int(text), String(whole) == text { return .int(whole) }
    if digits.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == 0x2E }), digits.contains("."),
      let number = Double(text)
    {
      return .double(number)
    }
    return .string(text)
  }

  private static func translate(_ error: YamlError, file: String) -> AnalysisError {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      // What a word that begins with a star is to YAML tells a researcher nothing.
      let remedy = problem.contains("alias") ? ": a word that begins with '*' or '&' stands in quotation marks" : ""
      return AnalysisError(
        .brokenYAML, "the file is no YAML here: \(problem)\(remedy)",
        location: .init(path: file, line: mark.line, column: mark.column))
    case .duplicatedKeysInMapping(let duplicates, let context):
      let names = duplicates.map { String(describing: $0) }.joined(separator: ", ")
      return AnalysisError(
        .wrongValue, "a key stands twice: \(names)",
        location: .init(path: file, line: context.mark.line, column: context.mark.column))
    default:
      return AnalysisError(
        .brokenYAML, "the file is no YAML", location: .init(path: file), cause: String(describing: error))
    }
  }
}

extension ResourceProvider {
  /// Reads a YAML data file of a target or plugin into `type`, strictly.
  ///
  /// - Throws: `R101` when it is missing, `P101`…`P103` with file, line and column when it does not fit.
  public func decode<T: Decodable>(
    _ type: T.Type, from path: String, of owner: String
  ) throws(AnalysisError) -> T {
    let (bytes, file) = try read(path, of: owner)
    return try ConfigNodeDecoder().decode(type, from: YAMLReader().read(bytes, file: file))
  }
}
