import Foundation
import Synchronization

/// Threads for computing, beside the cooperative pool, whose timers and signals a long analysis would hold up.
///
/// Each has a stack of 16 MB, since readers of nested markup recurse.
final class AnalysisThreads: TaskExecutor {
  private struct State {
    var jobs: [UnownedJob] = []
    var next = 0
    var isOpen = true

    mutating func pop() -> UnownedJob? {
      guard next < jobs.count else { return nil }
      defer {
        next += 1
        if next == jobs.count {
          jobs.removeAll(keepingCapacity: true)
          next = 0
        }
      }
      return jobs[next]
    }
  }

  private let state = Mutex(State())
  private let pending = DispatchSemaphore(value: 0)
  private let width: Int

  /// Starts `width` threads.
  init(width: Int) {
    self.width = width
    for number in 0..<width {
      let thread = Thread { [self] in while runNext() {} }
      thread.stackSize = 16 << 20
      thread.name = "analysis-\(number)"
      thread.start()
    }
  }

  /// Waits for a job and runs it; false when the threads are to end.
  private func runNext() -> Bool {
    pending.wait()
    let (job, isOpen) = state.withLock { ($0.pop(), $0.isOpen) }
    job?.runSynchronously(on: asUnownedTaskExecutor())
    return isOpen || job != nil
  }

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    state.withLock { $0.jobs.append(job) }
    pending.signal()
  }

  /// Lets the threads end once their jobs are done.
  func close() {
    state.withLock { $0.isOpen = false }
    for _ in 0..<width { pending.signal() }
  }
}
