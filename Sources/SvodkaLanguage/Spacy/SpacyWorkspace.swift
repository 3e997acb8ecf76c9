/// The buffers that one document needs on its way through a pipeline's networks.
final class SpacyWorkspace {
  let even = FloatBuffer()
  let odd = FloatBuffer()
  let products = FloatBuffer()
  let missing = FloatBuffer()
  let hidden = FloatBuffer()
  let scores = FloatBuffer()
  let state = FloatBuffer()
  let rows = FloatBuffer()
  let tokens = FloatBuffer()
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
