import SvodkaKit
import SvodkaResources

/// What every rule file says, whatever its kind.
struct RuleHeader: Sendable {
  /// Which of several matches that share a word are told.
  enum Overlaps: String, CaseIterable, Sendable {
    /// The first, and of those that begin together the longest.
    case longest
    /// All of them.
    case all
  }

  static let keys = ["kind", "name", "version", "licence", "summary", "languages", "overlaps", "examples"]

  var identity: Identity
  var summary: String?
  /// The languages that the rules are for; nil for any.
  var languages: [String]?
  var overlaps: Overlaps
  var examples: [StepExample]

  /// Reads the header; `digests` are those of all files that the rules were read from, and become part of the version.
  init(_ fields: Fields, contents: ContentHash) throws(AnalysisError) {
    let name = try fields.text("name") ?? ""
    let version = try fields.text("version") ?? "1"
    identity = Identity(
      name: name, version: "\(version)+\(contents.short)", licence: try fields.text("licence") ?? "licence not given")
    summary = try fields.text("summary")
    languages = try fields.texts("languages")
    for language in languages ?? [] where !language.utf8.allSatisfy({ (0x61...0x7A).contains($0) }) || language.isEmpty
    {
      throw AnalysisError(
        .wrongValue, "'languages' takes codes such as ru and en, not '\(language)'",
        location: fields["languages"]?.location)
    }
    overlaps = try fields.choice("overlaps", Overlaps.self) ?? .longest
    examples = try fields["examples"].map { (node) throws(AnalysisError) in try ExampleReader.read(node) } ?? []
    if let languages, languages.count == 1 {
      for index in examples.indices where examples[index].language == nil { examples[index].language = languages[0] }
    }
  }
}

/// A hash over what rules were read from, the same in whatever order keys stand.
struct ContentHash: Sendable {
  private var parts: [String] = []

  mutating func add(_ bytes: [UInt8]) { parts.append(SHA256.hex(bytes)) }

  /// Takes in what a file says; comments and the order of its keys do not count.
  mutating func add(_ node: ConfigNode) {
    var bytes: [UInt8] = []
    node.write(to: &bytes)
    add(bytes)
  }

  /// Eight hexadecimal digits.
  var short: String { String(SHA256.hex(Array(parts.joined().utf8)).prefix(8)) }
}

extension ConfigNode {
  fileprivate func write(to bytes: inout [UInt8]) {
    switch content {
    case .mapping(let entries):
      bytes.append(UInt8(ascii: "{"))
      for entry in entries.sorted(by: { $0.key < $1.key }) {
        bytes.append(contentsOf: entry.key.utf8)
        bytes.append(UInt8(ascii: ":"))
        entry.value.write(to: &bytes)
      }
      bytes.append(UInt8(ascii: "}"))
    case .sequence(let elements):
      bytes.append(UInt8(ascii: "["))
      for element in elements { element.write(to: &bytes) }
      bytes.append(UInt8(ascii: "]"))
    default:
      bytes.append(contentsOf: (string ?? "").utf8)
      bytes.append(0)
    }
  }
}
