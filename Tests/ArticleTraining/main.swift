import Foundation
import SvodkaCorpus
import SvodkaKit
import SvodkaMarkup
import SvodkaResources

// Learns the weights of the article scorers:
//
//   ArticleTraining GOLD.jsonl PAGES_FOLDER [--folds N --predictions OUT.jsonl] [--model MODEL.json] [--more GOLD,PAGES] [--time ROUNDS] [--articles OUT.jsonl]
//   ArticleTraining GOLD.jsonl COPIES,COPIES… --lines [--folds N --predictions OUT.jsonl] [--model MODEL.json] [--more GOLD,COPIES]
//
// GOLD has a row {"id", "url", "text"} a page; PAGES_FOLDER the pages as ID.html or ID.html.gz; each COPIES the pages as
// page_copies.py makes plain text of them, ID.txt, in one of its styles. With --folds, pages are dealt to N folds by site,
// each fold is predicted by what the others teach, and the articles go to OUT.jsonl (of copies, to OUT.STYLE.jsonl). With
// --time nothing is learned: the pages are extracted with the shipped weights, and speed and memory are told after each
// round; with --articles they are extracted once and all that is found is written. --more adds pages to learn from that are not predicted.

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

/// The files of a folder by the part of their names before the first stop.
func files(in folder: String) throws -> [String: [UInt8]] {
  var files: [String: [UInt8]] = [:]
  var reader = try InputReader(paths: [folder])
  while let next = reader.next() {
    let raw = try next.get()
    files[String(raw.name.prefix { $0 != "." })] = raw.bytes
  }
  return files
}

/// The rows of a gold file, by their ids.
func gold(at path: String) throws -> [Gold] {
  try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map {
    try JSONDecoder().decode(Gold.self, from: Data($0.utf8))
  }.sorted { $0.id < $1.id }
}

/// What is learned from beside the pages that are predicted: `--more GOLD.jsonl,PAGES_FOLDER`.
func taughtBesides() throws -> (gold: [Gold], pages: [String: [UInt8]])? {
  guard let parts = option("--more")?.split(separator: ",").map(String.init), parts.count == 2 else { return nil }
  return (try gold(at: parts[0]), try files(in: parts[1]))
}

guard CommandLine.arguments.count > 2 else {
  fail("usage: ArticleTraining GOLD.jsonl PAGES_FOLDER [--lines] [--folds N --predictions OUT] [--model OUT]")
}

do {
  let gold = try gold(at: CommandLine.arguments[1])
  let folder = CommandLine.arguments[2]
  if let rounds = option("--time").flatMap({ Int($0) }) {
    let pages = try files(in: folder)
    try measureSpeed(pages.keys.sorted().compactMap { pages[$0] }, rounds: rounds)
  } else if let path = option("--articles") {
    try writeArticles(files(in: folder), to: path)
  } else if CommandLine.arguments.contains("--lines") {
    try learnLines(gold, folders: folder.split(separator: ",").map(String.init))
  } else {
    try learnBlocks(gold, pages: files(in: folder))
  }
} catch {
  fail(String(describing: error))
}
