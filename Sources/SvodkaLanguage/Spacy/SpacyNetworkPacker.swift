import SvodkaKit

/// Packs the networks of a pipeline: weights in the order in which the kernel reads them, products of the first layers multiplied out.
struct SpacyNetworkPacker {
  /// The word vectors of a pipeline, which its networks multiply each by a matrix of its own.
  struct Vectors {
    var count: Int
    var width: Int
    var values: [Float]
  }

  let vectors: Vectors?

  /// Adds token vectors: tables, the layer that mixes them, and the convolutions.
  ///
  /// Of the first convolution the products of a token with all three places of the window are one matrix, since they depend on
  /// the token alone.
  func add(
    _ description: SpacyArchitecture.TokenVectors, of model: ThincModel, as name: String,
    to pack: inout ModelPackWriter,
    path: String
  ) throws(AnalysisError) {
    let width = description.width
    let tables = model.layers("hashembed")
    let (maxouts, norms) = (model.layers("maxout"), model.layers("layernorm"))
    let inputs = description.attributes.count + (description.hasStaticVectors ? 1 : 0)
    guard tables.count == description.attributes.count, description.rows.count == tables.count,
      maxouts.count == description.depth + 1, norms.count == maxouts.count, width > 0, width % 16 == 0,
      description.depth > 0
    else { throw ThincModel.broken(path, "its layers are not those of its configuration") }
    var values: [Float] = []
    var seeds: [UInt32] = []
    for (table, rows) in zip(tables, description.rows) {
      guard let seed = table.attributes["seed"]?.int.flatMap(UInt32.init(exactly:)), rows > 0 else {
        throw ThincModel.broken(path, "a hashed embedding has no seed")
      }
      seeds.append(seed)
      values += try model.floats(table, "E", [rows, width])
    }
    pack.add(name + ".attributes", lines: description.attributes)
    pack.add(name + ".shape", numbers: [width, description.depth].map { UInt32($0) })
    pack.add(name + ".rows", numbers: description.rows.map { UInt32($0) })
    pack.add(name + ".seeds", numbers: seeds)
    pack.add(name + ".tables", numbers: values)
    if description.hasStaticVectors { try addStatic(model, name, width, &pack, path) }
    for (i, (maxout, norm)) in zip(maxouts, norms).enumerated() {
      let layer = i == 0 ? "\(name).mix" : "\(name).\(i)"
      let inner = i == 0 ? inputs * width : 3 * width
      let weights = columns(
        try model.floats(maxout, "W", [width, MaxoutLayer.pieces, inner]), inner: inner, outputs: width)
      let count = MaxoutLayer.columns(width)
      if i == 1 {
        // [channel][place * columns + column]
        var first = [Float](repeating: 0, count: width * 3 * count)
        for place in 0..<3 {
          for channel in 0..<width {
            for column in 0..<count {
              first[(channel * 3 + place) * count + column] = weights[(place * width + channel) * count + column]
            }
          }
        }
        pack.add(layer, numbers: PackedMatrix.pack(first, inner: width, columns: 3 * count))
      } else {
        pack.add(layer, numbers: PackedMatrix.pack(weights, inner: inner, columns: count))
      }
      let bias = try model.floats(maxout, "b", [width, MaxoutLayer.pieces])
      pack.add(layer + ".bias", numbers: columns(bias, inner: 1, outputs: width))
      pack.add(layer + ".scale", numbers: try model.floats(norm, "G", [width]))
      pack.add(layer + ".shift", numbers: try model.floats(norm, "b", [width]))
    }
  }

  /// Adds a layer whose largest output is the answer.
  func addSoftmax(
    _ model: ThincModel, as name: String, labels: [String], width: Int, to pack: inout ModelPackWriter
  ) throws(AnalysisError) {
    let layer = try model.layer("softmax")
    pack.add(
      name,
      numbers: PackedMatrix.pack(
        transposed(try model.floats(layer, "W", [labels.count, width]), rows: labels.count, columns: width),
        inner: width, columns: labels.count))
    pack.add(name + ".bias", numbers: try model.floats(layer, "b", [labels.count]))
    pack.add(name + ".labels", lines: labels)
  }

  /// `[output][piece][inner]` as `[inner][column]`, filled up with zeros.
  private func columns(_ weights: [Float], inner: Int, outputs: Int) -> [Float] {
    let count = MaxoutLayer.columns(outputs)
    var packed = [Float](repeating: 0, count: inner * count)
    for output in 0..<outputs {
      for piece in 0..<MaxoutLayer.pieces {
        let (from, column) = ((output * MaxoutLayer.pieces + piece) * inner, MaxoutLayer.column(output, piece))
        for k in 0..<inner { packed[k * count + column] = weights[from + k] }
      }
    }
    return packed
  }

  /// What each word vector adds to a token's embedding.
  private func addStatic(
    _ model: ThincModel, _ name: String, _ width: Int, _ pack: inout ModelPackWriter, _ path: String
  ) throws(AnalysisError) {
    guard let vectors else { throw ThincModel.broken(path, "its word vectors are missing") }
    let weights = try model.floats(model.layer("static_vectors"), "W", [width, vectors.width])
    let matrix = PackedMatrix(
      transposed(weights, rows: width, columns: vectors.width), inner: vectors.width, columns: width)
    var products = [Float](repeating: 0, count: vectors.count * width)
    products.withUnsafeMutableBufferPointer { products in
      vectors.values.withUnsafeBufferPointer { values in
        guard let from = values.baseAddress, let to = products.baseAddress else { return }
        matrix.multiply(from, stride: vectors.width, rows: vectors.count, into: to, outStride: width, kernel: .base)
      }
    }
    pack.add(name + ".static", numbers: products)
  }
}

/// A matrix with rows and columns exchanged.
func transposed(_ values: [Float], rows: Int, columns: Int) -> [Float] {
  var turned = [Float](repeating: 0, count: values.count)
  for row in 0..<rows {
    for column in 0..<columns { turned[column * rows + row] = values[row * columns + column] }
  }
  return turned
}
