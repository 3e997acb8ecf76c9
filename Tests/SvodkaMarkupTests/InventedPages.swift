import Foundation
import SvodkaMarkup

/// Pages of our own after the habits of news sites: each template of `Tests/Fixtures/pages` with each article of its
/// language, which are invented too.
struct InventedPage: CustomStringConvertible, Sendable {
  struct Article: Decodable, Sendable {
    var title: String
    var author: [String]
    var date, time, words, numbers, lead: String
    var body: [String]
  }

  let template: String
  let article: Article
  let html: String
  /// The template as it stands in its file.
  let source: String
  var description: String { "\(template): \(article.title)" }

  static let all: [InventedPage] = {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../Fixtures/pages").standardizedFileURL
    guard let data = try? Data(contentsOf: folder.appendingPathComponent("articles.json")),
      let articles = try? JSONDecoder().decode([String: [Article]].self, from: data),
      let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path)
    else { return [] }
    return names.filter { $0.hasSuffix(".html") }.sorted().flatMap { name -> [InventedPage] in
      guard let template = try? String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8) else {
        return []
      }
      return (articles[String(name.prefix(2))] ?? []).map {
        InventedPage(template: String(name.dropLast(5)), article: $0, html: filled(template, $0), source: template)
      }
    }
  }()

  private static func filled(_ template: String, _ article: Article) -> String {
    let joined = article.author.joined(separator: ", ")
    var slots = [
      "title": article.title, "authors": joined, "date": article.date, "time": article.time, "words": article.words,
      "numbers": article.numbers, "lead": article.lead,
      "json-authors": article.author.map { "{\"@type\":\"Person\",\"name\":\"\($0)\"}" }.joined(separator: ","),
      "author-properties": article.author.map { "<span itemprop=\"author\">\($0)</span>" }.joined(separator: " "),
    ]
    for index in 0..<5 { slots["p\(index + 1)"] = index < article.body.count ? article.body[index] : "" }
    let html = slots.reduce(template) { $0.replacingOccurrences(of: "{{\($1.key)}}", with: $1.value) }
    return withRest(of: article, in: html.replacing(/{{keep:(.*?)}}/) { $0.output.1 })
  }

  /// `{{more:BEFORE|AFTER}}` stands for the paragraphs from the sixth on, each between the two; a heading stands alone.
  private static func withRest(of article: Article, in html: String) -> String {
    guard let start = html.range(of: "{{more:"),
      let end = html.range(of: "}}", range: start.upperBound..<html.endIndex)
    else { return html }
    let around = html[start.upperBound..<end.lowerBound].split(separator: "|", omittingEmptySubsequences: false)
    let rest = article.body.dropFirst(5).map { paragraph in
      paragraph.hasPrefix("## ")
        ? "<h2>\(paragraph.dropFirst(3))</h2>" : "\(around[0])\(paragraph)\(around.last ?? "")"
    }
    return html.replacingCharacters(in: start.lowerBound..<end.upperBound, with: rest.joined())
  }

  /// Whether the template shows authors, and the date, at all.
  var tellsAuthors: Bool { tells(["{{authors}}", "{{json-authors}}", "{{author-properties}}"]) }
  var tellsDate: Bool { tells(["{{date}}", "{{time}}", "{{words}}", "{{numbers}}"]) }
  private func tells(_ slots: [String]) -> Bool { slots.contains { source.contains($0) } }

  /// The paragraphs of the article that the template shows.
  var body: [String] {
    (source.contains("{{more:") ? article.body : Array(article.body.prefix(5))).map {
      $0.hasPrefix("## ") ? String($0.dropFirst(3)) : $0
    } + source.matches(of: /{{keep:(.*?)}}/).map { String($0.output.1) }
  }

  /// Precision and recall over runs of four words; the lead, which may count as headline or as body, and the questions of
  /// an interview are left out.
  func agreement(of text: String) -> (precision: Double, recall: Double) {
    let lines = text.split(separator: "\n").map(String.init)
    let found = counted(lines.filter { !$0.contains(article.lead) })
    let gold = counted(body)
    let common = gold.reduce(0) { $0 + min($1.value, found[$1.key] ?? 0) }
    func share(_ all: [UInt64: Int]) -> Double { Double(common) / Double(max(1, all.values.reduce(0, +))) }
    return (share(found), share(gold))
  }

  private func counted(_ paragraphs: [String]) -> [UInt64: Int] {
    paragraphs.flatMap { WordHashes.runs(WordHashes.words(of: $0), 4) }.reduce(into: [:]) { $0[$1, default: 0] += 1 }
  }
}
