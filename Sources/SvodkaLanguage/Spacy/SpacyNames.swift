import CSvodkaKernel
import SvodkaKit

/// Finds names by transitions: begin, in, last, unit, out.
///
/// As long as no name is open, what to do at a token depends on that token alone, so that a block's scores are products of
/// matrices; only inside a name is it gone token by token, and there only two moves are right.
final class SpacyNames: Sendable {
  /// A name as tokens.
  struct Name: Sendable, Hashable {
    var tokens: Range<Int>
    /// The index of its label.
    var label: Int
  }

  /// The labels, such as `PERSON`.
  let labels: [String]
  private let encoder: SpacyEncoder
  private let pack: ModelPack
  private let kernel: MatrixKernel
  private static let hidden = 2 * SpacyArchitecture.hiddenWidth
  /// What the token at hand adds to the hidden layer, with the bias and with what stands for missing tokens.
  private let front: PackedMatrix
  private nonisolated(unsafe) let frontBias: UnsafePointer<Float>
  /// What the first token of an open name and the token before add, in place of what stands for them when they are missing.
  private let start: PackedMatrix
  private let last: PackedMatrix
  private nonisolated(unsafe) let openBias: UnsafePointer<Float>
  /// Scores of begin and unit for each label, then of out.
  private let closed: PackedMatrix
  private nonisolated(unsafe) let closedBias: UnsafePointer<Float>
  /// For each label the weights of in and of last, a row each.
  private nonisolated(unsafe) let open: UnsafePointer<Float>
  private nonisolated(unsafe) let openScores: UnsafePointer<Float>

  init(_ pack: ModelPack, encoder: SpacyEncoder, kernel: MatrixKernel) throws(AnalysisError) {
    self.pack = pack
    self.encoder = encoder
    self.kernel = kernel
    labels = try pack.lines("ner.labels")
    let (hidden, width) = (Self.hidden, encoder.width)
    front = try pack.matrix("ner.front", inner: width, columns: hidden)
    frontBias = try pack.pointer("ner.front.bias", count: hidden)
    start = try pack.matrix("ner.start", inner: width, columns: hidden)
    last = try pack.matrix("ner.last", inner: width, columns: hidden)
    openBias = try pack.pointer("ner.open.bias", count: hidden)
    closed = try pack.matrix("ner.closed", inner: hidden / 2, columns: 2 * labels.count + 1)
    closedBias = try pack.pointer("ner.closed.bias", count: 2 * labels.count + 1)
    open = try pack.pointer("ner.open", count: labels.count * hidden)
    openScores = try pack.pointer("ner.open.scores", count: labels.count * 2)
  }

  /// How many features a token has.
  static var features: Int { hidden / 2 }
  /// The pack that holds the model.
  var packName: String { pack.identity.name }

