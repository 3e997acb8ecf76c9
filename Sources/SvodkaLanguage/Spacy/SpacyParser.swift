import CSvodkaKernel
import SvodkaKit

/// Parses by transitions, the best move at each state.
final class SpacyParser: Sendable {
  private static let places = 8
  private static let hidden = 2 * SpacyArchitecture.hiddenWidth
  /// Words whose products are made together, and how many such blocks are kept: those far behind are made again when needed.
  private static let block = 64
  private static let blocks = 32

  /// The relations, as the model names them; the first is that of roots.
  let relations: [String]
  /// By relation: what it says of a word that was lifted.
  private let lifted: [(relation: Int32, head: Int32)?]
  /// By move: its action and the relation it gives.
  private let actions: [(range: Range<Int>, action: ArcEagerState.Action)]
  private let moveRelations: [Int32]
  private let pack: ModelPack
  private let kernel: MatrixKernel
  private let linear: PackedMatrix
  private let lower: PackedMatrix
  private let upper: PackedMatrix
  private nonisolated(unsafe) let linearBias: UnsafePointer<Float>
  private nonisolated(unsafe) let lowerBias: UnsafePointer<Float>
  private nonisolated(unsafe) let padding: UnsafePointer<Float>
  private nonisolated(unsafe) let upperBias: UnsafePointer<Float>

  init(_ pack: ModelPack, width: Int, kernel: MatrixKernel) throws(AnalysisError) {
    self.pack = pack
    self.kernel = kernel
    let moves = SpacyMove.read(try pack.lines("parser.moves"))
    var relations = ["ROOT"]
    func number(_ relation: String) -> Int32 {
      if let known = relations.firstIndex(of: relation) { return Int32(known) }
      relations.append(relation)
      return Int32(relations.count - 1)
    }
    moveRelations = moves.map { number($0.label) }
    var lifted: [(relation: Int32, head: Int32)?] = []
    var i = 0
    while i < relations.count {
      let bars = relations[i].utf8.firstIndex(of: UInt8(ascii: "|"))
      if let bars, relations[i][bars...].hasPrefix("||") {
        let (plain, head) = (String(relations[i][..<bars]), String(relations[i][bars...].dropFirst(2)))
        lifted.append((number(plain), number(head)))
      } else {
        lifted.append(nil)
      }
      i += 1
    }
    self.relations = relations
    self.lifted = lifted
    var actions: [(range: Range<Int>, action: ArcEagerState.Action)] = []
    for (i, move) in moves.enumerated() {
      guard let action = ArcEagerState.Action(rawValue: move.action) else {
        throw ModelPack.refused(pack.path, "it has a move that is not known")
      }
      if let last = actions.last, last.action == action {
        actions[actions.count - 1].range = last.range.lowerBound..<(i + 1)
      } else {
        actions.append((i..<(i + 1), action))
      }
    }
    self.actions = actions
    let half = SpacyArchitecture.hiddenWidth
    linear = try pack.matrix("parser.linear", inner: width, columns: half)
    linearBias = try pack.pointer("parser.linear.bias", count: half)
    lower = try pack.matrix("parser.lower", inner: half, columns: Self.places * Self.hidden)
    lowerBias = try pack.pointer("parser.lower.bias", count: Self.hidden)
    padding = try pack.pointer("parser.padding", count: Self.places * Self.hidden)
    upper = try pack.matrix("parser.upper", inner: half, columns: moves.count)
    upperBias = try pack.pointer("parser.upper.bias", count: moves.count)
  }

  /// The length of what the parser keeps of a word.
  var length: Int { linear.columns }

  /// Makes what the parser keeps of words, from their vectors.
  func reduce(_ vectors: UnsafePointer<Float>, count: Int, into words: UnsafeMutablePointer<Float>) {
    linear.multiply(
      vectors, stride: linear.inner, rows: count, into: words, outStride: length, .bias(linearBias), kernel: kernel)
  }

