/// The buffers that one document needs on its way through a model.
final class SlovnetWorkspace {
  private(set) var first = FloatBuffer()
  private(set) var second = FloatBuffer()
  private(set) var third = FloatBuffer()
  private(set) var missing = FloatBuffer()
  private(set) var head = FloatBuffer()
  var pointers: [UnsafePointer<Float>?] = []
  var parts: [UnsafePointer<Float>?] = []
  var words: [Int32] = []
}
