/// Floats that grow and are not initialised.
final class FloatBuffer {
  private var floats = UnsafeMutableBufferPointer<Float>.allocate(capacity: 1)

  deinit { floats.deallocate() }

  /// Room for `count` floats; what stood there before is lost when it has to grow.
  func room(for count: Int) -> UnsafeMutablePointer<Float> {
    if floats.count < count {
      floats.deallocate()
      floats = .allocate(capacity: count)
    }
    guard let base = floats.baseAddress else { preconditionFailure("no memory") }
    return base
  }
}
