import Foundation
public import SvodkaCorpus
public import SvodkaKit
import SvodkaResources
import Synchronization

/// Runs a plan over inputs: at most `width` documents are analysed at once and a few more wait, so that memory stays bounded;
/// outcomes come in input order, one a document.
public struct Runner: Sendable {
  private let analysis: DocumentAnalysis
  private let options: RunOptions
  private let stop: StopFlag

  /// Asks a run to end: what is done is still written.
  public final class StopFlag: Sendable {
    private let state = Mutex<(stopped: Bool, handler: (@Sendable () -> Void)?)>((false, nil))
    /// Not stopped.
    public init() {}
    /// Stops the run.
    public func stop() {
      let handler = state.withLock { state in
        state.stopped = true
        return state.handler
      }
      handler?()
    }
    fileprivate func onStop(_ handler: @escaping @Sendable () -> Void) {
      let isStopped = state.withLock { state in
        state.handler = handler
        return state.stopped
      }
      if isStopped { handler() }
    }
  }

  private enum Event: Sendable {
    case input(Result<RawInput, AnalysisError>)
    case endOfInput
    case finished(Int, Outcome)
    case stop
  }

  /// Makes a runner.
  public init(analysis: DocumentAnalysis, options: RunOptions, stop: StopFlag = StopFlag()) {
    self.analysis = analysis
    self.options = options
    self.stop = stop
  }

  /// Runs over all inputs and hands each outcome to `write`, in input order.
  ///
  /// - Throws: what `write` throws; the run then ends.
  public func run(
    _ inputs: sending InputReader, write: (Outcome, RunResult) throws(AnalysisError) -> Void
  ) async throws(AnalysisError) -> RunResult {
    let threads = AnalysisThreads(width: options.width)
    defer { threads.close() }
    let (events, sender) = AsyncStream.makeStream(of: Event.self)
    // Counted up from zero: a semaphore that is dropped below its first value is a crash.
    let permits = DispatchSemaphore(value: 0)
    for _ in 0..<(options.width * 2 + 2) { permits.signal() }
    stop.onStop { sender.yield(.stop) }
    startReading(inputs, permits: permits, into: sender)

    var state = State()
    for await event in events {
      switch event {
      case .stop:
        state.result.wasStopped = true
        state.inputEnded = true
        // Those under way are looked at once more when they finish; those not begun end at once.
        for task in state.tasks.values { task.cancel() }
      case .endOfInput: state.inputEnded = true
      case .input(let input):
        guard !state.inputEnded else { continue }
        let number = state.begun
        state.begun += 1
        switch input {
        case .failure(let error):
          sender.yield(.finished(number, Self.unreadable(error)))
        case .success(let raw):
          state.result.bytes += raw.bytes.count
          state.tasks[number] = Task(executorPreference: threads) { [analysis] in
            sender.yield(.finished(number, await analysis.outcome(of: raw)))
          }
        }
      case .finished(let number, let outcome):
        state.tasks[number] = nil
        state.waiting[number] = outcome
        while !state.isOver, let next = state.waiting.removeValue(forKey: state.written) {
          state.written += 1
          permits.signal()
          guard !next.wasCancelled else { continue }
          let outcome = state.admit(next)
          try write(outcome, state.result)
          if options.tolerance.isExceeded(
            failed: state.result.failed, of: state.result.documents, atEnd: false)
          {
            state.isOver = true
            for task in state.tasks.values { task.cancel() }
          }
        }
      }
      if state.isOver || state.inputEnded && state.written == state.begun { break }
    }
    sender.finish()
    var result = state.result
    result.hadTooManyFailures = options.tolerance.isExceeded(
      failed: result.failed, of: result.documents, atEnd: true)
    return result
  }

  /// Reads on a thread of its own, which waits when too much is read and not yet written.
  private func startReading(
    _ inputs: sending InputReader, permits: DispatchSemaphore, into sender: AsyncStream<Event>.Continuation
  ) {
    let feed = Feed(inputs)
    let thread = Thread {
      while true {
        permits.wait()
        guard let next = feed.next() else { break }
        if case .terminated = sender.yield(.input(next)) { return }
      }
      sender.yield(.endOfInput)
    }
    thread.name = "input"
    thread.start()
  }

  private static func unreadable(_ error: AnalysisError) -> Outcome {
    var outcome = Outcome(path: error.location?.path, line: error.location?.line, sha256: "")
    outcome.errors = [error]
    return outcome
  }

  /// What the loop keeps between events.
  private struct State {
    var result = RunResult()
    var tasks: [Int: Task<Void, Never>] = [:]
    var waiting: [Int: Outcome] = [:]
    var begun = 0
    var written = 0
    var inputEnded = false
    var isOver = false
    /// The first 16 bytes of the SHA-256 of every id: bounded, however long ids are.
    private var seen: Set<SIMD2<UInt64>> = []

    mutating func admit(_ outcome: Outcome) -> Outcome {
      var outcome = outcome
      if let id = outcome.document?.id, !seen.insert(SHA256.prefix(Array(id.utf8))).inserted {
        outcome.document = nil
        outcome.analyses = []
        outcome.errors = [
          AnalysisError(
            .duplicateID, "the id '\(id)' has come before: give each document an id of its own", document: id,
            location: outcome.path.map { SourceLocation(path: $0, line: outcome.line) })
        ]
      }
      result.documents += 1
      if outcome.isFailed { result.failed += 1 }
      return outcome
    }
  }
}

/// The input, handed over to the reading thread.
private final class Feed: Sendable {
  private let reader: Mutex<InputReader>
  init(_ reader: sending InputReader) { self.reader = Mutex(reader) }
  func next() -> Result<RawInput, AnalysisError>? { reader.withLock { $0.next() } }
}

extension Outcome {
  /// True when the run was stopped before the document was done.
  fileprivate var wasCancelled: Bool { errors.contains { $0.code == ErrorCode.cancelled.rawValue } }
}
