import CSvodkaKernel
import SvodkaKit

/// The word vectors that all Slovnet models share: a vocabulary of lower-case forms, and a product-quantised vector for each.
final class SlovnetWords: Sendable {
  /// The number of floats of a vector.
  let length: Int
  /// The SHA-256 of the vocabulary's text, by which a model says that it was trained with it.
  let digest: String
  /// The number that stands for all forms outside the vocabulary.
  let unknown: Int32
  private let table: WordTable
  private let parts: Int
  private let choices: Int
  // Both lie in the mapped pack, which `pack` keeps.
  private nonisolated(unsafe) let codes: UnsafeBufferPointer<UInt8>
  private nonisolated(unsafe) let centroids: UnsafeBufferPointer<Float>
  private let pack: ModelPack

  init(_ pack: ModelPack) throws(AnalysisError) {
    self.pack = pack
    let shape = try pack.array("shape", of: UInt32.self, count: 4).map(Int.init)
    (length, parts, choices) = (shape[1], shape[2], shape[3])
    table = try WordTable(pack)
    codes = try pack.array("codes", of: UInt8.self, count: shape[0] * parts)
    centroids = try pack.array("centroids", of: Float.self, count: choices * length)
    digest = try pack.lines("vocabulary").first ?? ""
    let mark = Array("<unk>".utf8).withUnsafeBytes { [table] in table.number(of: $0) }
    guard table.count == shape[0], length % parts == 0, choices <= 256, let mark else {
      throw ModelPack.refused(pack.path, "its vocabulary is broken")
    }
    unknown = Int32(mark)
  }

  /// The number of vectors.
  var count: Int { table.count }

  /// The number of a lower-case form, or `unknown`.
  func number(of form: UnsafeRawBufferPointer) -> Int32 { table.number(of: form).map { Int32($0) } ?? unknown }

  /// Writes the vector of a form.
  func decode(_ number: Int32, to vector: UnsafeMutablePointer<Float>) {
    guard let codes = codes.baseAddress, let centroids = centroids.baseAddress else { return }
    svodka_decode(
      codes + Int(number) * parts, centroids, Int64(parts), Int64(choices), Int64(length / parts), vector)
  }
}
