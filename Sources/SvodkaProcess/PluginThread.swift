import Foundation
import Synchronization

/// A thread for talking to a plugin, beside the cooperative pool: analyzers that compute there, or wait there for this very
/// plugin, cannot hold it up.
///
/// SIGPIPE is blocked on it, so that a plugin that has closed its input is an error and not the end of the program.
final class PluginThread: TaskExecutor {
  private let state = Mutex<(jobs: [UnownedJob], isOpen: Bool)>(([], true))
  private let pending = DispatchSemaphore(value: 0)

  init(name: String) {
    let thread = Thread { [self] in
      var signals = sigset_t()
      sigemptyset(&signals)
      sigaddset(&signals, SIGPIPE)
      pthread_sigmask(SIG_BLOCK, &signals, nil)
      while runNext() {}
    }
    thread.name = name
    thread.start()
  }

  private func runNext() -> Bool {
    pending.wait()
    let (jobs, isOpen) = state.withLock { state in
      defer { state.jobs = [] }
      return (state.jobs, state.isOpen)
    }
    for job in jobs { job.runSynchronously(on: asUnownedTaskExecutor()) }
    return isOpen || !jobs.isEmpty
  }

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    state.withLock { $0.jobs.append(job) }
    pending.signal()
  }

  /// Lets the thread end once nothing is left to do.
  func close() {
    state.withLock { $0.isOpen = false }
    pending.signal()
  }
}
