import SvodkaKit
import SvodkaResources

/// Packs Navec word vectors (github.com/natasha/navec): product-quantised codes and centroids, and the vocabulary as a hash table.
///
/// `pq.bin` holds four uint32 (vectors, dimensions, sub-quantisers, centroids), a uint8 code for each vector and
/// sub-quantiser, and the centroids as float32; `vocab.bin` is gzip of a count, as many counts, and the words in lines.
struct NavecPackBuilder: PackBuilder {
  static let format = "navec"
  static let revision = 1

  func build(_ files: [String: [UInt8]], into pack: inout ModelPackWriter) throws(AnalysisError) {
    for (path, bytes) in files.sorted(by: { $0.key < $1.key }) {
      let tar = try TarArchive(bytes, name: path)
      guard let vectors = tar["pq.bin"], let packed = tar["vocab.bin"], let vocabulary = Gzip.inflated(packed),
        vectors.count > 16, vocabulary.count > 4
      else { throw SlovnetArchive.broken(path, "vectors or vocabulary are missing") }
      let shape = vectors.withUnsafeBytes { raw in
        (0..<4).map { Int(raw.loadUnaligned(fromByteOffset: 4 * $0, as: UInt32.self)) }
      }
      let (count, length, parts, centroids) = (shape[0], shape[1], shape[2], shape[3])
      let codes = vectors.dropFirst(16)
      guard codes.count == count * parts + 4 * centroids * length else {
        throw SlovnetArchive.broken(path, "the vectors do not fit their shape")
      }
      let words = vocabulary.withUnsafeBytes { raw in
        4 + 4 * Int(raw.loadUnaligned(as: UInt32.self))
      }
      guard words <= vocabulary.count else { throw SlovnetArchive.broken(path, "the vocabulary is cut off") }
      let text = Array(vocabulary[words...])
      pack.add("shape", numbers: shape.map { UInt32($0) })
      pack.add("vocabulary", lines: [SHA256.hex(text)])
      pack.add("codes", Array(codes.prefix(count * parts)))
      pack.add("centroids", Array(codes.dropFirst(count * parts)))
      try WordTable.add(text, count: count, to: &pack, path: path)
    }
  }
}
