import SvodkaKit

/// Packs the networks that score transitions: a linear layer over token vectors, a layer whose products with each place of a state are
/// summed, and the scores over its maxima.
struct SpacyTransitionPacker {
  /// spaCy's numbers of the moves of names.
  private enum NameAction {
    static let begin = 1
    static let inside = 2
    static let last = 3
    static let unit = 4
    static let out = 5
  }

  private let width: Int
  private let places: Int
  private let count: Int
  private let hidden = SpacyArchitecture.hiddenWidth
  private let path: String
  /// `[hidden][width]`, `[hidden]`.
  private let linear: [Float]
  private let linearBias: [Float]
  /// `[place][hidden][piece][hidden]`.
  private let lower: [Float]
  private let lowerBias: [Float]
  private let padding: [Float]
  /// `[move][hidden]`.
  private let upper: [Float]
  private let upperBias: [Float]
  private let moves: [SpacyMove]

  init(_ model: ThincModel, moves: [SpacyMove], places: Int, width: Int, path: String) throws(AnalysisError) {
    self.moves = moves
    self.places = places
    self.width = width
    self.path = path
    count = moves.count
    let linears = model.layers("linear")
    let affine = try model.layer("precomputable_affine")
    // Layers stand from the outside inward: scores before the layer over token vectors.
    guard linears.count == 2 else { throw ThincModel.broken(path, "its layers are not those of a transition model") }
    let (upper, linear) = (linears[0], linears[1])
    self.linear = try model.floats(linear, "W", [hidden, width])
    linearBias = try model.floats(linear, "b", [hidden])
    lower = try model.floats(affine, "W", [places, hidden, 2, hidden])
    lowerBias = try model.floats(affine, "b", [hidden, 2])
    padding = try model.floats(affine, "pad", [1, places, hidden, 2])
    self.upper = try model.floats(upper, "W", [moves.count, hidden])
    upperBias = try model.floats(upper, "b", [moves.count])
  }

  /// Adds the sections of `SpacyNames`.
  func addNames(to pack: inout ModelPackWriter) throws(AnalysisError) {
    func indices(_ action: Int) -> [Int] {
      moves.indices.filter { moves[$0].action == action && !moves[$0].label.isEmpty }
    }
    let labels = indices(NameAction.begin).map { moves[$0].label }
    func index(_ action: Int, _ label: String) throws(AnalysisError) -> Int {
      guard let index = moves.firstIndex(of: SpacyMove(action: action, label: label)) else {
        throw ThincModel.broken(path, "the move \(action) of '\(label)' is missing")
      }
      return index
    }
    guard places == 3 else { throw ThincModel.broken(path, "its states have \(places) places") }
    pack.add("ner.labels", lines: labels)
    for (place, name) in ["ner.front", "ner.start", "ner.last"].enumerated() {
      pack.add(name, numbers: PackedMatrix.pack(product(place), inner: width, columns: 2 * hidden))
    }
    let constants = (0..<places).map(constant)
    let pads = (0..<places).map { pad($0) }
    let bias = halves(lowerBias)
    pack.add(
      "ner.front.bias", numbers: (0..<(2 * hidden)).map { bias[$0] + constants[0][$0] + pads[1][$0] + pads[2][$0] })
    pack.add(
      "ner.open.bias",
      numbers: (0..<(2 * hidden)).map { constants[1][$0] + constants[2][$0] - pads[1][$0] - pads[2][$0] })
    var order = indices(NameAction.begin)
    for label in labels { order.append(try index(NameAction.unit, label)) }
    order.append(try index(NameAction.out, ""))
    let rows = order.flatMap { upper[($0 * hidden)..<(($0 + 1) * hidden)] }
    pack.add(
      "ner.closed",
      numbers: PackedMatrix.pack(
        transposed(rows, rows: order.count, columns: hidden), inner: hidden, columns: order.count))
    pack.add("ner.closed.bias", numbers: order.map { upperBias[$0] })
    var open: [Int] = []
    for label in labels { open += [try index(NameAction.inside, label), try index(NameAction.last, label)] }
    pack.add("ner.open", numbers: open.flatMap { upper[($0 * hidden)..<(($0 + 1) * hidden)] })
    pack.add("ner.open.scores", numbers: open.map { upperBias[$0] })
  }

  /// Adds the sections of `SpacyParser`.
  func addParser(to pack: inout ModelPackWriter) throws(AnalysisError) {
    guard places == 8, moves.map(\.action) == moves.map(\.action).sorted() else {
      throw ThincModel.broken(path, "its states have \(places) places")
    }
    pack.add("parser.moves", lines: moves.map(\.line))
    pack.add(
      "parser.linear",
      numbers: PackedMatrix.pack(transposed(linear, rows: hidden, columns: width), inner: width, columns: hidden))
    pack.add("parser.linear.bias", numbers: linearBias)
    // [inner][place][piece][output]
    var weights = [Float](repeating: 0, count: lower.count)
    let columns = places * 2 * hidden
    for place in 0..<places {
      for output in 0..<hidden {
        for piece in 0..<2 {
          let from = ((place * hidden + output) * 2 + piece) * hidden
          let column = (place * 2 + piece) * hidden + output
          for k in 0..<hidden { weights[k * columns + column] = lower[from + k] }
        }
      }
    }
    pack.add("parser.lower", numbers: PackedMatrix.pack(weights, inner: hidden, columns: columns))
    pack.add("parser.lower.bias", numbers: halves(lowerBias))
    pack.add("parser.padding", numbers: (0..<places).flatMap { pad($0) })
    pack.add(
      "parser.upper",
      numbers: PackedMatrix.pack(transposed(upper, rows: count, columns: hidden), inner: hidden, columns: count))
    pack.add("parser.upper.bias", numbers: upperBias)
  }

  /// `[output][piece]` as `[piece][output]`.
  private func halves(_ values: [Float]) -> [Float] { transposed(values, rows: hidden, columns: 2) }

  private func pad(_ place: Int) -> [Float] {
    halves(Array(padding[(place * 2 * hidden)..<((place + 1) * 2 * hidden)]))
  }

  /// What a place adds for any token: its weights times the bias of the linear layer.
  private func constant(_ place: Int) -> [Float] {
    (0..<(2 * hidden)).map { column in
      let from = ((place * hidden + column % hidden) * 2 + column / hidden) * hidden
      return Float((0..<hidden).reduce(0.0) { $0 + Double(lower[from + $1]) * Double(linearBias[$1]) })
    }
  }

  /// The linear layer and the weights of a place in one: `[width][piece][output]`.
  private func product(_ place: Int) -> [Float] {
    var product = [Float](repeating: 0, count: width * 2 * hidden)
    var sums = [Double](repeating: 0, count: width)
    for column in 0..<(2 * hidden) {
      let from = ((place * hidden + column % hidden) * 2 + column / hidden) * hidden
      for i in 0..<width { sums[i] = 0 }
      for k in 0..<hidden {
        let weight = Double(lower[from + k])
        for i in 0..<width { sums[i] += weight * Double(linear[k * width + i]) }
      }
      for i in 0..<width { product[i * 2 * hidden + column] = Float(sums[i]) }
    }
    return product
  }
}
