import Foundation
import SvodkaPipeline

/// Ctrl-C and SIGTERM end a run cleanly; a second one ends it at once.
struct Signals {
  private let sources: [any DispatchSourceSignal]

  init(stop: Runner.StopFlag) {
    sources = [SIGINT, SIGTERM].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler {
        stop.stop()
        signal(number, SIG_DFL)
      }
      source.resume()
      return source
    }
  }

  func cancel() { for source in sources { source.cancel() } }
}
