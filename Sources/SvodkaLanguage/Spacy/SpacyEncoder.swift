import SvodkaKit
import Synchronization

/// Vectors of tokens: hashed embeddings of their forms, mixed by a layer, then convolutions over neighbours.
///
/// All that depends on the form alone is kept for the forms seen lately: the vector, and its products with the three places of
/// the first convolution's window.
final class SpacyEncoder: Sendable {
  /// How many tokens go through the layers together: what fits into the second-level cache.
  static let block = 192
  /// Rows of one generation of the cache of forms.
  private static let cachedForms = 6144

  private enum Attribute: String, Sendable {
    case norm = "NORM"
    case prefix = "PREFIX"
    case suffix = "SUFFIX"
    case shape = "SHAPE"
    case space = "SPACY"
    case isSpace = "IS_SPACE"
  }

  private struct Table: Sendable {
    let attribute: Attribute
    let seed: UInt32
    let rows: UInt32
    let first: Int
  }

  /// Rows by form, as long as the forms have their numbers.
  private struct Cache: Sendable {
    let generation: Int
    let rows: FormCache
  }

  /// The length of a vector.
  let width: Int
  private let tables: [Table]
  private nonisolated(unsafe) let values: UnsafePointer<Float>
  private let vectors: SpacyVectors?
  private nonisolated(unsafe) let products: UnsafePointer<Float>?
  private let mix: MaxoutLayer
  private let windows: PackedMatrix
  private let layers: [MaxoutLayer]
  private let kernel: MatrixKernel
  private let cache: Mutex<Cache?>

  /// Reads the token vectors of a name, such as `ner.vectors`.
  init(_ pack: ModelPack, _ name: String, vectors: SpacyVectors?, kernel: MatrixKernel) throws(AnalysisError) {
    let shape = try pack.array(name + ".shape", of: UInt32.self, count: 2)
    let width = Int(shape[0])
    let attributes = try pack.lines(name + ".attributes")
    let rows = try pack.array(name + ".rows", of: UInt32.self, count: attributes.count)
    let seeds = try pack.array(name + ".seeds", of: UInt32.self, count: attributes.count)
    var tables: [Table] = []
    var first = 0
    for (i, attribute) in attributes.enumerated() {
      guard let attribute = Attribute(rawValue: attribute) else {
        throw ModelPack.refused(pack.path, "it embeds '\(attribute)'")
      }
      tables.append(Table(attribute: attribute, seed: seeds[i], rows: rows[i], first: first))
      first += Int(rows[i])
    }
    self.tables = tables
    self.width = width
    self.kernel = kernel
    values = try pack.pointer(name + ".tables", count: first * width)
    let hasProducts = pack.names.contains(name + ".static")
    guard !hasProducts || vectors != nil else { throw ModelPack.refused(pack.path, "its word vectors are missing") }
    self.vectors = hasProducts ? vectors : nil
    products = hasProducts ? try pack.pointer(name + ".static", count: (vectors?.count ?? 0) * width) : nil
    mix = try MaxoutLayer(
      pack, name + ".mix", inner: (tables.count + (hasProducts ? 1 : 0)) * width, outputs: width)
    windows = try pack.matrix(name + ".1", inner: width, columns: 3 * MaxoutLayer.columns(width))
    var layers = [try MaxoutLayer(pack, name + ".1", inner: width, outputs: width, hasWeights: false)]
    for i in 2..<(max(2, Int(shape[1]) + 1)) {
      layers.append(try MaxoutLayer(pack, "\(name).\(i)", inner: 3 * width, outputs: width))
    }
    self.layers = layers
    cache = Mutex(nil)
  }

  private var rowLength: Int { width + 3 * MaxoutLayer.columns(width) }

  /// The vectors of the tokens `range`, which may be any part of the text: the result is the same, bit for bit.
  ///
  /// - Returns: `range.count` rows of `width` floats, valid until the workspace is used again.
  func encode(_ text: SpacyTokens, _ range: Range<Int>, _ workspace: SpacyWorkspace) -> UnsafeMutablePointer<Float> {
    var reach = layers.count - 1
    // Rows before and behind the text are zeros to the first layer and go through the others like tokens.
    var count = range.count + 2 * reach
    var rows = workspace.even.room(for: (count + 2) * width)
    var other = workspace.odd.room(for: (count + 2) * width)
    addFirst(text, range.lowerBound - reach, count, workspace, rows)
    for layer in layers.dropFirst() {
      reach -= 1
      count -= 2
      for row in 0..<count { workspace.added[row] = UnsafePointer(rows + (row + 1) * width) }
      layer.apply(
        rows, stride: width, count: count, into: other, outStride: width, added: workspace.added,
        products: workspace.products, kernel: kernel)
      swap(&rows, &other)
    }
    return rows
  }

