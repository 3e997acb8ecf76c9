import Synchronization

/// Forms by number, from 0. They are only ever added; when a tokenizer has seen enough of them, it goes on with a new table.
final class SpacyForms: Sendable {
  private static let blockLength = 4096
  private static let blocks = 8192
  private static let generations = Atomic<Int>(0)

  /// Other than that of any other table of this process.
  let generation: Int
  // A form is written once, by the tokenizer under its lock, before `used` says that it is there; blocks never move.
  private nonisolated(unsafe) let forms: UnsafeMutablePointer<UnsafeMutablePointer<SpacyForm>?>
  private let used = Atomic<Int>(0)

  init() {
    generation = Self.generations.wrappingAdd(1, ordering: .relaxed).newValue
    forms = .allocate(capacity: Self.blocks)
    forms.initialize(repeating: nil, count: Self.blocks)
  }

  deinit {
    for number in stride(from: 0, to: count, by: Self.blockLength) {
      let block = forms[number / Self.blockLength]
      block?.deinitialize(count: min(Self.blockLength, count - number))
      block?.deallocate()
    }
    forms.deallocate()
  }

  /// The number of forms so far.
  var count: Int { used.load(ordering: .acquiring) }

  /// The form of a number that a token has.
  subscript(_ number: Int32) -> SpacyForm {
    let (block, place) = Int(number).quotientAndRemainder(dividingBy: Self.blockLength)
    guard number >= 0, Int(number) < count, let forms = forms[block] else { preconditionFailure("no such form") }
    return forms[place]
  }

  /// Adds a form; only one task at a time may do that.
  func add(_ form: SpacyForm) -> Int32 {
    let number = count
    let (block, place) = number.quotientAndRemainder(dividingBy: Self.blockLength)
    precondition(block < Self.blocks, "more forms than a text can have")
    let into = forms[block] ?? .allocate(capacity: Self.blockLength)
    forms[block] = into
    (into + place).initialize(to: form)
    used.store(number + 1, ordering: .releasing)
    return Int32(number)
  }
}
