import CSvodkaKernel
import SvodkaKit

/// Tags each token of a sentence with its part of speech and features.
final class MorphologyModel: Sendable {
  /// So many rows of scores are looked through while they are still in the cache.
  private static let rows = 64

  private let encoder: SlovnetEncoder
  private let head: PackedMatrix
  private nonisolated(unsafe) let bias: UnsafePointer<Float>
  private let kernel: MatrixKernel
  private let pack: ModelPack
  /// What each label says.
  let labels: [Morph]

  init(_ pack: ModelPack, words: SlovnetWords, kernel: MatrixKernel) throws(AnalysisError) {
    self.pack = pack
    self.kernel = kernel
    encoder = try SlovnetEncoder(pack, words: words, kernel: kernel)
    labels = try pack.lines("labels").map { label in
      let parts = label.split(separator: "|", maxSplits: 1)
      let tag = parts.first.map(String.init) ?? ""
      return Morph(tag: tag == "<pad>" ? "X" : tag, features: parts.count == 2 ? String(parts[1]) : "")
    }
    head = try pack.matrix("head", inner: encoder.features, columns: labels.count)
    bias = try pack.pointer("head.bias", count: labels.count)
  }

  var shapes: SlovnetShapes { encoder.shapes }

  /// The number of the best label of each form; what it says of separators has no meaning.
  func tag(_ forms: [SlovnetForm], _ workspace: SlovnetWorkspace) -> [Int32] {
    var best = [Int32](repeating: 0, count: forms.count)
    let scores = workspace.head.room(for: Self.rows * labels.count)
    forms.withUnsafeBufferPointer { forms in
      best.withUnsafeMutableBufferPointer { best in
        guard let best = best.baseAddress else { return }
        for start in stride(from: 0, to: forms.count, by: SlovnetEncoder.block) {
          let range = start..<min(start + SlovnetEncoder.block, forms.count)
          let features = encoder.encode(forms, range, workspace)
          for row in stride(from: 0, to: range.count, by: Self.rows) {
            let count = min(Self.rows, range.count - row)
            head.multiply(
              features + row * encoder.features, stride: encoder.features, rows: count, into: scores,
              outStride: labels.count, .bias(bias), kernel: kernel)
            svodka_best_columns(
              kernel.rawValue, scores, Int64(labels.count), Int64(count), Int64(labels.count), best + start + row)
          }
        }
      }
    }
    return best
  }
}
