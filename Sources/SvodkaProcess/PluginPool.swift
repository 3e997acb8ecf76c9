import SvodkaKit

/// Which process works on which document: the state of a plugin, changed under a lock.
struct PluginPool {
  typealias Reply = Result<JSONValue?, AnalysisError>

  /// A document that waits for its findings.
  struct Job {
    var number: Int
    var id: String
    var line: [UInt8]
    var continuation: CheckedContinuation<Reply, Never>
  }

  /// Why a process was ended from here.
  enum Reason {
    case slowStart, slow, longLine, closedOutput, closedInput
    case memory(megabytes: Int)
  }

  enum Phase {
    case empty
    case starting(since: ContinuousClock.Instant)
    case ready
    /// Told to end.
    case leaving(since: ContinuousClock.Instant)
    /// Killed, and not yet gone.
    case dying
  }

  /// The place of one process; after it has ended another may take it.
  struct Slot {
    var phase = Phase.empty
    var pid: Int32?
    var outbox: AsyncStream<[UInt8]>.Continuation?
    /// What it works on, the oldest first.
    var open: [Job] = []
    /// When it last got work while it had none, or answered.
    var lastMove = ContinuousClock.now
    var reason: Reason?
    /// Documents that nobody waits for any more.
    var dropped: Set<String> = []
    var junkLines = 0
    var firstJunk: String?
    var errorLines = 0
    var lastErrorLine: String?
  }

  var slots: [Slot]
  var waiting: [Job] = []
  var crashes = 0
  /// What the first process said of itself.
  var ready: PluginReady?
  /// Why no more documents are taken.
  var failure: AnalysisError?
  var isClosed = false
  private var batch: Int { ready?.batch ?? 1 }

  init(processes: Int) { slots = Array(repeating: Slot(), count: processes) }

  /// Hands waiting documents to processes with room, those with least to do first; returns places in which a process is to start.
  mutating func assign() -> [Int] {
    while !waiting.isEmpty {
      let free = slots.indices.filter { index in
        guard case .ready = slots[index].phase else { return false }
        return slots[index].open.count < batch
      }
      guard let index = free.min(by: { slots[$0].open.count < slots[$1].open.count }) else { break }
      let job = waiting.removeFirst()
      if slots[index].open.isEmpty { slots[index].lastMove = .now }
      slots[index].open.append(job)
      slots[index].outbox?.yield(job.line)
    }
    guard !isClosed, failure == nil else { return [] }
    let starting = slots.count { if case .starting = $0.phase { true } else { false } }
    let empty = slots.indices.filter { if case .empty = slots[$0].phase { true } else { false } }
    return Array(empty.prefix(max(0, waiting.count - starting)))
  }

  /// Takes the job of a document off a process; nil when it has none of this id.
  mutating func take(_ id: String, from slot: Int) -> Job? {
    guard let index = slots[slot].open.firstIndex(where: { $0.id == id }) else { return nil }
    slots[slot].lastMove = .now
    return slots[slot].open.remove(at: index)
  }

  /// Takes a job off wherever it is, with the process that works on it.
  mutating func take(number: Int) -> (job: Job, slot: Int?)? {
    if let index = waiting.firstIndex(where: { $0.number == number }) { return (waiting.remove(at: index), nil) }
    for slot in slots.indices {
      guard let index = slots[slot].open.firstIndex(where: { $0.number == number }) else { continue }
      let job = slots[slot].open.remove(at: index)
      slots[slot].dropped.insert(job.id)
      return (job, slot)
    }
    return nil
  }

  /// Clears the place of a process that has ended: what it worked on longest is its document, the rest waits again.
  mutating func clear(_ slot: Int) -> (ended: Slot, document: Job?) {
    let ended = slots[slot]
    slots[slot] = Slot()
    waiting.insert(contentsOf: ended.open.dropFirst(), at: 0)
    return (ended, ended.open.first)
  }

  /// Takes no more documents, and answers those that wait.
  mutating func fail(_ error: AnalysisError) {
    if failure == nil { failure = error }
    for job in waiting { job.continuation.resume(returning: .failure(error)) }
    waiting = []
  }
}
