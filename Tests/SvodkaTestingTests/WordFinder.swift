import Foundation
import SvodkaKit
import SvodkaLanguage
import Synchronization

/// Finds words with a capital; with a fault it does one thing that no analyzer may do.
struct WordFinder: Analyzer {
  enum Fault: String, CaseIterable, Sendable {
    case readsUndeclared, misquotes, leavesText, repeatsIDs, sharesState, remembers, countsMerges, concatenates
    case addsUnequally, writesOtherwise, cutsRows, chokesOnEmpty, chokesOnLong, asksTheProcess
  }

  struct Finding: Codable, Sendable {
    var id: String
    var evidence: SpannedText
  }

  struct Summary: Mergeable, Codable {
    var words: [String] = []
    var merges = 0
    var fault: String?
    init() {}
    mutating func merge(_ other: Summary) {
      fault = fault ?? other.fault
      switch fault {
      case Fault.concatenates.rawValue: words += other.words
      case Fault.addsUnequally.rawValue:
        merges = merges == 0 || other.merges == 0 ? max(merges, other.merges) : (merges + other.merges) / 2 + 1
      case Fault.countsMerges.rawValue:
        merges += 1
        fallthrough
      default: words = Set(words + other.words).sorted()
      }
    }
    enum CodingKeys: CodingKey { case words, merges, fault }
    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      let forgets = fault == Fault.writesOtherwise.rawValue
      try container.encode(forgets ? Array(words.dropLast()) : words, forKey: .words)
      try container.encode(merges, forKey: .merges)
      try container.encodeIfPresent(fault, forKey: .fault)
    }
  }

  final class Shared: Sendable {
    let running = Mutex(0)
    let seen = Mutex(Set<String>())
  }

  var fault: Fault?
  let shared = Shared()

  init(_ fault: Fault? = nil) { self.fault = fault }

  var identity: Identity { Identity(name: "words-\(fault.map(\.rawValue) ?? "right")", version: "1") }
  var requirements: Requirements {
    Requirements(layers: fault == .readsUndeclared ? [] : [AnyLayer(Tokens.layer)], languages: ["en", "ru"])
  }

  func analyze(_ document: DocumentView) async throws(AnalysisError) -> [Finding] {
    if fault == .chokesOnEmpty, document.text.count == 0 { throw AnalysisError(.stepFailed, "no text") }
    let tokens = try document(Tokens.layer)
    if fault == .chokesOnLong, tokens.count > 4000 { throw AnalysisError(.stepFailed, "too long") }
    let together = shared.running.withLock { running in
      running += 1
      return running
    }
    for _ in 0..<20 { await Task.yield() }
    defer { shared.running.withLock { $0 -= 1 } }
    if fault == .sharesState, together > 1 { return [] }
    return tokens.enumerated().compactMap { index, token in
      guard token.shape == .title else { return nil }
      if fault == .remembers, !shared.seen.withLock({ $0.insert(token.key).inserted }) { return nil }
      return finding(index, token.span, document.text)
    }
  }

  private func finding(_ index: Int, _ span: TextSpan, _ text: DocumentText) -> Finding {
    var evidence = text.spanned(span)
    var id = "w\(index)"
    switch fault {
    case .misquotes: evidence.text = evidence.text.uppercased()
    case .leavesText: evidence.text = "\(evidence.text)!"
    case .repeatsIDs: id = "w"
    case .asksTheProcess: id += "-\(ProcessInfo.processInfo.processIdentifier)"
    default: break
    }
    return Finding(id: id, evidence: evidence)
  }

  func summarize(_ findings: [Finding], of document: DocumentView) -> Summary {
    var summary = Summary()
    summary.words = Set(findings.map { "\(document.id) \($0.evidence.text)" }).sorted()
    summary.merges = fault == .addsUnequally ? findings.count : 0
    summary.fault = fault?.rawValue
    return summary
  }

  func report(on summary: Summary, context: ReportContext) -> ReportSection {
    let row = fault == .cutsRows ? [] : ["\(summary.words.count)"]
    return ReportSection(
      title: "Words", tables: [ReportTable(caption: "words", columns: [.init("words")], rows: [.init(row)])])
  }
}
