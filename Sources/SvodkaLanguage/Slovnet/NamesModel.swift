import CSvodkaKernel
import SvodkaKit

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Finds the names of a text: a linear chain of tags (`B-PER`, `I-PER`, …, `O`) over the features of the encoder.
final class NamesModel: Sendable {
  private struct Tag: Sendable {
    var type: EntityType?
    var begins: Bool
  }

  private let encoder: SlovnetEncoder
  private let head: PackedMatrix
  private let tags: [Tag]
  private nonisolated(unsafe) let bias: UnsafePointer<Float>
  private nonisolated(unsafe) let transitions: UnsafePointer<Float>
  private let kernel: MatrixKernel
  private let pack: ModelPack

  init(_ pack: ModelPack, words: SlovnetWords, kernel: MatrixKernel) throws(AnalysisError) {
    self.pack = pack
    self.kernel = kernel
    encoder = try SlovnetEncoder(pack, words: words, kernel: kernel)
    tags = try pack.lines("labels").map { label in
      let parts = label.split(separator: "-", maxSplits: 1)
      return Tag(type: parts.count == 2 ? EntityType(rawValue: String(parts[1])) : nil, begins: parts.first == "B")
    }
    guard tags.count <= Int(SVODKA_TAGS) else { throw ModelPack.refused(pack.path, "it has too many tags") }
    head = try pack.matrix("head", inner: encoder.features, columns: tags.count)
    bias = try pack.pointer("head.bias", count: tags.count)
    transitions = try pack.pointer("transitions", count: tags.count * tags.count)
  }

  /// The shapes of words as this model numbers them.
  var shapes: SlovnetShapes { encoder.shapes }

  /// A name as tokens.
  struct Name: Sendable {
    var tokens: Range<Int>
    var type: EntityType
    var confidence: Double
  }

  /// Readings of a text of so many tokens, nothing kept yet.
  func readings(tokens: Int) -> ModelReadings {
    ModelReadings(pack: pack.identity.name, features: encoder.features, tokens: tokens)
  }

  /// The names of a text, in order; what the model makes of each token goes to `readings`, where that is asked for.
  func names(
    in forms: [SlovnetForm], _ workspace: SlovnetWorkspace, readings: inout ModelReadings?
  ) -> [Name] {
    guard !forms.isEmpty else { return [] }
    let count = tags.count
    var emissions = [Float](repeating: 0, count: forms.count * count)
    var path = [UInt8](repeating: 0, count: forms.count)
    var history = [UInt8](repeating: 0, count: forms.count * count)
    forms.withUnsafeBufferPointer { forms in
      emissions.withUnsafeMutableBufferPointer { emissions in
        guard let base = emissions.baseAddress else { return }
        for start in stride(from: 0, to: forms.count, by: SlovnetEncoder.block) {
          let range = start..<min(start + SlovnetEncoder.block, forms.count)
          let features = encoder.encode(forms, range, workspace)
          head.multiply(
            features, stride: encoder.features, rows: range.count, into: base + start * count, outStride: count,
            .bias(bias), kernel: kernel)
          guard readings != nil else { continue }
          for row in 0..<range.count {
            let token = range.lowerBound + row
            withLeanings(base + token * count) {
              readings?.keep(
                $0, UnsafeBufferPointer(start: features + row * encoder.features, count: encoder.features), of: token)
            }
          }
        }
        svodka_best_path(base, Int64(forms.count), Int64(count), transitions, &history, &path)
      }
    }
    let names = names(on: path, emissions)
    for name in names { readings?.tag(name.tokens, name.type.rawValue) }
    return names
  }

  /// How far the scores of a token lead to each type over none.
  private func withLeanings(_ scores: UnsafePointer<Float>, _ body: (UnsafeBufferPointer<Float>) -> Void) {
    withUnsafeTemporaryAllocation(of: Float.self, capacity: ModelReadings.leanings) { best in
      best.initialize(repeating: -.infinity)
      var none = -Float.infinity
      for number in tags.indices {
        guard let type = tags[number].type else {
          none = max(none, scores[number])
          continue
        }
        best[type.column] = max(best[type.column], scores[number])
      }
      for k in best.indices { best[k] = best[k] == -.infinity ? -10 : best[k] - none }
      body(UnsafeBufferPointer(best))
    }
  }

  /// A name begins at `B`; what follows belongs to it up to the next `B` or `O`.
  private func names(on path: [UInt8], _ emissions: [Float]) -> [Name] {
    var found: [Name] = []
    var open: Name?
    func close() {
      if let name = open { found.append(name) }
      open = nil
    }
    for (token, number) in path.enumerated() {
      let tag = tags[Int(number)]
      guard let type = tag.type else {
        close()
        continue
      }
      if tag.begins {
        close()
        open = Name(tokens: token..<(token + 1), type: type, confidence: 1)
      }
      guard var name = open else { continue }
      name.tokens = name.tokens.lowerBound..<(token + 1)
      name.confidence = min(name.confidence, confidence(of: token, path, emissions))
      open = name
    }
    close()
    return found
  }

  /// How probable a tag is, given those on either side of it.
  private func confidence(of token: Int, _ path: [UInt8], _ emissions: [Float]) -> Double {
    let count = tags.count
    func score(_ tag: Int) -> Double {
      var score = Double(emissions[token * count + tag])
      if token > 0 { score += Double(transitions[Int(path[token - 1]) * count + tag]) }
      if token + 1 < path.count { score += Double(transitions[tag * count + Int(path[token + 1])]) }
      return score
    }
    let scores = (0..<count).map(score)
    let chosen = scores[Int(path[token])]
    return 1 / scores.reduce(0) { $0 + exp($1 - chosen) }
  }
}
