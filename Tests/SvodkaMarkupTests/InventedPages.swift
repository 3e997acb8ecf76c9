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
        InventedPage(template: String(name.dropLast(5)), article: $0, html: filled(template, $0))
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
    for (index, paragraph) in article.body.enumerated() { slots["p\(index + 1)"] = paragraph }
    return slots.reduce(template) { $0.replacingOccurrences(of: "{{\($1.key)}}", with: $1.value) }
  }

  /// Precision and recall over runs of four words; the lead, which may count as headline or as body, and the questions of
  /// an interview are left out.
  func agreement(of text: String) -> (precision: Double, recall: Double) {
    let lines = text.split(separator: "\n").map(String.init)
    let found = counted(lines.filter { !$0.contains(article.lead) && !($0.hasPrefix("— ") && $0.hasSuffix("?")) })
    let gold = counted(article.body)
    let common = gold.reduce(0) { $0 + min($1.value, found[$1.key] ?? 0) }
    func share(_ all: [UInt64: Int]) -> Double { Double(common) / Double(max(1, all.values.reduce(0, +))) }
    return (share(found), share(gold))
  }

  private func counted(_ paragraphs: [String]) -> [UInt64: Int] {
    paragraphs.flatMap { WordHashes.runs(WordHashes.words(of: $0), 4) }.reduce(into: [:]) { $0[$1, default: 0] += 1 }
  }
}
