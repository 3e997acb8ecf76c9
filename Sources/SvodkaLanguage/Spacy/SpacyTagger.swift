import CSvodkaKernel
import SvodkaKit

/// Tags tokens: the label with the best score over a token's vector.
final class SpacyTagger: Sendable {
  /// The labels as the model names them.
  let labels: [String]
  private let head: PackedMatrix
  private nonisolated(unsafe) let bias: UnsafePointer<Float>
  private let kernel: MatrixKernel

  /// Reads the sections of `tagger` or `morphologizer`.
  init(_ pack: ModelPack, _ name: String, width: Int, kernel: MatrixKernel) throws(AnalysisError) {
    labels = try pack.lines(name + ".labels")
    head = try pack.matrix(name, inner: width, columns: labels.count)
    bias = try pack.pointer(name + ".bias", count: labels.count)
    self.kernel = kernel
  }

  /// The numbers of the best labels of `count` tokens, from their vectors, into `best` from the place `first` on.
  func tag(
    _ vectors: UnsafePointer<Float>, count: Int, _ workspace: SpacyWorkspace, into best: inout [Int32], at first: Int
  ) {
    // So many rows of scores are looked through while they are still in the cache.
    let rows = 64
    let scores = workspace.scores.room(for: rows * labels.count)
    best.withUnsafeMutableBufferPointer { best in
      guard let best = best.baseAddress else { return }
      for from in stride(from: 0, to: count, by: rows) {
        let some = min(rows, count - from)
        head.multiply(
          vectors + from * head.inner, stride: head.inner, rows: some, into: scores, outStride: labels.count,
          .bias(bias),
          kernel: kernel)
        svodka_best_columns(
          kernel.rawValue, scores, Int64(labels.count), Int64(some), Int64(labels.count), best + first + from)
      }
    }
  }
}
