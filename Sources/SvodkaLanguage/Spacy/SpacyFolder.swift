import SvodkaKit
import SvodkaResources

/// The files of a pipeline as spaCy writes them.
struct SpacyFolder {
  /// Word vectors, and which row each word has, sorted by the word's number.
  struct Vectors {
    var values: SpacyNetworkPacker.Vectors
    var rows: [(key: UInt64, row: Int32)]
  }

  private let files: [String: [UInt8]]
  /// What stands before every path; ends with a slash.
  let path: String

  init(files: [String: [UInt8]], path: String) {
    self.files = files
    self.path = path
  }

  func has(_ name: String) -> Bool { files[path + name] != nil }

  func file(_ name: String) throws(AnalysisError) -> [UInt8] {
    guard let bytes = files[path + name] else {
      throw AnalysisError(.brokenModel, "the model cannot be used: its file '\(name)' is missing")
    }
    return bytes
  }

  /// The network of a component, and where it was.
  func model(_ component: String) throws(AnalysisError) -> (model: ThincModel, path: String) {
    let name = "\(component)/model"
    return (try ThincModel(file(name), path: path + name), path + name)
  }

  /// The labels of a tagger or morphologizer, in the order of the network's outputs.
  func labels(of component: String) throws(AnalysisError) -> [String] {
    let name = "\(component)/cfg"
    // JSON is YAML, and this reader keeps the order of keys.
    guard case .mapping(let entries) = try YAMLReader().read(file(name), file: path + name).content else {
      throw ThincModel.broken(path + name, "its settings cannot be read")
    }
    for entry in entries {
      switch (entry.key, entry.value.content) {
      case ("labels", .sequence(let labels)):
        return labels.compactMap { if case .string(let label) = $0.content { label } else { nil } }
      case ("labels_morph", .mapping(let labels)): return labels.map(\.key)
      default: continue
      }
    }
    throw ThincModel.broken(path + name, "it names no labels")
  }

  /// The word vectors; nil for a pipeline without.
  func vectors() throws(AnalysisError) -> Vectors? {
    guard has("vocab/vectors") else { return nil }
    let (name, keys) = (path + "vocab/vectors", path + "vocab/key2row")
    let array = try NumpyArray(file("vocab/vectors"), name: name)
    guard array.shape.count == 2, array.shape[0] > 0, array.shape[1] > 0 else { return nil }
    var rows: [(key: UInt64, row: Int32)] = []
    for entry in try MessagePackValue(file("vocab/key2row"), name: keys).map ?? [] {
      guard let key = entry.key.hash, let row = entry.value.int, row >= 0, row < array.shape[0] else {
        throw ThincModel.broken(keys, "a word has no row")
      }
      rows.append((key, Int32(row)))
    }
    rows.sort { $0.key < $1.key }
    return Vectors(
      values: .init(count: array.shape[0], width: array.shape[1], values: array.floats), rows: rows)
  }
}

/// An array in NumPy's own format (NEP 1): floats, row-major, little-endian.
struct NumpyArray {
  let shape: [Int]
  let floats: [Float]

  /// - Throws: `R103` for another format or type.
  init(_ bytes: [UInt8], name: String) throws(AnalysisError) {
    func broken(_ reason: String) -> AnalysisError { ThincModel.broken(name, reason) }
    guard bytes.count >= 10, bytes.starts(with: [0x93] + Array("NUMPY".utf8)), bytes[6] == 1 else {
      throw broken("it is no array of NumPy")
    }
    let length = Int(bytes[8]) | Int(bytes[9]) << 8
    guard bytes.count >= 10 + length else { throw broken("it is cut off") }
    let header = String(decoding: bytes[10..<(10 + length)], as: UTF8.self)
    guard header.contains("'descr': '<f4'"), header.contains("'fortran_order': False"),
      let open = header.firstIndex(of: "("), let close = header.firstIndex(of: ")"), open < close
    else { throw broken("it is no array of 32-bit floats") }
    shape = header[header.index(after: open)..<close].split(separator: ",").compactMap { part in
      Int(part.filter { $0 != " " })
    }
    let data = bytes[(10 + length)...]
    guard shape.reduce(1, { $0.multipliedReportingOverflow(by: $1).partialValue }) * 4 == data.count else {
      throw broken("it has another size than its shape")
    }
    floats = data.withUnsafeBytes { raw in
      (0..<(raw.count / 4)).map { raw.loadUnaligned(fromByteOffset: 4 * $0, as: Float.self) }
    }
  }
}
