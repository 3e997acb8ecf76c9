import Subprocess
import SvodkaKit

/// One process of a plugin from its start to its end.
struct PluginLife: Sendable {
  let supervisor: PluginSupervisor
  let slot: Int
  /// What is written to it.
  let lines: AsyncStream<[UInt8]>

  func run() async {
    do {
      _ = try await Subprocess.run(
        supervisor.command.configuration, input: .inputWriter, output: .sequence, error: .sequence
      ) { execution in
        let pid = execution.processIdentifier.value
        supervisor.began(self, pid: pid)
        await withTaskGroup(of: Void.self) { group in
          group.addTask { await read(execution.standardOutput, of: pid) }
          group.addTask { await drain(execution.standardError) }
          group.addTask { await write(to: execution.standardInputWriter) }
          await group.waitForAll()
        }
        // Here and not behind `run`, which needs the cooperative pool to come back: who waits for this plugin may hold it up.
        supervisor.isOver(self, pid: pid)
      }
    } catch {
      // Once it runs nothing throws: this is a process that could not be started.
      supervisor.ended(self, how: "could not be started: \(error)")
    }
  }

  /// Reads answers until the process closes its output or ends.
  private func read(_ output: SubprocessOutputSequence, of pid: Int32) async {
    var splitter = LineSplitter(limit: Int(supervisor.settings.lineMegabytes * 1_048_576))
    do {
      for try await buffer in output {
        for line in try buffer.withUnsafeBytes({ try splitter.lines($0) }) { supervisor.said(self, line) }
      }
      if let last = splitter.last() { supervisor.said(self, last) }
    } catch is LineSplitter.TooLong {
      return supervisor.end(self, .longLine)
    } catch { /* As if it had been closed. */  }
    // A process that ends closes its output a moment before.
    supervisor.end(self, LivePlugins.hasEnded(pid, within: 0.2) ? nil : .closedOutput)
  }

  /// Takes standard error away all the time, since a process that cannot write there stands still.
  private func drain(_ error: SubprocessOutputSequence) async {
    var splitter = LineSplitter(limit: 8192)
    do {
      for try await buffer in error {
        do throws(LineSplitter.TooLong) {
          for line in try buffer.withUnsafeBytes({ (bytes) throws(LineSplitter.TooLong) in try splitter.lines(bytes) })
          {
            supervisor.complained(self, line)
          }
        } catch { supervisor.complained(self, splitter.cut()) }
      }
    } catch { /* The process is gone. */  }
    if let last = splitter.last() { supervisor.complained(self, last) }
  }

  private func write(to input: StandardInputWriter) async {
    for await line in lines {
      guard let written = try? await input.write(line), written == line.count else {
        supervisor.end(self, .closedInput)
        break
      }
    }
    try? await input.finish()
  }
}
