import Foundation
import SvodkaMarkup
import SvodkaResources

/// Extracts all pages again and again on one thread, and tells speed and memory of each round.
func measureSpeed(_ pages: [[UInt8]], rounds: Int) throws {
  let extractor = try ArticleExtractor(resources: ResourceLoader())
  for round in 1...max(1, rounds) {
    let start = processorTime()
    for page in pages { _ = try extractor.article(page: String(decoding: page, as: UTF8.self)) }
    let seconds = processorTime() - start
    let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
    let memory = status.split(separator: "\n").first { $0.hasPrefix("VmRSS") } ?? ""
    print("round \(round): \(Int(Double(pages.count) / seconds)) pages a second of processor time, \(memory)")
  }
}

/// The seconds that this thread has computed for, which other programs on the machine do not change much.
private func processorTime() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}
