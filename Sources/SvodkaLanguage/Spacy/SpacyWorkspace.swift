import Synchronization

/// The buffers that one document needs on its way through a pipeline's networks.
final class SpacyWorkspace {
  let even = SlovnetWorkspace.Buffer()
  let odd = SlovnetWorkspace.Buffer()
  let products = SlovnetWorkspace.Buffer()
  let missing = SlovnetWorkspace.Buffer()
  let hidden = SlovnetWorkspace.Buffer()
  let scores = SlovnetWorkspace.Buffer()
  let state = SlovnetWorkspace.Buffer()
  let rows = SlovnetWorkspace.Buffer()
  let tokens = SlovnetWorkspace.Buffer()
  var forms: [Int32] = []
  var pointers: [UnsafePointer<Float>?] = []
  var parts: [UnsafePointer<Float>?] = []
  var added: [UnsafePointer<Float>?] = []
  /// For each row the column of the best score.
  var moves: [Int32] = []

  func makeRoom(rows: Int) {
    guard pointers.count < rows else { return }
    pointers = [UnsafePointer<Float>?](repeating: nil, count: rows)
    parts = [UnsafePointer<Float>?](repeating: nil, count: 3 * rows)
    added = [UnsafePointer<Float>?](repeating: nil, count: rows)
  }
}

/// Workspaces that wait for the next document: as many as documents were ever analysed at one time.
final class SpacyWorkspaces: Sendable {
  private struct Waiting: @unchecked Sendable {
    // A workspace is in this list or with the one task that took it, never both.
    var workspaces: [SpacyWorkspace] = []
  }

  private let waiting = Mutex(Waiting())

  /// Runs `body` with a workspace of its own.
  func with<T>(_ body: (SpacyWorkspace) -> T) -> T {
    let taken = waiting.withLock { Waiting(workspaces: $0.workspaces.popLast().map { [$0] } ?? []) }
    let workspace = taken.workspaces.first ?? SpacyWorkspace()
    let result = body(workspace)
    let back = Waiting(workspaces: [workspace])
    waiting.withLock { $0.workspaces += back.workspaces }
    return result
  }
}
