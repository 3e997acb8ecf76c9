#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
import SvodkaKit

/// The `model.json` of a Slovnet archive: the graph of layers, each weight with its shape and the number of its array.
struct SlovnetModelFile: Decodable {
  struct Weight: Decodable {
    var shape: [Int]
    var dtype: String
    var array: Int?
  }
  struct Linear: Decodable {
    var weight: Weight
    var bias: Weight
  }
  struct Convolution: Decodable {
    var weight: Weight
    var bias: Weight
    var padding: Int
  }
  struct Normalisation: Decodable {
    var weight: Weight
    var bias: Weight
    var mean: Weight
    var std: Weight
  }
  struct Layer: Decodable {
    var conv: Convolution
    var norm: Normalisation
  }
  struct Encoder: Decodable { var layers: [Layer] }
  struct Words: Decodable { var id: String }
  struct Shapes: Decodable { var weight: Weight }
  struct Embedding: Decodable {
    var word: Words
    var shape: Shapes
  }
  struct Projected: Decodable { var proj: Linear }
  struct Transitions: Decodable { var transitions: Weight }
  /// The union of what the heads of the three kinds of models have.
  struct Head: Decodable {
    var proj: Linear?
    var crf: Transitions?
    var head: Projected?
    var tail: Projected?
    var root: Weight?
    var kernel: Weight?
  }

  var emb: Embedding
  var encoder: Encoder
  var head: Head
  var rel: Head?
}

/// A Slovnet archive with its arrays.
struct SlovnetArchive {
  let model: SlovnetModelFile
  private let tar: TarArchive
  private let name: String

  init(_ bytes: [UInt8], name: String) throws(AnalysisError) {
    self.name = name
    tar = try TarArchive(bytes, name: name)
    guard let json = tar["model.json"] else { throw Self.broken(name, "model.json is missing") }
    do { model = try JSONDecoder().decode(SlovnetModelFile.self, from: Data(json)) } catch {
      throw Self.broken(name, "model.json: \(error)")
    }
  }

  /// The numbers of a weight, in C order.
  func floats(_ weight: SlovnetModelFile.Weight) throws(AnalysisError) -> [Float] {
    guard weight.dtype == "float32", let number = weight.array, let bytes = tar["arrays/\(number).bin"],
      bytes.count == 4 * weight.shape.reduce(1, *)
    else { throw Self.broken(name, "an array does not fit its shape") }
    return bytes.withUnsafeBytes { raw in
      (0..<(raw.count / 4)).map { Float(bitPattern: raw.loadUnaligned(fromByteOffset: 4 * $0, as: UInt32.self)) }
    }
  }

  /// A vocabulary as text, one word a line.
  func vocabulary(_ kind: String) throws(AnalysisError) -> [UInt8] {
    guard let packed = tar["vocabs/\(kind).gz"], let text = Gzip.inflated(packed) else {
      throw Self.broken(name, "the vocabulary '\(kind)' is damaged")
    }
    return text
  }

  static func broken(_ name: String, _ reason: String) -> AnalysisError {
    AnalysisError(.brokenModel, "the model cannot be read, \(reason)", location: .init(path: name))
  }
}
