import CSvodkaBytes
import Synchronization

/// What a word adds to the first convolution, for the forms seen lately: a row of floats each, in a bounded amount of memory.
///
/// Rows live in two generations. New ones, and old ones that are used again, go into the young generation; when it is full it
/// becomes the old one, and what had not been used since is dropped.
final class FormCache: Sendable {
  /// Rows of one generation.
  final class Generation: Sendable {
    // A row is written by the one task that reserved it, before the row is published under the cache's lock.
    nonisolated(unsafe) let rows: UnsafeMutablePointer<Float>

    let count: Int

    init(_ count: Int) {
      self.count = count
      guard let room = svodka_large(UInt64(count * MemoryLayout<Float>.stride)) else { fatalError("no memory") }
      rows = room.bindMemory(to: Float.self, capacity: count)
    }
    deinit { svodka_free_large(rows) }
  }

  private struct State {
    var young: Generation
    var old: Generation
    var used = 0
    /// By the number of a form: its row, or -1.
    var youngRows: [Int32]
    var oldRows: [Int32]
    /// By row of the young generation.
    var isReady: [Bool]
  }

  private let capacity: Int
  private let rowLength: Int
  private let state: Mutex<State>

  /// Makes a cache for forms numbered from 0 to `forms`, with two generations of `capacity` rows.
  init(forms: Int, rowLength: Int, capacity: Int) {
    self.capacity = capacity
    self.rowLength = rowLength
    let none = [Int32](repeating: -1, count: forms)
    state = Mutex(
      State(
        young: Generation(capacity * rowLength), old: Generation(1), youngRows: none, oldRows: none,
        isReady: [Bool](repeating: false, count: capacity)))
  }

  /// Makes it one for forms numbered from 0 to `forms`, where it was for fewer.
  func cover(_ forms: Int) {
    state.withLock { state in
      guard forms > state.youngRows.count else { return }
      // By half as much again, since forms come by and by.
      let more = [Int32](repeating: -1, count: max(forms, state.youngRows.count * 3 / 2) - state.youngRows.count)
      state.youngRows += more
      state.oldRows += more
    }
  }

  /// Points at the rows of forms, at most `capacity` of them; -1 has no row.
  ///
  /// - Parameters:
  ///   - forms: the numbers of the forms.
  ///   - pointers: where to put the rows, one a form; nil for -1.
  ///   - compute: makes the rows of forms that are missing, one behind the other at the place given.
  /// - Returns: what keeps the rows in memory.
  func point(
    to forms: ArraySlice<Int32>, _ pointers: UnsafeMutablePointer<UnsafePointer<Float>?>,
    compute: ([Int32], UnsafeMutablePointer<Float>) -> Void
  ) -> [Generation] {
    precondition(forms.count <= capacity, "more forms than a generation holds")
    var missing: [Int32] = []
    var first = 0
    let generations = state.withLock { state in
      if state.used + forms.count > capacity { grow(older: &state) }
      first = state.used
      // Missing rows come first and lie together, whatever is taken over from the old generation comes behind them.
      for form in forms where form >= 0 {
        let row = state.youngRows[Int(form)]
        guard row < 0 || (row < first && !state.isReady[Int(row)]) else { continue }
        guard row >= 0 || state.oldRows[Int(form)] < 0 else { continue }
        state.youngRows[Int(form)] = Int32(state.used)
        state.isReady[state.used] = false
        state.used += 1
        missing.append(form)
      }
      for (i, form) in forms.enumerated() {
        guard form >= 0 else {
          pointers[i] = nil
          continue
        }
        var row = Int(state.youngRows[Int(form)])
        if row < 0 {
          row = state.used
          state.used += 1
          let source = state.old.rows + Int(state.oldRows[Int(form)]) * rowLength
          (state.young.rows + row * rowLength).update(from: source, count: rowLength)
          state.youngRows[Int(form)] = Int32(row)
          state.isReady[row] = true
        }
        pointers[i] = UnsafePointer(state.young.rows + row * rowLength)
      }
      return [state.young]
    }
    guard !missing.isEmpty else { return generations }
    compute(missing, generations[0].rows + first * rowLength)
    state.withLock { state in
      // In the meantime another task may have let the generation grow old; the rows are right there too.
      guard state.young === generations[0] else { return }
      for row in first..<(first + missing.count) { state.isReady[row] = true }
    }
    return generations
  }

  private func grow(older state: inout State) {
    // The memory of the old generation serves again, unless a task still reads its rows.
    let fresh =
      isKnownUniquelyReferenced(&state.old) && state.old.count == capacity * rowLength
      ? state.old : Generation(capacity * rowLength)
    state.old = state.young
    // A row that is not ready yet is forgotten, since nobody could tell in the old generation when it is.
    for (form, row) in state.youngRows.enumerated() {
      state.oldRows[form] = row >= 0 && state.isReady[Int(row)] ? row : -1
      state.youngRows[form] = -1
    }
    state.young = fresh
    state.used = 0
    for row in 0..<capacity { state.isReady[row] = false }
  }
}
