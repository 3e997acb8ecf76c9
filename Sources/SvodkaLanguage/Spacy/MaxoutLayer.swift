import CSvodkaKernel
import SvodkaKit

/// A layer `max over three pieces of (x * weights + bias)`, normalised, with the input added where it is residual.
struct MaxoutLayer: Sendable {
  /// The number of pieces of which the largest counts.
  static let pieces = 3

  /// How many numbers go in.
  let inner: Int
  /// How many come out.
  let outputs: Int
  // All lie in the mapped pack, which `owner` keeps in memory.
  private let weights: PackedMatrix?
  private nonisolated(unsafe) let bias: UnsafePointer<Float>
  private nonisolated(unsafe) let scale: UnsafePointer<Float>
  private nonisolated(unsafe) let shift: UnsafePointer<Float>
  private let owner: ModelPack

  /// The number of packed columns of so many outputs.
  static func columns(_ outputs: Int) -> Int { (outputs + 31) / 32 * 32 * pieces }

  /// The column of a piece of an output; see `svodka_maxout`.
  static func column(_ output: Int, _ piece: Int) -> Int { output / 32 * 32 * pieces + piece * 32 + output % 32 }

  /// Reads the sections `NAME`, `NAME.bias`, `NAME.scale` and `NAME.shift`; the first is not there for a layer whose products are
  /// known already.
  init(_ pack: ModelPack, _ name: String, inner: Int, outputs: Int, hasWeights: Bool = true) throws(AnalysisError) {
    self.inner = inner
    self.outputs = outputs
    owner = pack
    let columns = Self.columns(outputs)
    weights = hasWeights ? try pack.matrix(name, inner: inner, columns: columns) : nil
    bias = try pack.pointer(name + ".bias", count: columns)
    scale = try pack.pointer(name + ".scale", count: outputs)
    shift = try pack.pointer(name + ".shift", count: outputs)
  }

  /// Rows that go through the layer together: their products stay in the second-level cache.
  private static let block = 96

  /// Computes rows of `outputs` numbers, each `outStride` behind the one before; what `added` points at is added to each row.
  func apply(
    _ rows: UnsafePointer<Float>, stride: Int, count: Int, into out: UnsafeMutablePointer<Float>, outStride: Int,
    added: UnsafePointer<UnsafePointer<Float>?>?, products: FloatBuffer, kernel: MatrixKernel
  ) {
    guard let weights else { preconditionFailure("a layer without weights") }
    let room = products.room(for: Self.block * weights.columns)
    for from in Swift.stride(from: 0, to: count, by: Self.block) {
      let some = min(Self.block, count - from)
      weights.multiply(
        rows + from * stride, stride: stride, rows: some, into: room, outStride: weights.columns, .bias(bias),
        kernel: kernel)
      svodka_max_pieces(
        kernel.rawValue, room, Int64(weights.columns), Int64(some), Int64(outputs), out + from * outStride,
        Int64(outStride))
      normalize(out + from * outStride, outStride, some, added.map { $0 + from }, kernel)
    }
  }

  /// The same from products that are known, `parts` of them a row.
  func apply(
    sums: UnsafePointer<UnsafePointer<Float>?>, parts: Int, count: Int, into out: UnsafeMutablePointer<Float>,
    outStride: Int, added: UnsafePointer<UnsafePointer<Float>?>?, kernel: MatrixKernel
  ) {
    svodka_sum_maxout(
      kernel.rawValue, sums, Int64(parts), Int64(count), bias, Int64(outputs), out, Int64(outStride))
    normalize(out, outStride, count, added, kernel)
  }

  private func normalize(
    _ out: UnsafeMutablePointer<Float>, _ stride: Int, _ count: Int, _ added: UnsafePointer<UnsafePointer<Float>?>?,
    _ kernel: MatrixKernel
  ) {
    svodka_normalize_rows(
      kernel.rawValue, out, Int64(stride), Int64(count), Int64(outputs), scale, shift, added, out, Int64(stride))
  }
}
