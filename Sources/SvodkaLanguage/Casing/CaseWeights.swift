package import SvodkaKit

/// How much each trait of a word speaks for each case. Made by the program `casing-training`, an averaged perceptron (Collins, 2002).
///
/// The table `Tables/casing.LANGUAGE.tsv` has a section a kind of trait, opened by `[KIND]`, and rows of a value and, behind a tab, whole numbers
/// for lower, title and upper case, in 16ths.
package struct CaseWeights: Sendable {
  /// Units of a written weight.
  package static let scale: Float = 16

  private var rows: [CaseTraits.Trait: SIMD3<Float>] = [:]

  /// Reads a table.
  ///
  /// - Throws: `R102` where it is broken.
  package init(_ bytes: [UInt8], file: String) throws(AnalysisError) {
    var kind: CaseTraits.Kind?
    for (number, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
      if line.isEmpty || line.first == 0x23 { continue }
      func broken(_ expected: String) -> AnalysisError {
        AnalysisError(.brokenResource, "expected \(expected)", location: .init(path: file, line: number + 1))
      }
      let cells = line.split(separator: 0x09, omittingEmptySubsequences: false)
      if cells.count == 1, line.first == 0x5B, line.last == 0x5D {
        kind = CaseTraits.Kind(rawValue: String(decoding: line.dropFirst().dropLast(), as: UTF8.self))
        if kind == nil {
          throw broken("a kind of trait: \(CaseTraits.Kind.allCases.map(\.rawValue).joined(separator: ", "))")
        }
        continue
      }
      guard let kind, cells.count == 2 else { throw broken("a value and its weights behind a tab") }
      let weights = cells[1].split(separator: 0x20).compactMap { Int(String(decoding: $0, as: UTF8.self)) }
      guard weights.count == WordCase.allCases.count else { throw broken("\(WordCase.allCases.count) whole numbers") }
      rows[.init(kind, String(decoding: cells[0], as: UTF8.self))] =
        SIMD3(Float(weights[0]), Float(weights[1]), Float(weights[2])) / Self.scale
    }
  }

  /// True for a word of the table.
  package func knows(_ key: String) -> Bool { rows[.init(.word, key)] != nil }

  /// The case of each word of a paragraph, from left to right; nil for what has none.
  package func cases(_ traits: CaseTraits) -> [WordCase?] {
    var before: WordCase?
    return traits.tokens.indices.map { i in
      guard traits.tokens[i].kind == .word else {
        before = nil
        return nil
      }
      var sum = SIMD3<Float>()
      for trait in traits.fixed(i, knows: knows) + traits.following(before, i, knows: knows) {
        if let row = rows[trait] { sum += row }
      }
      let best: WordCase = sum.x >= sum.y && sum.x >= sum.z ? .lower : sum.y >= sum.z ? .title : .upper
      before = traits.opens[i] && best != .upper ? nil : best
      return best
    }
  }
}
