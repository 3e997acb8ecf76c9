import Foundation
import Subprocess
import SvodkaKit
import Synchronization

/// Starts the processes of one plugin, gives them documents, and sees to it that every document gets an answer in time.
final class PluginSupervisor: Sendable {
  let settings: ProcessSettings
  let command: PluginCommand
  let host: String
  let handedOn: JSONValue?
  let pool: Mutex<PluginPool>
  private let log: ProcessLog
  private let thread: PluginThread
  private let firstAnswer = DispatchSemaphore(value: 0)
  private let numbers = Atomic(0)
  private let ticks = Atomic(0)

  init(
    _ settings: ProcessSettings, command: PluginCommand, host: String, handedOn: JSONValue?, log: @escaping ProcessLog
  ) {
    self.settings = settings
    self.command = command
    self.host = host
    self.handedOn = handedOn
    self.log = log
    pool = Mutex(PluginPool(processes: settings.processes))
    thread = PluginThread(name: "plugin")
    // A thread of its own: timers of the cooperative pool stand still while analyzers compute there.
    let watch = Thread { [weak self] in
      while self?.look() != nil { Thread.sleep(forTimeInterval: 0.05) }
    }
    watch.name = "plugin-watch"
    watch.start()
  }

  deinit { thread.close() }

  /// What messages call the plugin.
  var name: String { settings.name ?? pool.withLock { $0.ready?.name } ?? PluginCommand.shown(settings.command) }

  func tell(_ line: String) { log(name, line) }

  /// Starts the first process and waits until it is ready.
  ///
  /// - Throws: `X102` when it does not start, is not ready in time, or does not fit.
  func begin() throws(AnalysisError) -> PluginReady {
    pool.withLock { start(0, &$0) }
    firstAnswer.wait()
    let (ready, failure) = pool.withLock { ($0.ready, $0.failure) }
    if let ready, failure == nil { return ready }
    throw failure ?? AnalysisError(.pluginStart, "the plugin '\(name)' did not start")
  }

