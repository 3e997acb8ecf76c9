import CSvodkaKernel
import SvodkaKit

/// The part that all Slovnet models have in common: vectors of word and shape, then three convolutions over neighbouring tokens.
final class SlovnetEncoder: Sendable {
  /// How many tokens go through the layers together: what fits into the second-level cache.
  static let block = 256
  /// How far a feature looks to either side: one token a layer.
  private static let reach = 3
  /// Rows of one generation of the cache of forms.
  private static let cachedForms = 2048

  private struct Layer: Sendable {
    let weights: PackedMatrix
    let steps: Steps
  }

  /// Bias, scale and shift, which lie in the mapped pack.
  private struct Steps: Sendable {
    nonisolated(unsafe) let bias: UnsafePointer<Float>
    nonisolated(unsafe) let scale: UnsafePointer<Float>
    nonisolated(unsafe) let shift: UnsafePointer<Float>

    init(_ pack: ModelPack, _ name: String, count: Int) throws(AnalysisError) {
      bias = try pack.pointer(name + ".bias", count: count)
      scale = try pack.pointer(name + ".scale", count: count)
      shift = try pack.pointer(name + ".shift", count: count)
    }

    var epilogue: PackedMatrix.Epilogue { .relu(bias: bias, scale: scale, shift: shift) }
  }

  /// The number of features of a token.
  let features: Int
  /// The shapes of the model.
  let shapes: SlovnetShapes
  private let words: SlovnetWords
  private let firstColumns: Int
  private let wordWeights: PackedMatrix
  private nonisolated(unsafe) let shapeRows: UnsafePointer<Float>
  private let first: Steps
  private let second: Layer
  private let third: Layer
  private let cache: FormCache
  private let kernel: MatrixKernel
  private let pack: ModelPack

  init(_ pack: ModelPack, words: SlovnetWords, kernel: MatrixKernel) throws(AnalysisError) {
    self.pack = pack
    self.words = words
    self.kernel = kernel
    guard try pack.lines("embedding").last == words.digest else {
      throw ModelPack.refused(pack.path, "it belongs to other word vectors")
    }
    shapes = try SlovnetShapes(pack.lines("shapes"), path: pack.path)
    firstColumns = try pack.array("first.bias", of: Float.self).count
    let secondColumns = try pack.array("second.bias", of: Float.self).count
    features = try pack.array("third.bias", of: Float.self).count
    first = try Steps(pack, "first", count: firstColumns)
    wordWeights = try pack.matrix("first.words", inner: words.length, columns: 3 * firstColumns)
    shapeRows = try pack.pointer("first.shapes", count: shapes.count * 3 * firstColumns)
    second = Layer(
      weights: try pack.matrix("second", inner: 3 * firstColumns, columns: secondColumns),
      steps: try Steps(pack, "second", count: secondColumns))
    third = Layer(
      weights: try pack.matrix("third", inner: 3 * secondColumns, columns: features),
      steps: try Steps(pack, "third", count: features))
    cache = FormCache(forms: words.count, rowLength: 3 * firstColumns, capacity: Self.cachedForms)
  }

  /// The features of the tokens `range`, which may be any part of `forms`: the result is the same, bit for bit.
  ///
  /// - Returns: `range.count` rows of `features` floats, valid until the workspace is used again. The rows of separators hold
  ///   no meaning.
  func encode(
    _ forms: UnsafeBufferPointer<SlovnetForm>, _ range: Range<Int>, _ workspace: SlovnetWorkspace
  ) -> UnsafeMutablePointer<Float> {
    let firstRows = workspace.first.room(for: (range.count + 4) * firstColumns)
    addFirst(forms, range.lowerBound - 2, range.count + 4, workspace, firstRows)
    let secondColumns = second.weights.columns
    let secondRows = workspace.second.room(for: (range.count + 2) * secondColumns)
    second.weights.multiply(
      firstRows, stride: firstColumns, rows: range.count + 2, into: secondRows, outStride: secondColumns,
      second.steps.epilogue, kernel: kernel)
    clear(forms, range.lowerBound - 1, range.count + 2, secondRows, secondColumns)
    let thirdRows = workspace.third.room(for: range.count * features)
    third.weights.multiply(
      secondRows, stride: secondColumns, rows: range.count, into: thirdRows, outStride: features,
      third.steps.epilogue, kernel: kernel)
    return thirdRows
  }