  /// The first convolution: for each row the sum of what three tokens add to it.
  private func addFirst(
    _ text: SpacyTokens, _ start: Int, _ count: Int, _ workspace: SpacyWorkspace, _ rows: UnsafeMutablePointer<Float>
  ) {
    let tokens = text.tokens
    workspace.forms.removeAll(keepingCapacity: true)
    for i in (start - 1)..<(start + count + 1) {
      workspace.forms.append(tokens.indices.contains(i) ? tokens[i].form << 1 | (tokens[i].hasSpaceAfter ? 1 : 0) : -1)
    }
    let needed = workspace.forms.count
    workspace.makeRoom(rows: needed)
    var kept: [FormCache.Generation] = []
    let known = rowCache(of: text.forms)
    workspace.pointers.withUnsafeMutableBufferPointer { pointers in
      guard let base = pointers.baseAddress else { return }
      for from in stride(from: 0, to: needed, by: Self.cachedForms / 4) {
        let to = min(from + Self.cachedForms / 4, needed)
        kept += known.point(to: workspace.forms[from..<to], base + from) { missing, target in
          compute(missing, text.forms, workspace, target)
        }
      }
    }
    let columns = MaxoutLayer.columns(width)
    withExtendedLifetime(kept) {
      for row in 0..<count {
        for place in 0..<3 {
          workspace.parts[3 * row + place] = workspace.pointers[row + place].map { $0 + width + place * columns }
        }
        workspace.added[row] = workspace.pointers[row + 1]
      }
      layers[0].apply(
        sums: workspace.parts, parts: 3, count: count, into: rows, outStride: width, added: workspace.added,
        kernel: kernel)
    }
  }

  private func rowCache(of forms: SpacyForms) -> FormCache {
    cache.withLock { cache in
      if let cache, cache.generation == forms.generation {
        cache.rows.cover(2 * forms.count)
        return cache.rows
      }
      let fresh = FormCache(forms: 2 * forms.count, rowLength: rowLength, capacity: Self.cachedForms)
      cache = Cache(generation: forms.generation, rows: fresh)
      return fresh
    }
  }

  /// The vectors of forms that are not in the cache, each with its products.
  private func compute(
    _ missing: [Int32], _ forms: SpacyForms, _ workspace: SpacyWorkspace, _ target: UnsafeMutablePointer<Float>
  ) {
    let inner = mix.inner
    let inputs = workspace.missing.room(for: missing.count * inner)
    for (row, number) in missing.enumerated() {
      embed(forms[number >> 1], hasSpaceAfter: number & 1 == 1, to: inputs + row * inner)
    }
    mix.apply(
      inputs, stride: inner, count: missing.count, into: target, outStride: rowLength, added: nil,
      products: workspace.products, kernel: kernel)
    windows.multiply(
      target, stride: rowLength, rows: missing.count, into: target + width, outStride: rowLength, kernel: kernel)
  }

  private func embed(_ form: SpacyForm, hasSpaceAfter: Bool, to row: UnsafeMutablePointer<Float>) {
    for (i, table) in tables.enumerated() {
      let key: UInt64 =
        switch table.attribute {
        case .norm: form.normID
        case .prefix: form.prefixID
        case .suffix: form.suffixID
        case .shape: form.shapeID
        case .space: hasSpaceAfter ? 1 : 0
        case .isSpace: form.isSpace ? 1 : 0
        }
      let words = EmbeddingHash.words(of: key, seed: table.seed)
      func vector(_ word: UInt32) -> UnsafePointer<Float> { values + (table.first + Int(word % table.rows)) * width }
      let (a, b, c, d) = (vector(words.0), vector(words.1), vector(words.2), vector(words.3))
      let to = row + i * width
      for k in 0..<width { to[k] = a[k] + b[k] + c[k] + d[k] }
    }
    guard let vectors, let products else { return }
    let to = row + tables.count * width
    if let found = vectors.row(of: form.textID) {
      to.update(from: products + found * width, count: width)
    } else {
      to.update(repeating: 0, count: width)
    }
  }
}
