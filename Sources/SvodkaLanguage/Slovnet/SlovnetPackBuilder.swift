import SvodkaKit
import SvodkaResources

/// Packs a Slovnet model (github.com/natasha/slovnet, the layout of `slovnet.exec`): weights in the order in which the
/// matrix kernel reads them.
///
/// Of the first convolution the part of the word is kept apart from the part of the shape, since both are functions of one
/// token alone: `first.words` gives for a word vector what it adds to the token before it, to its own and to the one behind it,
/// and `first.shapes` is that for every shape, multiplied out.
struct SlovnetPackBuilder: PackBuilder {
  static let format = "slovnet"
  static let revision = 1

  func build(_ files: [String: [UInt8]], into pack: inout ModelPackWriter) throws(AnalysisError) {
    for (path, bytes) in files.sorted(by: { $0.key < $1.key }) {
      let archive = try SlovnetArchive(bytes, name: path)
      let model = archive.model
      pack.add("embedding", lines: [model.emb.word.id, SHA256.hex(try archive.vocabulary("word"))])
      pack.add("shapes", try archive.vocabulary("shape"))
      try addFirst(archive, &pack)
      for (layer, name) in zip(model.encoder.layers.dropFirst(), ["second", "third"]) {
        let taps = try self.taps(layer.conv, archive)
        pack.add(
          name,
          numbers: PackedMatrix.pack(
            taps.flatMap { $0 }, inner: taps.count * taps[0].count / layer.conv.filters, columns: layer.conv.filters))
        try addSteps(layer, name, archive, &pack)
      }
      try addHeads(archive, &pack)
    }
  }

  /// The weights of a convolution as one row-major matrix [channel][filter] for each place of the kernel.
  private func taps(
    _ convolution: SlovnetModelFile.Convolution, _ archive: SlovnetArchive
  ) throws(AnalysisError) -> [[Float]] {
    let shape = convolution.weight.shape
    guard shape.count == 3, shape[2] == 3, convolution.padding == 1 else {
      throw SlovnetArchive.broken("model.json", "a convolution has another shape than expected")
    }
    let weights = try archive.floats(convolution.weight)
    return (0..<3).map { tap in
      (0..<(shape[0] * shape[1])).map { i in
        let (channel, filter) = i.quotientAndRemainder(dividingBy: shape[0])
        return weights[(filter * shape[1] + channel) * 3 + tap]
      }
    }
  }

  private func addFirst(_ archive: SlovnetArchive, _ pack: inout ModelPackWriter) throws(AnalysisError) {
    let model = archive.model
    guard model.encoder.layers.count == 3, let layer = model.encoder.layers.first,
      model.emb.shape.weight.shape.count == 2
    else { throw SlovnetArchive.broken("model.json", "the encoder has not three layers") }
    let filters = layer.conv.filters
    let (shapes, shapeLength) = (model.emb.shape.weight.shape[0], model.emb.shape.weight.shape[1])
    let wordLength = layer.conv.weight.shape[1] - shapeLength
    let taps = try taps(layer.conv, archive)
    // [channel][tap * filters + filter]
    var words = [Float](repeating: 0, count: wordLength * 3 * filters)
    for (tap, weights) in taps.enumerated() {
      for channel in 0..<wordLength {
        for filter in 0..<filters {
          words[(channel * 3 + tap) * filters + filter] = weights[channel * filters + filter]
        }
      }
    }
    pack.add("first.words", numbers: PackedMatrix.pack(words, inner: wordLength, columns: 3 * filters))
    let vectors = try archive.floats(model.emb.shape.weight)
    var sums = [Double](repeating: 0, count: shapes * 3 * filters)
    for shape in 0..<shapes {
      for (tap, weights) in taps.enumerated() {
        for k in 0..<shapeLength {
          let value = Double(vectors[shape * shapeLength + k])
          for filter in 0..<filters {
            sums[(shape * 3 + tap) * filters + filter] += value * Double(weights[(wordLength + k) * filters + filter])
          }
        }
      }
    }
    pack.add("first.shapes", numbers: sums.map { Float($0) })
    try addSteps(layer, "first", archive, &pack)
  }

  /// Bias, and the normalisation `(x - mean) / std * weight + bias` as one scale and one shift.
  private func addSteps(
    _ layer: SlovnetModelFile.Layer, _ name: String, _ archive: SlovnetArchive, _ pack: inout ModelPackWriter
  ) throws(AnalysisError) {
    let weight = try archive.floats(layer.norm.weight).map(Double.init)
    let bias = try archive.floats(layer.norm.bias).map(Double.init)
    let mean = try archive.floats(layer.norm.mean).map(Double.init)
    let std = try archive.floats(layer.norm.std).map(Double.init)
    let scale = zip(weight, std).map { $0 / $1 }
    pack.add(name + ".bias", numbers: try archive.floats(layer.conv.bias))
    pack.add(name + ".scale", numbers: scale.map { Float($0) })
    pack.add(name + ".shift", numbers: zip(bias, zip(mean, scale)).map { Float($0 - $1.0 * $1.1) })
  }

  private func addHeads(_ archive: SlovnetArchive, _ pack: inout ModelPackWriter) throws(AnalysisError) {
    let head = archive.model.head
    if let projection = head.proj {
      pack.add("labels", try archive.vocabulary("tag"))
      try addLinear(projection, "head", archive, &pack)
    }
    if let crf = head.crf { pack.add("transitions", numbers: try archive.floats(crf.transitions)) }
    guard let relation = archive.model.rel else { return }
    pack.add("labels", try archive.vocabulary("rel"))
    for (head, name) in [(head, "head"), (relation, "relation")] {
      guard let left = head.head, let right = head.tail, let root = head.root, let kernel = head.kernel else {
        throw SlovnetArchive.broken("model.json", "the heads are not those of a parser")
      }
      try addLinear(left.proj, name + ".head", archive, &pack)
      try addLinear(right.proj, name + ".tail", archive, &pack)
      pack.add(name + ".root", numbers: try archive.floats(root))
      pack.add(
        name + ".kernel",
        numbers: PackedMatrix.pack(
          try archive.floats(kernel), inner: kernel.shape[0], columns: kernel.shape[1]))
    }
  }

  private func addLinear(
    _ linear: SlovnetModelFile.Linear, _ name: String, _ archive: SlovnetArchive, _ pack: inout ModelPackWriter
  ) throws(AnalysisError) {
    pack.add(
      name,
      numbers: PackedMatrix.pack(
        try archive.floats(linear.weight), inner: linear.weight.shape[0], columns: linear.weight.shape[1]))
    pack.add(name + ".bias", numbers: try archive.floats(linear.bias))
  }
}

extension SlovnetModelFile.Convolution {
  fileprivate var filters: Int { weight.shape[0] }
}
