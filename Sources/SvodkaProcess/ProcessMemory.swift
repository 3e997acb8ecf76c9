import Foundation

/// The memory that a process and its descendants hold, as Linux tells it under `/proc`.
///
/// What is resident is counted, not what is reserved: libraries of neural networks reserve many times what they use, so that
/// a limit on the address space would stop them for nothing.
enum ProcessMemory {
  /// The bytes held.
  static func held(by pid: pid_t) -> Int {
    var held = 0
    var open = [pid]
    var seen: Set<pid_t> = []
    while let pid = open.popLast() {
      guard seen.insert(pid).inserted else { continue }
      held += resident(pid)
      let threads = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/\(pid)/task")) ?? []
      for thread in threads {
        open += words("/proc/\(pid)/task/\(thread)/children").compactMap { pid_t($0) }
      }
    }
    return held
  }

  /// The second number of `statm`, in pages.
  private static func resident(_ pid: pid_t) -> Int {
    let fields = words("/proc/\(pid)/statm")
    return fields.count > 1 ? (Int(fields[1]) ?? 0) * Int(sysconf(Int32(_SC_PAGESIZE))) : 0
  }

  private static func words(_ path: String) -> [Substring] {
    guard let data = FileManager.default.contents(atPath: path) else { return [] }
    return String(decoding: data, as: UTF8.self).split { $0 == " " || $0 == "\n" }
  }
}