  /// Parses `count` words; `isSpace` tells those of white space.
  func parse(
    _ words: UnsafePointer<Float>, count: Int, _ workspace: SpacyWorkspace, isSpace: (Int) -> Bool
  ) -> ParsedWords {
    var state = ArcEagerState(count: count)
    let products = Products(self, words, count: count, workspace)
    let room = workspace.state.room(for: Self.hidden + upper.columns)
    let scores = room + Self.hidden
    while !state.isFinal {
      score(state.context, products, room)
      var best = -1
      var bestAction = ArcEagerState.Action.shift
      for (range, action) in actions where state.allows(action) {
        let move = highest(in: range, scores)
        if best < 0 || scores[move] > scores[best] { (best, bestAction) = (move, action) }
      }
      // There is always a move: a stack can be reduced, and a word shifted to an empty one.
      guard best >= 0 else { break }
      state.make(bestAction, label: moveRelations[best])
    }
    var parsed = ParsedWords(
      heads: state.heads.enumerated().map { $1 < 0 ? Int32($0) : $1 },
      relations: zip(state.heads, state.labels).map { $0 < 0 ? 0 : $1 })
    parsed.lower(lifted, isSpace: isSpace)
    return parsed
  }

  private func highest(in range: Range<Int>, _ scores: UnsafePointer<Float>) -> Int {
    if range.count == 1 { return range.lowerBound }
    var best: Int32 = 0
    svodka_best_columns(
      kernel.rawValue, scores + range.lowerBound, Int64(range.count), 1, Int64(range.count), &best)
    return range.lowerBound + Int(best)
  }

  /// Scores all moves at a state, behind the hidden layer.
  private func score(
    _ context: (Int32, Int32, Int32, Int32, Int32, Int32, Int32, Int32), _ products: Products,
    _ hidden: UnsafeMutablePointer<Float>
  ) {
    withUnsafeBytes(of: context) { raw in
      let places = raw.bindMemory(to: Int32.self)
      withUnsafeTemporaryAllocation(of: UnsafePointer<Float>?.self, capacity: Self.places) { parts in
        for place in 0..<Self.places {
          parts[place] =
            places[place] < 0 ? padding + place * Self.hidden : products.row(Int(places[place]), at: place)
        }
        var steps = PackedMatrix.Epilogue.bias(lowerBias).steps
        svodka_sum_rows(
          kernel.rawValue, parts.baseAddress, Int64(Self.places), 1, Int64(Self.hidden), hidden, Int64(Self.hidden),
          &steps)
      }
    }
    let half = Self.hidden / 2
    for k in 0..<half { hidden[k] = max(hidden[k], hidden[k + half]) }
    upper.multiply(
      hidden, stride: half, rows: 1, into: hidden + Self.hidden, outStride: upper.columns, .bias(upperBias),
      kernel: kernel)
  }

  /// The products of words with all places of a state, made by blocks as they are needed.
  private final class Products {
    private let parser: SpacyParser
    private let words: UnsafePointer<Float>
    private let count: Int
    private let rows: UnsafeMutablePointer<Float>
    private let copies: UnsafeMutablePointer<Float>
    private let areAllHeld: Bool
    private var held: [Int]
    private let width: Int

    init(_ parser: SpacyParser, _ words: UnsafePointer<Float>, count: Int, _ workspace: SpacyWorkspace) {
      self.parser = parser
      self.words = words
      self.count = count
      width = SpacyParser.places * SpacyParser.hidden
      let blocks = min(SpacyParser.blocks, count / SpacyParser.block + 1)
      held = [Int](repeating: -1, count: blocks)
      areAllHeld = blocks * SpacyParser.block >= count
      rows = workspace.rows.room(for: blocks * SpacyParser.block * width + width)
      copies = rows + blocks * SpacyParser.block * width
    }

    /// What a word adds at a place of the state, valid until eight more are asked for.
    func row(_ word: Int, at place: Int) -> UnsafePointer<Float> {
      let row = row(word) + place * SpacyParser.hidden
      if areAllHeld { return row }
      // The next word may push this one's block out.
      let copy = copies + place * SpacyParser.hidden
      copy.update(from: row, count: SpacyParser.hidden)
      return UnsafePointer(copy)
    }

    private func row(_ word: Int) -> UnsafePointer<Float> {
      let block = word / SpacyParser.block
      let slot = block % held.count
      let start = rows + slot * SpacyParser.block * width
      if held[slot] != block {
        let first = block * SpacyParser.block
        parser.lower.multiply(
          words + first * parser.length, stride: parser.length, rows: min(SpacyParser.block, count - first),
          into: start,
          outStride: width, kernel: parser.kernel)
        held[slot] = block
      }
      return UnsafePointer(start + (word - block * SpacyParser.block) * width)
    }
  }
}
