import SvodkaKit

/// A directed acyclic word graph as dawgdic (S. Yata) writes it, read where it lies: units of a double array, then the guide that
/// names the first child and the next sibling of each state.
struct Dawg: Sendable {
  private static let leaf: UInt32 = 1 << 31
  // Both lie in the mapped pack, which `pack` keeps.
  private nonisolated(unsafe) let units: UnsafeRawBufferPointer
  private nonisolated(unsafe) let guide: UnsafeRawBufferPointer
  private let count: Int
  private let pack: ModelPack

  init(_ pack: ModelPack, _ section: String) throws(AnalysisError) {
    self.pack = pack
    let bytes = try pack.bytes(section)
    func number(at place: Int) -> Int {
      place + 4 <= bytes.count ? Int(bytes.loadUnaligned(fromByteOffset: place, as: UInt32.self)) : Int.max / 8
    }
    count = number(at: 0)
    let end = 4 + 4 * count
    guard count > 0, end + 4 <= bytes.count, number(at: end) <= (bytes.count - end - 4) / 2 else {
      throw ModelPack.refused(pack.path, "the section '\(section)' is broken")
    }
    units = UnsafeRawBufferPointer(rebasing: bytes[4..<end])
    guide = UnsafeRawBufferPointer(rebasing: bytes[(end + 4)..<(end + 4 + 2 * number(at: end))])
  }

  /// The state in which every key begins.
  static let root = 0

  private func unit(_ state: Int) -> UInt32 { units.loadUnaligned(fromByteOffset: 4 * state, as: UInt32.self) }

  private func children(of state: Int) -> Int {
    let unit = unit(state)
    return Int((unit >> 10) << ((unit & 1 << 9) >> 6))
  }

  /// The state behind a byte; nil where no key goes on with it.
  func next(_ state: Int, _ byte: UInt8) -> Int? {
    let next = state ^ children(of: state) ^ Int(byte)
    guard next < count, unit(next) & (Self.leaf | 0xFF) == UInt32(byte) else { return nil }
    return next
  }

  /// The state behind some bytes.
  func next(_ state: Int, _ bytes: some Sequence<UInt8>) -> Int? {
    var state = state
    for byte in bytes {
      guard let further = next(state, byte) else { return nil }
      state = further
    }
    return state
  }

  /// True when a key ends here.
  func isEnd(_ state: Int) -> Bool { unit(state) & 1 << 8 != 0 }

  /// The number that belongs to the key that ends here.
  func value(_ state: Int) -> Int? {
    let place = state ^ children(of: state)
    return isEnd(state) && place < count ? Int(unit(place) & ~Self.leaf) : nil
  }

  /// Calls `body` with what every key that goes through `state` has behind it, in the order of the guide.
  func forEachEnding(from state: Int, _ ending: inout [UInt8], _ body: ([UInt8]) -> Void) {
    if isEnd(state) { body(ending) }
    guard 2 * state < guide.count else { return }
    var label = guide[2 * state]
    while label != 0, let child = next(state, label) {
      ending.append(label)
      forEachEnding(from: child, &ending, body)
      ending.removeLast()
      label = guide[2 * child + 1]
    }
  }
}