  /// The first convolution: for each row the sum of what three words and three shapes add to it.
  private func addFirst(
    _ forms: UnsafeBufferPointer<SlovnetForm>, _ start: Int, _ count: Int, _ workspace: SlovnetWorkspace,
    _ rows: UnsafeMutablePointer<Float>
  ) {
    func form(_ i: Int) -> SlovnetForm { forms.indices.contains(i) ? forms[i] : .separator }
    workspace.words.removeAll(keepingCapacity: true)
    for i in (start - 1)..<(start + count + 1) { workspace.words.append(form(i).word) }
    let needed = workspace.words.count
    if workspace.pointers.count < needed {
      workspace.pointers = [UnsafePointer<Float>?](repeating: nil, count: needed)
      workspace.parts = [UnsafePointer<Float>?](repeating: nil, count: 6 * needed)
    }
    var kept: [FormCache.Generation] = []
    workspace.pointers.withUnsafeMutableBufferPointer { pointers in
      guard let base = pointers.baseAddress else { return }
      for from in stride(from: 0, to: needed, by: Self.cachedForms / 4) {
        let to = min(from + Self.cachedForms / 4, needed)
        kept += cache.point(to: workspace.words[from..<to], base + from) { missing, target in
          compute(missing, workspace, target)
        }
      }
    }
    withExtendedLifetime(kept) {
      for row in 0..<count {
        for tap in 0..<3 {
          let shape = form(start + row + tap - 1).shape
          workspace.parts[6 * row + 2 * tap] = workspace.pointers[row + tap].map { $0 + tap * firstColumns }
          workspace.parts[6 * row + 2 * tap + 1] =
            shape < 0 ? nil : shapeRows + (Int(shape) * 3 + tap) * firstColumns
        }
      }
      var steps = first.epilogue.steps
      svodka_sum_rows(
        kernel.rawValue, workspace.parts, 6, Int64(count), Int64(firstColumns), rows, Int64(firstColumns), &steps)
    }
    clear(forms, start, count, rows, firstColumns)
  }

  /// What words add to the first convolution, for forms that are not in the cache.
  private func compute(_ missing: [Int32], _ workspace: SlovnetWorkspace, _ target: UnsafeMutablePointer<Float>) {
    let vectors = workspace.missing.room(for: missing.count * words.length)
    for (row, word) in missing.enumerated() { words.decode(word, to: vectors + row * words.length) }
    wordWeights.multiply(
      vectors, stride: words.length, rows: missing.count, into: target, outStride: 3 * firstColumns, kernel: kernel)
  }

  /// Sets the rows of separators, and those before and behind the text, to zero, as every layer expects them.
  private func clear(
    _ forms: UnsafeBufferPointer<SlovnetForm>, _ start: Int, _ count: Int, _ rows: UnsafeMutablePointer<Float>,
    _ columns: Int
  ) {
    for row in 0..<count where !forms.indices.contains(start + row) || forms[start + row].word < 0 {
      (rows + row * columns).update(repeating: 0, count: columns)
    }
  }
}

extension ModelPack {
  /// A section of floats, valid as long as the pack lives.
  func pointer(_ name: String, count: Int) throws(AnalysisError) -> UnsafePointer<Float> {
    guard let base = try array(name, of: Float.self, count: count).baseAddress else {
      throw Self.refused(path, "the section '\(name)' is empty")
    }
    return base
  }

  /// A section of packed weights.
  func matrix(_ name: String, inner: Int, columns: Int) throws(AnalysisError) -> PackedMatrix {
    let packed = try array(name, of: Float.self, count: PackedMatrix.packedCount(inner: inner, columns: columns))
    return PackedMatrix(packed: packed, inner: inner, columns: columns, owner: self)
  }
}
