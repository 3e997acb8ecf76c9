import Synchronization

/// A clock that stands still until it is moved, for tests of time-outs and progress.
public final class FakeClock: Clock, Sendable {
  /// A time on the clock.
  public struct Instant: InstantProtocol {
    /// The time since the clock was made.
    public var offset: Duration
    /// A time so long after the clock was made.
    public init(offset: Duration) { self.offset = offset }
    /// A later or earlier time.
    public func advanced(by duration: Duration) -> Instant { Instant(offset: offset + duration) }
    /// How far another time lies behind this one.
    public func duration(to other: Instant) -> Duration { other.offset - offset }
    /// The earlier comes first.
    public static func < (a: Instant, b: Instant) -> Bool { a.offset < b.offset }
  }

  private struct Sleeper {
    var id: Int
    var deadline: Instant
    var continuation: CheckedContinuation<Void, any Error>
  }
  private struct State {
    var now = Instant(offset: .zero)
    var sleepers: [Sleeper] = []
    var next = 0
    var cancelled: Set<Int> = []
  }
  private let state = Mutex(State())

  /// A clock at zero.
  public init() {}

  /// The time, as far as it was moved.
  public var now: Instant { state.withLock { $0.now } }
  /// Nothing is smaller than what the clock is moved by.
  public var minimumResolution: Duration { .zero }
  /// The number of tasks that sleep.
  public var sleepers: Int { state.withLock { $0.sleepers.count } }

  /// Sleeps until the clock is moved to the deadline.
  ///
  /// - Throws: `CancellationError` when the task is cancelled.
  public func sleep(until deadline: Instant, tolerance: Duration?) async throws {
    let id = state.withLock { state in
      state.next += 1
      return state.next
    }
    try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
        let result: Result<Void, any Error>? = state.withLock { state in
          if state.cancelled.remove(id) != nil { return .failure(CancellationError()) }
          if deadline <= state.now { return .success(()) }
          state.sleepers.append(Sleeper(id: id, deadline: deadline, continuation: continuation))
          return nil
        }
        if let result { continuation.resume(with: result) }
      }
    } onCancel: {
      let sleeper = state.withLock { state -> Sleeper? in
        guard let index = state.sleepers.firstIndex(where: { $0.id == id }) else {
          state.cancelled.insert(id)
          return nil
        }
        return state.sleepers.remove(at: index)
      }
      sleeper?.continuation.resume(throwing: CancellationError())
    }
  }

  /// Moves the clock; whoever waits for a time up to then wakes, the earliest first.
  public func advance(by duration: Duration) {
    let woken = state.withLock { state in
      state.now = state.now.advanced(by: duration)
      let due = state.sleepers.filter { $0.deadline <= state.now }.sorted { $0.deadline < $1.deadline }
      state.sleepers.removeAll { $0.deadline <= state.now }
      return due
    }
    for sleeper in woken { sleeper.continuation.resume() }
  }
}