  /// The raw findings of a document, whose message is `line`.
  func answer(to line: [UInt8], id: String) async -> PluginPool.Reply {
    let number = numbers.add(1, ordering: .relaxed).newValue
    return await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        pool.withLock { pool in
          if let failure = pool.failure { return continuation.resume(returning: .failure(failure)) }
          guard !pool.isClosed, !Task.isCancelled else {
            return continuation.resume(returning: .failure(Self.cancelled))
          }
          pool.waiting.append(.init(number: number, id: id, line: line, continuation: continuation))
          assign(&pool)
        }
      }
    } onCancel: {
      pool.withLock { pool in
        guard let (job, slot) = pool.take(number: number) else { return }
        job.continuation.resume(returning: .failure(Self.cancelled))
        if let slot, pool.ready?.cancels == true { pool.slots[slot].outbox?.yield(PluginMessage.cancel(job.id)) }
        assign(&pool)
      }
    }
  }

  private static var cancelled: AnalysisError { AnalysisError(.cancelled, "the run was stopped") }

  /// Tells all processes to end; those that do not within two seconds are killed.
  func close() {
    pool.withLock { pool in
      pool.isClosed = true
      pool.fail(Self.cancelled)
      for slot in pool.slots.indices {
        switch pool.slots[slot].phase {
        case .ready:
          pool.slots[slot].phase = .leaving(since: .now)
          pool.slots[slot].outbox?.yield(PluginMessage.bye)
          pool.slots[slot].outbox?.finish()
        case .starting: kill(slot, nil, &pool)
        case .empty, .leaving, .dying: break
        }
      }
    }
  }

  private func assign(_ pool: inout PluginPool) {
    for slot in pool.assign() { start(slot, &pool) }
  }

  private func start(_ slot: Int, _ pool: inout PluginPool) {
    let (lines, outbox) = AsyncStream.makeStream(of: [UInt8].self)
    pool.slots[slot].phase = .starting(since: .now)
    pool.slots[slot].outbox = outbox
    outbox.yield(PluginMessage.hello(host: host, settings: handedOn))
    let life = PluginLife(supervisor: self, slot: slot, lines: lines)
    Task(executorPreference: thread) { await life.run() }
  }

  private func kill(_ slot: Int, _ reason: PluginPool.Reason?, _ pool: inout PluginPool) {
    if case .dying = pool.slots[slot].phase { return }
    pool.slots[slot].phase = .dying
    pool.slots[slot].reason = reason
    pool.slots[slot].outbox?.finish()
    if let pid = pool.slots[slot].pid { LivePlugins.kill(pid) }
  }

  // MARK: What a life tells

  /// A process runs. One that was to be killed before is killed now.
  func began(_ life: PluginLife, pid: Int32) {
    LivePlugins.add(pid)
    pool.withLock { pool in
      pool.slots[life.slot].pid = pid
      if case .dying = pool.slots[life.slot].phase { LivePlugins.kill(pid) }
    }
  }

  /// Its streams are done; what it left running goes with it.
  func isOver(_ life: PluginLife, pid: Int32) {
    pool.withLock { $0.slots[life.slot].pid = nil }
    LivePlugins.kill(pid)
    let how = LivePlugins.ending(of: pid)
    LivePlugins.remove(pid)
    ended(life, how: how)
  }

  func end(_ life: PluginLife, _ reason: PluginPool.Reason?) {
    pool.withLock { pool in
      if case .leaving = pool.slots[life.slot].phase { return }
      kill(life.slot, reason, &pool)
    }
  }

  func said(_ life: PluginLife, _ line: [UInt8]) {
    let answer = PluginAnswer(line)
    let note = pool.withLock { pool -> String? in
      defer { assign(&pool) }
      return take(answer, line, slot: life.slot, &pool)
    }
    if let note { tell(note) }
  }

  func complained(_ life: PluginLife, _ line: [UInt8]) {
    let text = String(decoding: line.prefix(2000), as: UTF8.self)
    let number = pool.withLock { pool in
      pool.slots[life.slot].errorLines += 1
      pool.slots[life.slot].lastErrorLine = PluginAnswer.excerpt(line)
      return pool.slots[life.slot].errorLines
    }
    if number <= Self.loggedLines { tell(text) }
    if number == Self.loggedLines + 1 {
      tell("more than \(Self.loggedLines) lines on standard error; the rest is dropped")
    }
  }

  private static let loggedLines = 200

  /// A process is gone or was never there: `how` says in which way.
  func ended(_ life: PluginLife, how: String) {
    let note = pool.withLock { pool -> String? in
      let (slot, document) = pool.clear(life.slot)
      if pool.isClosed {
        document?.continuation.resume(returning: .failure(Self.cancelled))
        pool.fail(Self.cancelled)
        return nil
      }
      let error = failure(of: slot, how: how, pool.ready?.name)
      document?.continuation.resume(returning: .failure(error))
      pool.crashes += 1
      if pool.ready == nil {
        pool.fail(AnalysisError(.pluginStart, error.message))
        firstAnswer.signal()
      } else if pool.crashes >= settings.crashes {
        pool.fail(
          AnalysisError(
            .pluginGivenUp,
            "no more documents are given to the plugin '\(title(pool.ready?.name))', which broke down \(pool.crashes) times: mend it, or raise 'crashes'; the last time: \(error.message)"
          ))
        return pool.failure?.message
      }
      assign(&pool)
      return document == nil && pool.ready != nil ? error.message : nil
    }
    if let note { tell(note) }
  }

  func title(_ given: String?) -> String { settings.name ?? given ?? PluginCommand.shown(settings.command) }

  // MARK: Limits

  /// Looks at times every 50 ms, and at memory every quarter of a second.
  private func look() {
    let tick = ticks.add(1, ordering: .relaxed).newValue
    let now = ContinuousClock.now
    let pids = pool.withLock { pool -> [Int32] in
      for slot in pool.slots.indices {
        switch pool.slots[slot].phase {
        case .starting(let since):
          if now - since > .seconds(settings.startSeconds) { kill(slot, .slowStart, &pool) }
        case .ready:
          if !pool.slots[slot].open.isEmpty, now - pool.slots[slot].lastMove > .seconds(settings.documentSeconds) {
            kill(slot, .slow, &pool)
          }
        case .leaving(let since):
          if now - since > .seconds(2) { kill(slot, nil, &pool) }
        case .empty, .dying: break
        }
      }
      return pool.slots.compactMap(\.pid)
    }
    guard settings.memoryMegabytes > 0, tick % 5 == 0, !pids.isEmpty else { return }
    for pid in pids {
      let bytes = ProcessMemory.held(by: pid)
      guard bytes > settings.memoryMegabytes << 20 else { continue }
      pool.withLock { pool in
        guard let slot = pool.slots.firstIndex(where: { $0.pid == pid }) else { return }
        kill(slot, .memory(megabytes: bytes >> 20), &pool)
      }
    }
  }

  /// Marks the plugin as ready or as useless.
  func admit(_ message: JSONValue, slot: Int, _ pool: inout PluginPool) {
    do throws(PluginReady.Failure) {
      let ready = try PluginReady(message)
      if let first = pool.ready, first != ready {
        throw PluginReady.Failure(reason: "started again it says other things of itself than the first time")
      }
      pool.slots[slot].phase = .ready
      guard pool.ready == nil else { return }
      pool.ready = ready
      firstAnswer.signal()
    } catch {
      pool.fail(AnalysisError(.pluginStart, "the plugin '\(title(pool.ready?.name))' cannot be used: \(error.reason)"))
      kill(slot, nil, &pool)
      if pool.ready == nil { firstAnswer.signal() }
    }
  }
}
