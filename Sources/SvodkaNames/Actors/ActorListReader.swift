public import SvodkaKit
import SvodkaLanguage
import SvodkaResources

/// Reads lists of actors strictly: a key that there is none of, a day that is no day and a name that means two actors at
/// once are errors with their place.
///
/// In YAML, one mapping:
/// ```yaml
/// actors:
///   avria:                                   # the key, as results and reports have it
///     names: {ru: Аврия, en: Avria}          # the first is the one that is shown
///     side: government                       # none for those who are on no side
///     aliases: [Ардыш, Ardysh, {name: Верн, from: 2014-03-01, until: 2015-08-31, type: PER}]
///     phrases: ["government troop*|force*"]  # words that are no names
///   avria-mfa: {parent: avria, aliases: [МИД Аврии]}
/// ```
/// In a file that ends in `.csv`, one alias or phrase a row, under a header of some of the columns
/// `key,name_ru,name_en,side,parent,alias,phrase,type,from,until`, in any order; names, side and parent of a key need to be
/// given once.
public struct ActorListReader: Sendable {
  /// Makes a reader.
  public init() {}

  /// Reads a file's bytes.
  ///
  /// - Throws: `P101`…`P103` for what does not fit, `P116` for a name of two actors at once.
  public func read(_ bytes: [UInt8], file: String) throws(AnalysisError) -> ActorList {
    let list =
      file.hasSuffix(".csv")
      ? try ActorTableReading(DelimitedReader().rows(bytes, file: file), file: file).list()
      : try Self.list(YAMLReader().read(bytes, file: file))
    guard !list.entries.isEmpty else {
      throw AnalysisError(.wrongValue, "the list has no actors", location: .init(path: file))
    }
    try Self.checkParents(list)
    return list
  }

  private static func list(_ root: ConfigNode) throws(AnalysisError) -> ActorList {
    let top = try ActorFields(root, known: ["actors"])
    guard let actors = top["actors"], let entries = actors.entries else {
      throw AnalysisError(
        .wrongValue,
        "expected 'actors:' with a mapping from keys to actors, found "
          + (top["actors"] ?? root).kind, location: (top["actors"] ?? root).location)
    }
    var list = ActorList(entries: [])
    for entry in entries { list.entries.append(try self.entry(entry)) }
    return list
  }

  private static func entry(_ entry: ConfigNode.Entry) throws(AnalysisError) -> ActorList.Entry {
    let fields = try ActorFields(entry.value, known: ["names", "side", "parent", "aliases", "phrases"])
    var made = ActorList.Entry(
      key: entry.key, names: [], side: try fields.text("side"), parent: try fields.text("parent"), aliases: [],
      phrases: [], location: entry.keyLocation)
    if let names = fields["names"] {
      guard let languages = names.entries else {
        throw AnalysisError(
          .wrongValue, "'names' takes names by language, as {ru: Аврия, en: Avria}, found \(names.kind)",
          location: names.location)
      }
      for language in languages {
        let name = try ActorFields.text(language.value, "names.\(language.key)")
        made.names.append(.init(language: language.key, name: name))
        made.aliases.append(.init(name: name, period: .init(), type: nil, location: language.value.location))
      }
    }
    for node in try fields.list("aliases") {
      if node.entries == nil {
        let name = try ActorFields.text(node, "aliases")
        made.aliases.append(.init(name: name, period: .init(), type: nil, location: node.location))
        continue
      }
      let alias = try ActorFields(node, known: ["name", "type", "from", "until"])
      made.aliases.append(
        .init(
          name: try alias.required("name"), period: try alias.period(), type: try alias.type("type"),
          location: node.location))
    }
    for node in try fields.list("phrases") {
      if node.entries == nil {
        made.phrases.append(
          .init(pattern: try ActorFields.text(node, "phrases"), period: .init(), location: node.location))
        continue
      }
      let phrase = try ActorFields(node, known: ["phrase", "from", "until"])
      made.phrases.append(
        .init(pattern: try phrase.required("phrase"), period: try phrase.period(), location: node.location))
    }
    return made
  }

  /// Every parent is there, and nobody is a part of himself.
  private static func checkParents(_ list: ActorList) throws(AnalysisError) {
    let keys = list.entries.map(\.key)
    for entry in list.entries {
      var path = [entry.key]
      var at = entry
      while let parent = at.parent {
        guard let found = list.entries.first(where: { $0.key == parent }) else {
          let near = nearestWord(to: parent, among: keys).map { ": did you mean '\($0)'?" } ?? ""
          throw AnalysisError(
            .wrongValue, "'\(at.key)' has the parent '\(parent)', which the list lacks\(near)", location: at.location)
        }
        guard !path.contains(parent) else {
          throw AnalysisError(
            .wrongValue, "'\(parent)' is a part of itself: " + (path + [parent]).joined(separator: " -> "),
            location: entry.location)
        }
        path.append(parent)
        at = found
      }
    }
  }
}
