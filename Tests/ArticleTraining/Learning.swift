import Foundation
import SvodkaKit
import SvodkaMarkup
import SvodkaResources

/// Learns the scorer of a page's blocks.
func learnBlocks(_ gold: [Gold], pages: [String: [UInt8]]) throws {
  let extractor = try ArticleExtractor(resources: ResourceLoader(), model: nil)
  let (readings, examples) = try read(gold, pages, by: extractor)
  let more = try taughtBesides().map { try read($0.gold, $0.pages, by: extractor).examples } ?? []
  let version = ArticleExtractor.featuresVersion
  if let path = option("--predictions") {
    var articles: [Int: Article] = [:]
    heldOut(examples, examples + more, features: version) { index, scores in
      articles[index] = extractor.article(readings[index], scores: scores)
    }
    try write(articles, of: examples, to: path)
  }
  try writeModel(from: examples + more, features: version)
}

private func read(
  _ gold: [Gold], _ pages: [String: [UInt8]], by extractor: ArticleExtractor
) throws -> (readings: [PageReading], examples: [Example]) {
  var readings: [PageReading] = []
  var examples: [Example] = []
  for row in gold {
    guard let bytes = pages[row.id] else { fail("no page for \(row.id)") }
    let reading = try extractor.read(String(decoding: bytes, as: UTF8.self))
    readings.append(reading)
    examples.append(
      Example(
        id: row.id, site: Example.site(row.url ?? row.id), rows: reading.rows, words: reading.words, gold: row.text))
  }
  return (readings, examples)
}

/// Learns the scorer of a copied page's lines: from whole pages, and from less of them, as people select it.
func learnLines(_ gold: [Gold], folders: [String]) throws {
  let extractor = try ArticleExtractor(resources: ResourceLoader(), model: nil)
  var texts: [String] = []
  var readings: [PlainReading] = []
  var wholes: [Example] = []
  var parts: [Example] = []
  for folder in folders {
    let copies = try files(in: folder)
    for row in gold {
      guard let bytes = copies[row.id] else { fail("no copy of \(row.id) in \(folder)") }
      let text = String(decoding: bytes, as: UTF8.self)
      let reading = extractor.read(plain: text)
      let site = Example.site(row.url ?? row.id)
      let whole = Example(id: row.id, site: site, rows: reading.rows, words: reading.words, gold: row.text)
      texts.append(text)
      readings.append(reading)
      wholes.append(whole)
      // From a little above the article to a little below it, and nothing but the article.
      guard let first = whole.labels.firstIndex(of: true), let last = whole.labels.lastIndex(of: true) else { continue }
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      let written = reading.written
      let selected = lines[written[max(0, first - 3)]...written[min(written.count - 1, last + 8)]]
      for part in [selected.joined(separator: "\n"), row.text] {
        let reading = extractor.read(plain: part)
        parts.append(Example(id: row.id, site: site, rows: reading.rows, words: reading.words, gold: row.text))
      }
    }
  }
  // Copies that are learned from beside these.
  if let more = try taughtBesides() {
    for row in more.gold {
      guard let bytes = more.pages[row.id] else { fail("no copy of \(row.id) to learn from") }
      let site = Example.site(row.url ?? row.id)
      for text in [String(decoding: bytes, as: UTF8.self), row.text] {
        let reading = extractor.read(plain: text)
        parts.append(Example(id: row.id, site: site, rows: reading.rows, words: reading.words, gold: row.text))
      }
    }
  }
  let version = ArticleExtractor.lineFeaturesVersion
  if let path = option("--predictions") {
    var articles: [Int: Article] = [:]
    heldOut(wholes, wholes + parts, features: version) { index, scores in
      articles[index] = extractor.article(readings[index], of: texts[index], scores: scores)
    }
    for (number, folder) in folders.enumerated() {
      let style = folder.split(separator: "/").last ?? ""
      let own = (number * gold.count)..<((number + 1) * gold.count)
      try write(
        articles.filter { own.contains($0.key) }, of: wholes,
        to: path.replacing(".jsonl", with: "") + ".\(style).jsonl")
    }
  }
  try writeModel(from: wholes + parts, features: version)
}

/// Predicts each page by what the pages of other folds teach; folds are of whole sites.
private func heldOut(
  _ examples: [Example], _ teaching: [Example], features: Int, predicted: (Int, [Float]) -> Void
) {
  guard let folds = option("--folds").flatMap({ Int($0) }) else { fail("--predictions needs --folds") }
  let sites = Set(examples.map(\.site)).sorted()
  print("\(examples.count) pages, \(sites.count) sites, \(teaching.reduce(0) { $0 + $1.labels.count }) pieces")
  for fold in 0..<folds {
    let held = Set(sites.enumerated().filter { $0.offset % folds == fold }.map(\.element))
    let model = learner().learn(from: teaching.filter { !held.contains($0.site) }, features: features)
    for (index, example) in examples.enumerated() where held.contains(example.site) {
      predicted(index, example.rows.map { model.score($0) })
    }
  }
}

private func write(_ articles: [Int: Article], of examples: [Example], to path: String) throws {
  let rows = articles.sorted { $0.key < $1.key }.map { index, article in
    let row: JSONValue = [
      "id": .string(examples[index].id), "title": .optional(article.title), "date": .optional(article.date),
      "author": .array(article.authors.map { .string($0) }), "text": .string(article.text),
    ]
    return row.json()
  }
  try rows.joined(separator: "\n").write(toFile: path, atomically: true, encoding: .utf8)
}

private func writeModel(from examples: [Example], features: Int) throws {
  guard let path = option("--model") else { return }
  let encoder = JSONEncoder()
  encoder.outputFormatting = .sortedKeys
  try encoder.encode(learner().learn(from: examples, features: features)).write(to: URL(fileURLWithPath: path))
}

/// The learner of blocks or of lines, with what the command line sets otherwise. Lines tell less each, and want smaller steps.
private func learner() -> BoostedTreesLearner {
  var learner = BoostedTreesLearner()
  if CommandLine.arguments.contains("--lines") { (learner.trees, learner.rate, learner.columns) = (350, 0.04, 0.25) }
  if let trees = option("--trees").flatMap({ Int($0) }) { learner.trees = trees }
  if let rate = option("--rate").flatMap({ Float($0) }) { learner.rate = rate }
  if let columns = option("--columns").flatMap({ Float($0) }) { learner.columns = columns }
  return learner
}
