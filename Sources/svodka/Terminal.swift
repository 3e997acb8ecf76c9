import Foundation
import SvodkaReport

/// What is known about the terminal.
enum Terminal {
  static func isTerminal(_ handle: FileHandle) -> Bool { isatty(handle.fileDescriptor) == 1 }

  /// Colours only on a terminal, and never with NO_COLOR (no-color.org) or on a dumb one.
  static func style(toTerminal: Bool) -> TextStyle {
    let environment = ProcessInfo.processInfo.environment
    let refuses = !(environment["NO_COLOR"] ?? "").isEmpty || environment["TERM"] == "dumb"
    return TextStyle(isColoured: toTerminal && !refuses, width: toTerminal ? width : 100)
  }

  private static var width: Int {
    var size = winsize()
    guard ioctl(FileHandle.standardOutput.fileDescriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
      return 100
    }
    return min(Int(size.ws_col), 140)
  }
}
