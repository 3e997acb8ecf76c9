import SvodkaKit
import Synchronization

/// Values by name, each made by the first who asks while the others wait.
final class SharedValues: Sendable {
  /// One value. Its own lock lets the making of one value ask for another.
  private final class Slot: Sendable {
    let value = Mutex<(any Sendable)?>(nil)
  }

  private let slots = Mutex<[String: Slot]>([:])

  func value<Value: Sendable>(
    _ name: String, make: () throws(AnalysisError) -> Value
  ) throws(AnalysisError) -> Value {
    let slot = slots.withLock { slots in
      let slot = slots[name] ?? Slot()
      slots[name] = slot
      return slot
    }
    let result = slot.value.withLock { known -> Result<Value, AnalysisError> in
      if let value = known as? Value { return .success(value) }
      do throws(AnalysisError) {
        let value = try make()
        known = value
        return .success(value)
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }
}
