import Foundation
import SvodkaCorpus
import SvodkaKit
import SvodkaMarkup
import SvodkaResources

// Learns the weights of the article scorer:
//
//   ArticleTraining GOLD.jsonl PAGES_FOLDER [--folds N --predictions OUT.jsonl] [--model MODEL.json] [--time ROUNDS]
//
// GOLD has a row {"id", "url", "text"} a page; PAGES_FOLDER the pages as ID.html or ID.html.gz. With --folds, pages are
// dealt to N folds by site, each fold is predicted by what the others teach, and the articles go to OUT.jsonl. With --time
// nothing is learned: the pages are extracted with the shipped weights, and speed and memory are told after each round.

struct Gold: Decodable {
  var id: String
  var url: String?
  var text: String
}

func option(_ name: String) -> String? {
  let arguments = CommandLine.arguments
  guard let index = arguments.firstIndex(of: name), arguments.indices.contains(index + 1) else { return nil }
  return arguments[index + 1]
}

func fail(_ message: String) -> Never {
  FileHandle.standardError.write(Data((message + "\n").utf8))
  exit(1)
}

guard CommandLine.arguments.count > 2 else {
  fail("usage: ArticleTraining GOLD.jsonl PAGES_FOLDER [--folds N --predictions OUT] [--model OUT]")
}

/// Extracts all pages again and again on one thread.
func measure(_ pages: [[UInt8]], rounds: Int) throws {
  let extractor = try ArticleExtractor(resources: ResourceLoader())
  let clock = ContinuousClock()
  for round in 1...max(1, rounds) {
    let spent = try clock.measure {
      for page in pages { _ = try extractor.article(page: String(decoding: page, as: UTF8.self)) }
    }
    let seconds = Double(spent.components.seconds) + Double(spent.components.attoseconds) / 1e18
    let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
    let memory = status.split(separator: "\n").first { $0.hasPrefix("VmRSS") } ?? ""
    print("round \(round): \(Int(Double(pages.count) / seconds)) pages a second, \(memory)")
  }
}

do {
  let extractor = try ArticleExtractor(resources: ResourceLoader(), model: nil)
  var pages: [String: [UInt8]] = [:]
  var reader = try InputReader(paths: [CommandLine.arguments[2]])
  while let next = reader.next() {
    let raw = try next.get()
    pages[String(raw.name.prefix { $0 != "." })] = raw.bytes
  }
  let gold = try String(contentsOfFile: CommandLine.arguments[1], encoding: .utf8).split(separator: "\n").map {
    try JSONDecoder().decode(Gold.self, from: Data($0.utf8))
  }
  if let rounds = option("--time").flatMap({ Int($0) }) {
    try measure(pages.keys.sorted().compactMap { pages[$0] }, rounds: rounds)
    exit(0)
  }
  var examples: [Example] = []
  for row in gold.sorted(by: { $0.id < $1.id }) {
    guard let bytes = pages[row.id] else { fail("no page for \(row.id)") }
    let reading = try extractor.read(String(decoding: bytes, as: UTF8.self))
    examples.append(Example(id: row.id, site: Example.site(row.url ?? row.id), reading: reading, gold: row.text))
  }
  print(
    "\(examples.count) pages, \(Set(examples.map(\.site)).count) sites, \(examples.reduce(0) { $0 + $1.labels.count }) blocks"
  )
  let learner = BoostedTreesLearner()
  if let folds = option("--folds").flatMap({ Int($0) }), let path = option("--predictions") {
    var rows: [Int: String] = [:]
    let sites = Set(examples.map(\.site)).sorted()
    for fold in 0..<folds {
      let held = Set(sites.enumerated().filter { $0.offset % folds == fold }.map(\.element))
      let model = learner.learn(from: examples.filter { !held.contains($0.site) })
      for (index, example) in examples.enumerated() where held.contains(example.site) {
        let article = extractor.article(example.reading, scores: example.reading.rows.map { model.score($0) })
        let row: JSONValue = [
          "id": .string(example.id), "title": .optional(article.title), "date": .optional(article.date),
          "author": .array(article.authors.map { .string($0) }), "text": .string(article.text),
        ]
        rows[index] = row.json()
      }
    }
    try examples.indices.compactMap { rows[$0] }.joined(separator: "\n").write(
      toFile: path, atomically: true, encoding: .utf8)
  }
  if let path = option("--model") {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    try encoder.encode(learner.learn(from: examples)).write(to: URL(fileURLWithPath: path))
  }
} catch {
  fail(String(describing: error))
}