  /// The names of a text, in order. `reading` is shown each token's features and its scores: of begin and unit for each
  /// label, then of out.
  func names(
    in text: SpacyTokens, _ workspace: SpacyWorkspace,
    reading: ((_ token: Int, _ features: UnsafePointer<Float>, _ scores: UnsafePointer<Float>) -> Void)? = nil
  ) -> [Name] {
    var found: [Name] = []
    var decoder = Decoder(
      model: self, count: text.tokens.count, before: workspace.state.room(for: encoder.width + 2 * Self.hidden))
    for from in stride(from: 0, to: text.tokens.count, by: SpacyEncoder.block) {
      let range = from..<min(from + SpacyEncoder.block, text.tokens.count)
      let vectors = encoder.encode(text, range, workspace)
      let hidden = workspace.hidden.room(for: range.count * Self.hidden)
      front.multiply(
        vectors, stride: encoder.width, rows: range.count, into: hidden, outStride: Self.hidden, .bias(frontBias),
        kernel: kernel)
      let columns = 2 * labels.count + 1
      let most = range.count * (Self.hidden / 2 + columns)
      let best = workspace.scores.room(for: most)
      let scores = best + range.count * Self.hidden / 2
      for row in 0..<range.count {
        let (left, right) = (hidden + row * Self.hidden, hidden + row * Self.hidden + Self.hidden / 2)
        let to = best + row * Self.hidden / 2
        for k in 0..<(Self.hidden / 2) { to[k] = max(left[k], right[k]) }
      }
      closed.multiply(
        best, stride: Self.hidden / 2, rows: range.count, into: scores, outStride: columns, .bias(closedBias),
        kernel: kernel)
      if workspace.moves.count < range.count { workspace.moves = [Int32](repeating: 0, count: SpacyEncoder.block) }
      svodka_best_columns(
        kernel.rawValue, scores, Int64(columns), Int64(range.count), Int64(columns), &workspace.moves)
      if let reading {
        for (row, token) in range.enumerated() { reading(token, best + row * Self.features, scores + row * columns) }
      }
      for (row, token) in range.enumerated() {
        // Where nothing is open and no name begins, as at most tokens, nothing changes.
        if decoder.open == nil, workspace.moves[row] == Int32(columns - 1) { continue }
        decoder.step(
          token, isSpace: { text.forms[text.tokens[token].form].isSpace }, vector: vectors + row * encoder.width,
          hidden: hidden + row * Self.hidden, scores: scores + row * columns, &found)
      }
    }
    return found
  }

  /// The state of the transitions.
  private struct Decoder {
    let model: SpacyNames
    let count: Int
    var open: (first: Int, label: Int)?
    /// The vector of the token before; behind it what the first token of the open name adds, and room for a hidden layer.
    let before: UnsafeMutablePointer<Float>
    var first: UnsafeMutablePointer<Float> { before + model.encoder.width }
    var sum: UnsafeMutablePointer<Float> { first + SpacyNames.hidden }

    mutating func step(
      _ token: Int, isSpace: () -> Bool, vector: UnsafePointer<Float>, hidden: UnsafePointer<Float>,
      scores: UnsafePointer<Float>, _ found: inout [Name]
    ) {
      if let (start, label) = open {
        if token + 1 == count || isLast(label, hidden) {
          found.append(Name(tokens: start..<(token + 1), label: label))
          open = nil
        }
      } else {
        begin(token, isSpace, vector, scores, &found)
      }
      // Only a name that goes on looks back at this token.
      if open != nil { before.update(from: vector, count: model.encoder.width) }
    }

    private mutating func begin(
      _ token: Int, _ isSpace: () -> Bool, _ vector: UnsafePointer<Float>, _ scores: UnsafePointer<Float>,
      _ found: inout [Name]
    ) {
      let labels = model.labels.count
      let out = 2 * labels
      // No name of several tokens begins at the last one, and none at white space.
      var best = token + 1 == count ? labels : 0
      for column in (best + 1)...out where scores[column] > scores[best] { best = column }
      if best == out || isSpace() { return }
      if best >= labels {
        found.append(Name(tokens: token..<(token + 1), label: best - labels))
        return
      }
      open = (token, best)
      model.start.multiply(
        vector, stride: 0, rows: 1, into: first, outStride: SpacyNames.hidden, .bias(model.openBias),
        kernel: model.kernel)
    }

    /// True when the open name ends at a token rather than going on.
    private func isLast(_ label: Int, _ hidden: UnsafePointer<Float>) -> Bool {
      let half = SpacyNames.hidden / 2
      model.last.multiply(
        before, stride: 0, rows: 1, into: sum, outStride: SpacyNames.hidden, .bias(first), kernel: model.kernel)
      for k in 0..<SpacyNames.hidden { sum[k] += hidden[k] }
      for k in 0..<half { sum[k] = max(sum[k], sum[k + half]) }
      var scores: (Float, Float) = (model.openScores[2 * label], model.openScores[2 * label + 1])
      let weights = model.open + label * SpacyNames.hidden
      for k in 0..<half {
        scores.0 += weights[k] * sum[k]
        scores.1 += weights[k + half] * sum[k]
      }
      return scores.1 > scores.0
    }
  }
}
