import CSvodkaKernel
import SvodkaKit

/// Hangs each token of a sentence on its head: a bilinear score of every pair, then one of every relation to the best head.
final class SyntaxModel: Sendable {
  /// A sentence longer than this is parsed in parts, so that time and memory stay bounded.
  static let longestSentence = 4096
  private static let rows = 64

  /// The two layers and the kernel of one bilinear score.
  private struct Scorer: Sendable {
    let head: PackedMatrix
    let tail: PackedMatrix
    let kernel: PackedMatrix
    nonisolated(unsafe) let headBias: UnsafePointer<Float>
    nonisolated(unsafe) let tailBias: UnsafePointer<Float>
    nonisolated(unsafe) let root: UnsafePointer<Float>

    init(_ pack: ModelPack, _ name: String, features: Int, columns: Int) throws(AnalysisError) {
      let hidden = try pack.array("\(name).head.bias", of: Float.self).count
      head = try pack.matrix("\(name).head", inner: features, columns: hidden)
      tail = try pack.matrix("\(name).tail", inner: features, columns: hidden)
      kernel = try pack.matrix("\(name).kernel", inner: hidden, columns: columns == 0 ? hidden : columns * hidden)
      headBias = try pack.pointer("\(name).head.bias", count: hidden)
      tailBias = try pack.pointer("\(name).tail.bias", count: hidden)
      root = try pack.pointer("\(name).root", count: features)
    }

    var hidden: Int { head.columns }
  }

  private let encoder: SlovnetEncoder
  private let heads: Scorer
  private let relations: Scorer
  private let kernel: MatrixKernel
  private let pack: ModelPack
  /// The relations by number.
  let labels: [String]

  init(_ pack: ModelPack, words: SlovnetWords, kernel: MatrixKernel) throws(AnalysisError) {
    self.pack = pack
    self.kernel = kernel
    encoder = try SlovnetEncoder(pack, words: words, kernel: kernel)
    labels = try pack.lines("labels").map { $0 == "<pad>" ? "dep" : $0 }
    heads = try Scorer(pack, "head", features: encoder.features, columns: 0)
    relations = try Scorer(pack, "relation", features: encoder.features, columns: labels.count)
  }

  var shapes: SlovnetShapes { encoder.shapes }

  /// The head of each form within its sentence, from 1; 0 for the root. And the number of the relation to it.
  struct Arcs {
    var heads: [Int32]
    var relations: [Int32]
  }

  /// Parses sentences, given as ranges of `forms` with a separator between each two; at most `longestSentence` forms each.
  func parse(_ forms: [SlovnetForm], sentences: [Range<Int>], _ workspace: SlovnetWorkspace) -> Arcs {
    var arcs = Arcs(
      heads: [Int32](repeating: 0, count: forms.count), relations: [Int32](repeating: 0, count: forms.count))
    forms.withUnsafeBufferPointer { forms in
      var next = 0
      while next < sentences.count {
        // As many whole sentences as fill a block.
        var end = next + 1
        let start = sentences[next].lowerBound
        while end < sentences.count, sentences[end].upperBound - start <= SlovnetEncoder.block { end += 1 }
        let range = start..<sentences[end - 1].upperBound
        let features = encoder.encode(forms, range, workspace)
        parse(features, rows: range.count, offset: start, sentences[next..<end], workspace, &arcs)
        next = end
      }
    }
    return arcs
  }

