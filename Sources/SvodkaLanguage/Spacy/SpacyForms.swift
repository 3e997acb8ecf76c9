import Synchronization

/// Forms by number. They are only ever added, up to `capacity`; then a new generation begins.
final class SpacyForms: Sendable {
  /// So many forms has a generation at most.
  static let capacity = 1 << 16
  private static let generations = Atomic<Int>(0)

  /// Other than that of any other table of this process.
  let generation: Int
  // A form is written once, by the tokenizer under its lock, before the lock is given up and its number known to anybody.
  private nonisolated(unsafe) let forms: UnsafeMutablePointer<SpacyForm>
  private let used = Atomic<Int>(0)

  init() {
    generation = Self.generations.wrappingAdd(1, ordering: .relaxed).newValue
    forms = .allocate(capacity: Self.capacity)
  }

  deinit {
    forms.deinitialize(count: count)
    forms.deallocate()
  }

  /// The number of forms so far.
  var count: Int { used.load(ordering: .acquiring) }

  /// The form of a number that a token has.
  subscript(_ number: Int32) -> SpacyForm {
    precondition(number >= 0 && Int(number) < count, "no such form")
    return forms[Int(number)]
  }

  /// Adds a form; only one task at a time may do that.
  func add(_ form: SpacyForm) -> Int32 {
    let number = count
    precondition(number < Self.capacity, "more forms than a generation holds")
    (forms + number).initialize(to: form)
    used.store(number + 1, ordering: .releasing)
    return Int32(number)
  }
}
