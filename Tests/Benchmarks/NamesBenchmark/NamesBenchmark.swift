import Foundation
import SvodkaKit
import SvodkaLanguage
import SvodkaNames
import SvodkaResources

/// Measures which names are joined when the mentions are given, so that finding names does not count:
///
///     names-benchmark groups FILE.jsonl… [--errors]   entities with exactly the right mentions, rows with `entities` and `canonical`
///     names-benchmark ids FILE.jsonl [--errors]       one id in both languages, rows with `mentions_en` and `mentions_ru`
///     names-benchmark resolve RESULTS.jsonl           the time of the parts of `svodka resolve`
@main
enum NamesBenchmark {
  static func main() async {
    do { try await run() } catch {
      FileHandle.standardError.write(Data("\(error)\n".utf8))
      exit(1)
    }
  }

  static func run() async throws {
    let arguments = CommandLine.arguments.dropFirst()
    let files = arguments.dropFirst().filter { !$0.hasPrefix("--") }
    let showsErrors = arguments.contains("--errors")
    switch arguments.first {
    case "groups": for file in files { try await groups(file, showsErrors) }
    case "ids": for file in files { try await ids(file, showsErrors) }
    case "resolve": for file in files { try resolve(file) }
    default:
      print("names-benchmark groups|ids|resolve FILE.jsonl… [--errors]")
      exit(64)
    }
  }