  private func parse(
    _ features: UnsafeMutablePointer<Float>, rows: Int, offset: Int, _ sentences: ArraySlice<Range<Int>>,
    _ workspace: SlovnetWorkspace, _ arcs: inout Arcs
  ) {
    let longest = sentences.map(\.count).max() ?? 0
    let hidden = max(heads.hidden, relations.hidden)
    let packed = PackedMatrix.packedCount(inner: hidden, columns: longest + 1)
    let wide = Self.rows * max(longest + 1, relations.kernel.columns)
    // Four hidden layers of all rows, the root behind them; candidates of one sentence, packed; scores; governors.
    let layer = (rows + 1) * hidden
    let room = workspace.head.room(for: 5 * layer + packed + wide + Self.rows * (hidden + labels.count))
    let (headRows, tailRows, governors, dependents) = (room, room + layer, room + 2 * layer, room + 3 * layer)
    let (scored, candidates) = (room + 4 * layer, room + 5 * layer)
    let (scores, gathered) = (candidates + packed, candidates + packed + wide)
    fill(heads.head, heads.headBias, features, rows, root: nil, headRows)
    fill(heads.tail, heads.tailBias, features, rows, root: heads.root, tailRows)
    fill(relations.head, relations.headBias, features, rows, root: relations.root, governors)
    fill(relations.tail, relations.tailBias, features, rows, root: nil, dependents)
    heads.kernel.multiply(
      headRows, stride: heads.hidden, rows: rows, into: scored, outStride: heads.hidden, kernel: kernel)
    for sentence in sentences {
      let first = sentence.lowerBound - offset
      pack(tailRows, rows: rows, first: first, count: sentence.count, workspace, candidates)
      for row in stride(from: 0, to: sentence.count, by: Self.rows) {
        let count = min(Self.rows, sentence.count - row)
        choose(
          scored + (first + row) * heads.hidden, count, candidates, sentence.count + 1, scores, hidden: heads.hidden,
          &arcs.heads, at: sentence.lowerBound + row)
        for i in 0..<count {
          let head = Int(arcs.heads[sentence.lowerBound + row + i])
          let governor = governors + (head == 0 ? rows : first + head - 1) * relations.hidden
          (gathered + i * relations.hidden).update(from: governor, count: relations.hidden)
        }
        relate(
          gathered, count, dependents + (first + row) * relations.hidden, scores, &arcs.relations,
          at: sentence.lowerBound + row)
      }
    }
  }

  /// A hidden layer of all rows; the root's behind them.
  private func fill(
    _ matrix: PackedMatrix, _ bias: UnsafePointer<Float>, _ features: UnsafeMutablePointer<Float>, _ rows: Int,
    root: UnsafePointer<Float>?, _ out: UnsafeMutablePointer<Float>
  ) {
    matrix.multiply(
      features, stride: encoder.features, rows: rows, into: out, outStride: matrix.columns, .relu(bias: bias),
      kernel: kernel)
    guard let root else { return }
    matrix.multiply(
      root, stride: encoder.features, rows: 1, into: out + rows * matrix.columns, outStride: matrix.columns,
      .relu(bias: bias), kernel: kernel)
  }

  /// The candidates for a head: the root first, then the sentence's tokens.
  private func pack(
    _ tails: UnsafeMutablePointer<Float>, rows: Int, first: Int, count: Int, _ workspace: SlovnetWorkspace,
    _ candidates: UnsafeMutablePointer<Float>
  ) {
    let hidden = heads.hidden
    let list = workspace.missing.room(for: (count + 1) * hidden)
    list.update(from: tails + rows * hidden, count: hidden)
    (list + hidden).update(from: tails + first * hidden, count: count * hidden)
    svodka_pack_transposed(list, Int64(hidden), Int64(count + 1), candidates)
  }

  private func choose(
    _ scored: UnsafeMutablePointer<Float>, _ count: Int, _ candidates: UnsafeMutablePointer<Float>, _ columns: Int,
    _ scores: UnsafeMutablePointer<Float>, hidden: Int, _ best: inout [Int32], at place: Int
  ) {
    svodka_multiply(
      kernel.rawValue, scored, Int64(hidden), Int64(count), candidates, Int64(hidden), Int64(columns), scores,
      Int64(columns), nil)
    best.withUnsafeMutableBufferPointer { best in
      guard let base = best.baseAddress else { return }
      svodka_best_columns(kernel.rawValue, scores, Int64(columns), Int64(count), Int64(columns), base + place)
    }
  }

  private func relate(
    _ governors: UnsafeMutablePointer<Float>, _ count: Int, _ dependents: UnsafeMutablePointer<Float>,
    _ scores: UnsafeMutablePointer<Float>, _ best: inout [Int32], at place: Int
  ) {
    let columns = relations.kernel.columns
    relations.kernel.multiply(
      governors, stride: relations.hidden, rows: count, into: scores, outStride: columns, kernel: kernel)
    let totals = governors + Self.rows * relations.hidden
    for i in 0..<count {
      svodka_dots(
        kernel.rawValue, scores + i * columns, dependents + i * relations.hidden, Int64(labels.count),
        Int64(relations.hidden), totals + i * labels.count)
    }
    best.withUnsafeMutableBufferPointer { best in
      guard let base = best.baseAddress else { return }
      svodka_best_columns(
        kernel.rawValue, totals, Int64(labels.count), Int64(count), Int64(labels.count), base + place)
    }
  }
}
