import SvodkaKit

extension PluginSupervisor {
  private static let toldJunk = 10

  /// Takes what a process wrote; returns what is to be told of it.
  func take(_ answer: PluginAnswer, _ line: [UInt8], slot: Int, _ pool: inout PluginPool) -> String? {
    switch answer {
    case .ready(let message):
      guard case .starting = pool.slots[slot].phase else { return "it said more than once that it is ready" }
      admit(message, slot: slot, &pool)
      return nil
    case .result(let id, let findings):
      guard let job = pool.take(id, from: slot) else { return unasked(id, slot, &pool) }
      job.continuation.resume(returning: .success(findings))
      return nil
    case .error(let id, let code, let message):
      guard let job = pool.take(id, from: slot) else { return unasked(id, slot, &pool) }
      // Codes of other areas are the program's own.
      let own = code.flatMap { $0.hasPrefix("X") && $0.utf8.count <= 32 ? $0 : nil }
      let text = "the plugin '\(title(pool.ready?.name))' failed: \(message)"
      job.continuation.resume(
        returning: .failure(AnalysisError(code: own ?? ErrorCode.pluginFailed.rawValue, text)))
      return nil
    case .other: return nil
    case .junk(let reason, let id):
      let shown = "\(reason): \(PluginAnswer.excerpt(line))"
      if let id, let job = pool.take(id, from: slot) {
        job.continuation.resume(
          returning: .failure(
            AnalysisError(
              .pluginProtocol, "the answer of the plugin '\(title(pool.ready?.name))' is no JSON, \(shown)")))
        return nil
      }
      pool.slots[slot].junkLines += 1
      if pool.slots[slot].firstJunk == nil { pool.slots[slot].firstJunk = shown }
      switch pool.slots[slot].junkLines {
      case ...Self.toldJunk: return "a line on standard output that is no message, \(shown)"
      case Self.toldJunk + 1: return "more than \(Self.toldJunk) lines that are no messages; the rest is dropped"
      default: return nil
      }
    }
  }

  private func unasked(_ id: String, _ slot: Int, _ pool: inout PluginPool) -> String? {
    if pool.slots[slot].dropped.remove(id) != nil { return nil }
    return
      "an answer for the document '\(PluginAnswer.excerpt(Array(id.utf8)))', which it was not asked about or has answered"
  }

  /// Why a process ended, as an error of the document that it worked on.
  func failure(of slot: PluginPool.Slot, how: String, _ name: String?) -> AnalysisError {
    let title = "the plugin '\(title(name))'"
    // What it said last helps to see why.
    var last = slot.lastErrorLine.map { "; its last words: \($0)" } ?? ""
    if let junk = slot.firstJunk { last += "; it wrote a line that is no message, \(junk)" }
    switch slot.reason {
    case .slowStart:
      return AnalysisError(
        .pluginLimit,
        "\(title) was not ready within \(settings.startSeconds) s: see to it that it answers 'hello', or raise 'start_seconds'\(last)"
      )
    case .slow:
      return AnalysisError(
        .pluginLimit,
        "\(title) did not answer within \(settings.documentSeconds) s and was killed: raise 'document_seconds' if it needs longer\(last)"
      )
    case .longLine:
      return AnalysisError(
        .pluginLimit,
        "\(title) wrote a line of more than \(settings.lineMegabytes) MB and was killed: raise 'line_megabytes' if findings are that large"
      )
    case .memory(let megabytes):
      return AnalysisError(
        .pluginLimit,
        "\(title) held \(megabytes) MB of memory and was killed: raise 'memory_megabytes' (now \(settings.memoryMegabytes)) if it needs so much"
      )
    case .closedOutput:
      return AnalysisError(.pluginEnded, "\(title) closed its standard output; \(how)\(last)")
    case .closedInput:
      return AnalysisError(.pluginEnded, "\(title) closed its standard input; \(how)\(last)")
    case nil: return AnalysisError(.pluginEnded, "\(title) broke down: it \(how)\(last)")
    }
  }
}
