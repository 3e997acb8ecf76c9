import SvodkaKit

/// What a plugin says of itself when it is ready.
struct PluginReady: Sendable, Hashable {
  /// The version of the protocol that this program speaks.
  static let version = 1

  var name: String
  var version: String
  var licence: String
  var requires: [String]
  var optional: [String]
  var languages: [String]?
  /// How many documents it wants at once.
  var batch: Int
  /// Whether it understands `cancel`.
  var cancels: Bool

  /// Letters, digits, `-`, `_` and `.`, at most 64: what can stand as a key of findings and in the cells of a table.
  static func isName(_ name: String) -> Bool {
    !name.isEmpty && name.utf8.count <= 64
      && name.unicodeScalars.allSatisfy {
        $0.properties.isAlphabetic || $0.properties.numericType != nil || "-_.".unicodeScalars.contains($0)
      }
  }

  /// Why a plugin cannot be used, in words.
  struct Failure: Error {
    var reason: String
  }

  /// Reads the message `ready`.
  init(_ message: JSONValue) throws(Failure) {
    guard message["protocol"]?.int == Self.version else {
      throw Failure(
        reason:
          "it speaks version \(message["protocol"]?.json() ?? "?") of the protocol, and this program version \(Self.version)"
      )
    }
    guard let name = message["name"]?.string, Self.isName(name) else {
      throw Failure(
        reason:
          "its name is \(message["name"]?.json() ?? "missing"), and a name is made of letters, digits, '-', '_' and '.'"
      )
    }
    self.name = name
    version = message["version"]?.string ?? "0"
    licence = message["licence"]?.string ?? message["license"]?.string ?? "unknown"
    if let unit = message["offsets"], unit.string != "unicodeScalars" {
      throw Failure(reason: "its offsets are \(unit.json()), and this program takes \"unicodeScalars\"")
    }
    if let provides = message["provides"], provides.string != name {
      throw Failure(
        reason: "it provides \(provides.json()), and a plugin provides findings under its own name, \"\(name)\", alone")
    }
    requires = try Self.texts(message, "requires") ?? []
    optional = try Self.texts(message, "optional") ?? []
    for layer in requires + optional where PluginLayers.row(layer) == nil {
      let names = PluginLayers.all.map(\.layer.id.name)
      let remedy =
        nearestWord(to: layer, among: names).map { "did you mean '\($0)'?" }
        ?? "known are: " + names.sorted().joined(separator: ", ")
      throw Failure(reason: "it needs the layer '\(layer)', which no plugin can have: \(remedy)")
    }
    languages = try Self.texts(message, "languages")
    batch = max(1, min(message["batch"]?.int ?? 1, 1024))
    cancels = message["cancel"] == .bool(true)
  }

  private static func texts(_ message: JSONValue, _ key: String) throws(Failure) -> [String]? {
    guard let value = message[key], value != .null else { return nil }
    guard let elements = value.array, elements.allSatisfy({ $0.string != nil }) else {
      throw Failure(reason: "its '\(key)' is no list of texts")
    }
    return elements.compactMap(\.string)
  }

  /// The layers as the pipeline knows them.
  var requirements: Requirements {
    func layers(_ names: [String]) -> [AnyLayer] { names.compactMap { PluginLayers.row($0)?.layer } }
    return Requirements(layers: layers(requires), optional: layers(optional), languages: languages)
  }
}
