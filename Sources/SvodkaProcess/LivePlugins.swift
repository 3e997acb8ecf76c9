import Foundation
import Synchronization

/// The processes of plugins that are running, so that none is left behind when the program ends.
enum LivePlugins {
  private static let pids = Mutex<Set<pid_t>>([])

  /// Registered once, when the first process starts.
  private static let atEnd: Void = {
    atexit { LivePlugins.endAll() }
    return ()
  }()

  static func add(_ pid: pid_t) {
    _ = atEnd
    pids.withLock { _ = $0.insert(pid) }
  }

  static func remove(_ pid: pid_t) { pids.withLock { _ = $0.remove(pid) } }

  /// Kills a process and those that it started and that did not leave its session.
  ///
  /// The process may have ended, but must not have been waited for: its number could be another's then.
  static func kill(_ pid: pid_t) { _ = Glibc.kill(-pid, SIGKILL) }

  /// Gives those that have been told to end a second to do so.
  private static func endAll() {
    let left = pids.withLock { $0 }
    for pid in left { _ = hasEnded(pid, within: 1) }
    for pid in left { kill(pid) }
  }

  /// True when the process ends within `seconds`; it can still be waited for.
  static func hasEnded(_ pid: pid_t, within seconds: Double) -> Bool {
    var waits = Int(seconds * 200)
    while true {
      var info = siginfo_t()
      if waitid(P_PID, id_t(pid), &info, WEXITED | WNOHANG | WNOWAIT) != 0 || info.si_signo == SIGCHLD { return true }
      guard waits > 0 else { return false }
      waits -= 1
      usleep(5000)
    }
  }

  /// Waits until a process has ended, and says how; it can still be waited for.
  static func ending(of pid: pid_t) -> String {
    var info = siginfo_t()
    var result: Int32
    repeat { result = waitid(P_PID, id_t(pid), &info, WEXITED | WNOWAIT) } while result != 0 && errno == EINTR
    guard result == 0 else { return "ended" }
    let status = info._sifields._sigchld.si_status
    return info.si_code == CLD_EXITED ? "ended with status \(status)" : "was ended by signal \(status)"
  }
}