  static func rows(_ file: String) throws -> [[String: Any]] {
    try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n").compactMap {
      try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any]
    }
  }

  /// A gold mention: where it stands, in UTF-8 bytes, what it is, whose it is.
  struct Gold {
    var span: TextSpan
    var type: EntityType
    var canonical: String
  }

  /// Finds the places of mentions given in text order, by `start` in scalars where it is there, else by search.
  static func gold(_ list: [[String: Any]], in text: String, types: [String: String]) -> [Gold] {
    var at = text.startIndex
    var found: [Gold] = []
    for item in list {
      guard let name = item["text"] as? String, let canonical = item["canonical"] as? String else { continue }
      let scalars = text.unicodeScalars
      if let start = item["start"] as? Int { at = scalars.index(text.startIndex, offsetBy: start) }
      guard let range = text.range(of: name, range: at..<text.endIndex),
        let type = EntityType(rawValue: item["type"] as? String ?? types[canonical] ?? "")
      else {
        FileHandle.standardError.write(Data("no place or type for \(name)\n".utf8))
        continue
      }
      at = scalars.index(after: range.lowerBound)
      let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
      found.append(
        Gold(span: TextSpan(start, start + text[range].utf8.count), type: type, canonical: canonical))
    }
    return found
  }

  /// Runs the layer over given mentions.
  static func entities(_ text: String, _ language: String, _ gold: [Gold]) async throws -> [Entity] {
    let document = Document(id: "d", text: DocumentText(text), language: language)
    let segmentation = SegmentationAnnotator(resources: ResourceLoader())
    let joining = Self.joining
    var layers = try await segmentation.annotate(view(document, Layers(), segmentation), wanting: [])
    let tokens = layers[Tokens.layer] ?? []
    layers[Mentions.layer] = gold.map { gold in
      let first = tokens.firstIndex { $0.span.end > gold.span.start } ?? 0
      let end = tokens.firstIndex { $0.span.start >= gold.span.end } ?? tokens.count
      return Mention(span: gold.span, tokens: first..<max(end, first + 1), type: gold.type, confidence: 1, rule: "gold")
    }
    let made = try await joining.annotate(view(document, layers, joining), wanting: [])
    return made[Entities.layer] ?? []
  }

  static let joining = EntityAnnotator(resources: ResourceLoader())

  static func view(_ document: Document, _ layers: Layers, _ step: any Annotator) -> DocumentView {
    DocumentView(document, layers: layers, declared: step.requirements.declared, to: step.identity.name)
  }

  static func groups(_ file: String, _ showsErrors: Bool) async throws {
    var (right, wanted, made) = (0, 0, 0)
    for row in try rows(file) {
      guard let text = row["text"] as? String, let list = row["entities"] as? [[String: Any]] else { continue }
      let language = row["lang"] as? String ?? (text.utf8.contains { $0 == 0xD0 } ? "ru" : "en")
      let gold = gold(list, in: text, types: [:])
      let found = Set(try await entities(text, language, gold).map { Set($0.mentions) })
      let groups = Dictionary(grouping: gold.indices) { gold[$0].type.rawValue + gold[$0].canonical }
      right += groups.values.count { found.contains(Set($0)) }
      wanted += groups.count
      made += found.count
      guard showsErrors else { continue }
      func names(_ group: some Sequence<Int>) -> String {
        group.sorted().map {
          String(decoding: Array(text.utf8)[gold[$0].span.start..<gold[$0].span.end], as: UTF8.self)
        }
        .joined(separator: " | ")
      }
      for group in groups.values where !found.contains(Set(group)) { print("MISSED", row["id"] ?? "", names(group)) }
      let all = Set(groups.values.map { Set($0) })
      for group in found where !all.contains(group) { print("EXTRA ", row["id"] ?? "", names(group)) }
    }
    print(
      "\(file): right \(right) of \(wanted) entities = \(share(right, wanted)); made \(made), F1 \(share(2 * right, wanted + made))"
    )
  }

  static func ids(_ file: String, _ showsErrors: Bool) async throws {
    var (right, wanted) = (0, 0)
    for row in try rows(file) {
      guard let pairs = row["entities"] as? [[String: Any]] else { continue }
      var ids: [String: [String: Set<String>]] = [:]
      var names = ids
      for language in ["en", "ru"] {
        guard let text = row[language] as? String, let list = row["mentions_\(language)"] as? [[String: Any]] else {
          continue
        }
        let types = Dictionary(
          pairs.map { ($0["canonical_\(language)"] as? String ?? "", $0["type"] as? String ?? "") },
          uniquingKeysWith: { a, _ in a })
        let gold = gold(list, in: text, types: types)
        for entity in try await entities(text, language, gold) {
          for mention in entity.mentions {
            names[language, default: [:]][gold[mention].canonical, default: []].insert(entity.name)
            ids[language, default: [:]][gold[mention].canonical, default: []].insert(entity.id)
          }
        }
      }
      for pair in pairs {
        guard let en = pair["canonical_en"] as? String, let ru = pair["canonical_ru"] as? String else { continue }
        wanted += 1
        let (a, b) = (ids["en"]?[en] ?? [], ids["ru"]?[ru] ?? [])
        let isAlone = (ids["en"] ?? [:]).filter { $0.key != en }.allSatisfy { $0.value.isDisjoint(with: a) }
        if a.count == 1, a == b, isAlone {
          right += 1
        } else if showsErrors {
          print("MISSED", row["id"] ?? "", en, "~", ru, a, b, names["en"]?[en] ?? [], names["ru"]?[ru] ?? [])
        }
      }
    }
    print("\(file): one id for \(right) of \(wanted) = \(share(right, wanted))")
  }

  static func resolve(_ file: String) throws {
    var entities = RunEntities()
    var names: [String] = []
    let clock = ContinuousClock()
    let reading = try clock.measure {
      for row in try rows(file) {
        let findings = row["findings"] as? [String: Any]
        for entity in findings?["entity-counts"] as? [[String: Any]] ?? [] {
          guard let id = entity["id"] as? String, let name = entity["name"] as? String else { continue }
          entities.add(RunEntity(id: id, name: name, type: .person))
          names.append(name)
        }
      }
    }
    let matcher = try NameMatcher(resources: ResourceLoader())
    let preparing = try clock.measure { for name in names { _ = try matcher.prepared(name) } }
    let resolver = try EntityResolver(resources: ResourceLoader())
    var count = 0
    let linking = try clock.measure { count = try resolver.links(among: entities).count }
    print("\(names.count) names: read \(reading), made ready once \(preparing), linked \(linking), \(count) links")
  }

  static func share(_ part: Int, _ whole: Int) -> String {
    String(format: "%.3f", Double(part) / Double(max(1, whole)))
  }
}
