import Foundation
import SvodkaPipeline

/// One line on standard error, kept up to date while it is a terminal.
struct Progress {
  private let total: Int?
  private let isShown: Bool
  private let start = ContinuousClock.now
  private var last = ContinuousClock.now

  /// Shows nothing where the output itself goes to a terminal, which the line would cut through.
  init(total: Int?, besides output: Output?) {
    self.total = total
    isShown = Terminal.isTerminal(.standardError) && output?.isTerminal != true
  }

  /// Shows how far the run is, at most five times a second.
  mutating func update(_ result: RunResult) {
    guard isShown else { return }
    let now = ContinuousClock.now
    guard now - last > .milliseconds(200) else { return }
    last = now
    let seconds = max(
      0.001, Double((now - start).components.seconds) + Double((now - start).components.attoseconds) / 1e18)
    var line = "\(result.documents) documents, \(Self.size(result.bytes)), "
    line += "\(Int(Double(result.documents) / seconds)) documents a second"
    if let total, result.bytes > 0, total > result.bytes {
      line += ", \(Int(seconds * Double(total - result.bytes) / Double(result.bytes)) + 1) s left"
    }
    show(line)
  }

  /// Clears the line.
  func end() { if isShown { show("") } }

  private func show(_ line: String) {
    try? FileHandle.standardError.write(contentsOf: Data("\r\u{1B}[K\(line)".utf8))
  }

  private static func size(_ bytes: Int) -> String {
    switch bytes {
    case ..<10_000: "\(bytes) bytes"
    case ..<10_000_000: "\(bytes / 1000) kB"
    default: "\(bytes / 1_000_000) MB"
    }
  }
}
