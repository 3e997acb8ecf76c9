import SvodkaTesting
import Testing

@Suite struct FakeClockTests {
  private func until(_ clock: FakeClock, sleepers: Int) async {
    while clock.sleepers != sleepers { await Task.yield() }
  }

  @Test func timeStandsStillUntilItIsMoved() async throws {
    let clock = FakeClock()
    let task = Task {
      try await clock.sleep(for: .seconds(60))
      return clock.now.offset
    }
    await until(clock, sleepers: 1)
    clock.advance(by: .seconds(59))
    #expect(clock.sleepers == 1)
    clock.advance(by: .seconds(2))
    #expect(try await task.value == .seconds(61))
    #expect(clock.sleepers == 0)
  }

  @Test func whatIsDueDoesNotSleep() async throws {
    let clock = FakeClock()
    clock.advance(by: .seconds(5))
    try await clock.sleep(until: .init(offset: .seconds(5)), tolerance: nil)
    #expect(clock.now.duration(to: .init(offset: .seconds(7))) == .seconds(2))
  }

  @Test func aCancelledTaskWakes() async throws {
    let clock = FakeClock()
    let task = Task { try await clock.sleep(for: .seconds(60)) }
    await until(clock, sleepers: 1)
    task.cancel()
    await #expect(throws: CancellationError.self) { try await task.value }
    #expect(clock.sleepers == 0)
  }
}
