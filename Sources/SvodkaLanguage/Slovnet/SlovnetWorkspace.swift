import Synchronization

/// The buffers that one document needs on its way through a model.
final class SlovnetWorkspace {
  private(set) var first = Buffer()
  private(set) var second = Buffer()
  private(set) var third = Buffer()
  private(set) var missing = Buffer()
  private(set) var head = Buffer()
  var pointers: [UnsafePointer<Float>?] = []
  var parts: [UnsafePointer<Float>?] = []
  var words: [Int32] = []

  /// Floats that grow and are not initialised.
  final class Buffer {
    private var floats = UnsafeMutableBufferPointer<Float>.allocate(capacity: 1)

    deinit { floats.deallocate() }

    /// Room for `count` floats; what stood there before is lost when it has to grow.
    func room(for count: Int) -> UnsafeMutablePointer<Float> {
      if floats.count < count {
        floats.deallocate()
        floats = .allocate(capacity: count)
      }
      guard let base = floats.baseAddress else { preconditionFailure("no memory") }
      return base
    }
  }
}

/// Workspaces that wait for the next document: as many as documents were ever analysed at one time.
final class SlovnetWorkspaces: Sendable {
  private struct Waiting: @unchecked Sendable {
    // A workspace is in this list or with the one task that took it, never both.
    var workspaces: [SlovnetWorkspace] = []
  }

  private let waiting = Mutex(Waiting())

  /// Runs `body` with a workspace of its own.
  func with<T>(_ body: (SlovnetWorkspace) -> T) -> T {
    let taken = waiting.withLock { Waiting(workspaces: $0.workspaces.popLast().map { [$0] } ?? []) }
    let workspace = taken.workspaces.first ?? SlovnetWorkspace()
    let result = body(workspace)
    let back = Waiting(workspaces: [workspace])
    waiting.withLock { $0.workspaces += back.workspaces }
    return result
  }
}
