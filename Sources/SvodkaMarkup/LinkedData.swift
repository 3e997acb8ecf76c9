import SvodkaKit

/// What a page says of its article as linked data (JSON-LD with the vocabulary of schema.org), in any of its shapes: one
/// object, a list, `@graph`, an article inside of another thing, persons by `@id`.
struct LinkedData: Sendable {
  var headline: String?
  var authors: [String] = []
  var published: String?
  var modified: String?
  var publisher: String?
  var url: String?
  var language: String?
  var body: String?

  init() {}

  /// Reads the scripts of a page.
  init(page: HTMLPage) {
    var things: [JSONValue] = []
    for index in page.nodes.indices where page.nodes[index].tag == .script {
      let bytes = (index + 1..<page.nodes[index].end).flatMap { page.bytes(of: $0) }
      if !bytes.isEmpty, let value = JSONText.value(of: bytes) { things.append(value) }
    }
    var named: [String: JSONValue] = [:]
    var articles: [JSONValue] = []
    for thing in things { Self.gather(thing, depth: 0, into: &articles, named: &named) }
    published = things.lazy.compactMap { Self.publication(of: $0, depth: 0) }.first
    // The headed, longest described article: lists of teasers are articles too.
    guard
      let article = articles.enumerated().max(by: {
        (Self.weight($0.element), -$0.offset) < (Self.weight($1.element), -$1.offset)
      })?.element
    else { return }
    headline = Self.text(article["headline"]) ?? Self.text(article["name"])
    published = Self.text(article["datePublished"]) ?? Self.text(article["dateCreated"]) ?? published
    modified = Self.text(article["dateModified"])
    language = Self.text(article["inLanguage"])
    body = Self.text(article["articleBody"])
    url =
      Self.text(article["url"]) ?? Self.text(article["mainEntityOfPage"])
      ?? Self.text(article["mainEntityOfPage"]?["@id"])
    authors = Self.names(article["author"] ?? article["creator"], named: named)
    // Where the outlet is called the author, the creator may be the person.
    if let creator = article["creator"], article["author"].map(Self.isOrganization) ?? true {
      let persons = Self.names(creator, named: named)
      if !persons.isEmpty { authors = persons }
    }
    publisher = Self.names(article["publisher"], named: named).first
  }

  private static let types: Set<String> = [
    "Article", "NewsArticle", "ReportageNewsArticle", "AnalysisNewsArticle", "OpinionNewsArticle",
    "BackgroundNewsArticle",
    "ReviewNewsArticle", "BlogPosting", "SocialMediaPosting", "LiveBlogPosting", "TechArticle", "ScholarlyArticle",
    "Report", "AdvertiserContentArticle", "SatiricalArticle",
  ]

  private static func gather(
    _ value: JSONValue, depth: Int, into articles: inout [JSONValue], named: inout [String: JSONValue]
  ) {
    guard depth < 12 else { return }
    switch value {
    case .array(let values): for value in values { gather(value, depth: depth + 1, into: &articles, named: &named) }
    case .object(let members):
      if let id = value["@id"]?.string, members.count > 1, named[id] == nil { named[id] = value }
      let kinds = value["@type"]?.array?.compactMap(\.string) ?? [value["@type"]?.string ?? ""]
      if kinds.contains(where: { types.contains($0.split(separator: "/").last.map(String.init) ?? $0) }) {
        articles.append(value)
      }
      for member in members where member.key != "liveBlogUpdate" {
        switch member.value {
        case .array, .object: gather(member.value, depth: depth + 1, into: &articles, named: &named)
        default: break
        }
      }
    default: break
    }
  }

  /// When a page that is called no article says that it was published.
  private static func publication(of value: JSONValue, depth: Int) -> String? {
    guard depth < 4 else { return nil }
    switch value {
    case .array(let values): return values.lazy.compactMap { publication(of: $0, depth: depth + 1) }.first
    case .object:
      let kinds = value["@type"]?.array?.compactMap(\.string) ?? [value["@type"]?.string ?? ""]
      if !kinds.contains(where: { pieces.contains($0) }), let date = text(value["datePublished"]) { return date }
      return value["@graph"].flatMap { publication(of: $0, depth: depth + 1) }
    default: return nil
    }
  }

  /// Things on a page that are published by themselves.
  private static let pieces: Set<String> = [
    "Comment", "Review", "VideoObject", "ImageObject", "AudioObject", "PodcastEpisode", "Book", "Movie", "Product",
  ]

  private static func weight(_ article: JSONValue) -> Int {
    var weight = 0
    if text(article["headline"]) != nil { weight += 2 }
    if text(article["datePublished"]) != nil { weight += 2 }
    if article["author"] != nil { weight += 1 }
    if article["mainEntityOfPage"] != nil { weight += 2 }
    if let body = text(article["articleBody"]) { weight += 2 + min(body.utf8.count / 200, 20) }
    return weight
  }

  private static func text(_ value: JSONValue?) -> String? {
    switch value {
    case .string(let text)?:
      let plain = MarkupText.plain(text)
      return plain.isEmpty ? nil : plain
    case .array(let values)?: return text(values.first)
    case .object?: return text(value?["@value"])
    default: return nil
    }
  }

  private static func isOrganization(_ value: JSONValue) -> Bool {
    let things = value.array ?? [value]
    return things.allSatisfy { $0["@type"]?.string?.hasSuffix("Organization") == true }
  }

  /// Names of persons or organisations: strings, objects, references, lists of these.
  private static func names(_ value: JSONValue?, named: [String: JSONValue], depth: Int = 0) -> [String] {
    guard depth < 4 else { return [] }
    switch value {
    case .string(let text)?:
      if let thing = named[text] { return names(thing, named: named, depth: depth + 1) }
      let plain = MarkupText.plain(text)
      return plain.isEmpty || plain.hasPrefix("http") ? [] : [plain]
    case .array(let values)?:
      var all: [String] = []
      for name in values.flatMap({ names($0, named: named, depth: depth + 1) }) where !all.contains(name) {
        all.append(name)
      }
      return all
    case .object?:
      if let name = value?["name"] { return names(name, named: [:], depth: depth + 1) }
      let parts = [text(value?["givenName"]), text(value?["familyName"])].compactMap { $0 }
      if !parts.isEmpty { return [parts.joined(separator: " ")] }
      if let id = value?["@id"]?.string, let thing = named[id], thing["name"] != nil {
        return names(thing["name"], named: [:], depth: depth + 1)
      }
      return []
    default: return []
    }
  }
}
