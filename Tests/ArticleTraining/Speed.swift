import Foundation
import SvodkaKit
import SvodkaMarkup
import SvodkaResources

/// Extracts all pages, decoded before, again and again on one thread, and tells speed and memory of each round.
func measureSpeed(_ pages: [[UInt8]], rounds: Int) throws {
  let extractor = try ArticleExtractor(resources: ResourceLoader())
  let pages = pages.map { String(decoding: $0, as: UTF8.self) }
  for round in 1...max(1, rounds) {
    let start = processorTime()
    for page in pages { _ = try extractor.article(page: page) }
    let seconds = processorTime() - start
    let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
    let memory = status.split(separator: "\n").first { $0.hasPrefix("VmRSS") } ?? ""
    print("round \(round): \(Int(Double(pages.count) / seconds)) pages a second of processor time, \(memory)")
  }
}

/// Writes all that is found in the pages with the shipped weights, one row a page, the rows by their ids: what a change for the sake of speed
/// must leave as it is.
func writeArticles(_ pages: [String: [UInt8]], to path: String) throws {
  let extractor = try ArticleExtractor(resources: ResourceLoader())
  let today = CivilDate(iso: "2024-03-06")
  var out: [UInt8] = []
  for (id, page) in pages.sorted(by: { $0.key < $1.key }) {
    let text = String(decoding: page, as: UTF8.self)
    let isPage = text.contains("<")
    let article = isPage ? try extractor.article(page: text, today: today) : extractor.article(plain: text)
    let row: JSONValue = [
      "id": .string(id), "title": .optional(article.title), "date": .optional(article.date),
      "author": .array(article.authors.map { .string($0) }), "source": .optional(article.source),
      "url": .optional(article.url), "lang": .optional(article.language), "text": .string(article.text),
      "passages": .array(article.passages.map { .string("\($0.kind) \($0.span.start) \($0.span.end) \($0.source)") }),
      "removed": .array(
        article.removed.map { .array([.string($0.kind.rawValue), .string($0.reason), .string($0.text)]) }),
    ]
    row.write(to: &out)
    out.append(0x0A)
  }
  try Data(out).write(to: URL(fileURLWithPath: path))
}

/// The seconds that this thread has computed for, which other programs on the machine do not change much.
private func processorTime() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}
