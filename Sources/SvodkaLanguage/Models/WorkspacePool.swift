import Synchronization

/// Workspaces of one kind that wait for the next document: as many as documents were ever analysed at one time.
final class WorkspacePool<Workspace>: Sendable {
  private struct Waiting: @unchecked Sendable {
    // A workspace is in this list or with the one task that took it, never both.
    var workspaces: [Workspace] = []
  }

  private let waiting = Mutex(Waiting())
  private let make: @Sendable () -> Workspace

  init(_ make: @escaping @Sendable () -> Workspace) { self.make = make }

  /// Runs `body` with a workspace of its own.
  func with<T>(_ body: (Workspace) -> T) -> T {
    let taken = waiting.withLock { Waiting(workspaces: $0.workspaces.popLast().map { [$0] } ?? []) }
    let workspace = taken.workspaces.first ?? make()
    let result = body(workspace)
    let back = Waiting(workspaces: [workspace])
    waiting.withLock { $0.workspaces += back.workspaces }
    return result
  }
}
