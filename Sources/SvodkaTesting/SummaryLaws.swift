import Foundation
import SvodkaKit

/// What summing over documents has to obey, so that shards, resumed and parallel runs give the same.
enum SummaryLaws<Summary: Mergeable & Codable> {
  /// What is broken, in words; `parts` are the summaries of single documents.
  static func problems(_ parts: [Summary]) -> [String] {
    var found: Set<String> = []
    let line = { (summary: Summary) -> String in
      (try? JSONValueEncoder().encode(summary).json()) ?? "cannot be written"
    }
    let sum = { (summaries: [Summary]) -> Summary in
      summaries.reduce(into: Summary()) { $0.merge($1) }
    }
    for part in parts {
      var (left, right) = (Summary(), part)
      left.merge(part)
      right.merge(Summary())
      if line(left) != line(part) || line(right) != line(part) {
        found.insert("identity: merging an empty summary changes something")
      }
      if var keyed = part as? any DocumentKeyed {
        keyed.keep { _ in true }
        if (keyed as? Summary).map(line) != line(part) {
          found.insert("documents: keeping all documents changes something")
        }
      }
      if line(part) == "cannot be written" { found.insert("coding: a summary cannot be written") }
      if let packed = part as? any PackedCodable, Self.packedAndRead(packed).map(line) != line(part) {
        found.insert("coding: a summary that is stored as numbers and read is another")
      }
      if let data = try? JSONEncoder().encode(part) {
        let back = try? JSONDecoder().decode(Summary.self, from: data)
        if back.map(line) != line(part) { found.insert("coding: a summary that is written and read is another") }
      }
    }
    // The same document may not stand in both parts of a sum, so triples are of different documents.
    for i in parts.indices {
      for j in parts.indices where j > i {
        let (a, b) = (parts[i], parts[j])
        if line(sum([a, b])) != line(sum([b, a])) { found.insert("commutativity: a + b is not b + a") }
        for k in parts.indices where k > j {
          let c = parts[k]
          var right = b
          right.merge(c)
          var whole = a
          whole.merge(right)
          if line(whole) != line(sum([a, b, c])) { found.insert("associativity: a + (b + c) is not (a + b) + c") }
        }
      }
    }
    return found.sorted()
  }

  private static func packedAndRead<Packed: PackedCodable>(_ part: Packed) -> Summary? {
    var texts = StoredTexts()
    guard let numbers = try? part.packed(&texts) else { return nil }
    return try? Packed(packed: numbers, texts: texts) as? Summary
  }
}
