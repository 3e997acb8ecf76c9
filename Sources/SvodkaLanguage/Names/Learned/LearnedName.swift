import SvodkaKit

/// A name as the chain of labels has it.
package struct LearnedName: Sendable {
  package var tokens: Range<Int>
  package var type: EntityType
  /// How probable the least probable of its labels is.
  package var probability: Float
}

extension MentionChain {
  /// The names on the best path; `start` is the chain's first token.
  package func names(from start: Int) -> [LearnedName] {
    let path = best()
    let names = MentionLabel.names(path, from: start)
    guard !names.isEmpty else { return [] }
    let probable = probabilities()
    return names.map { name in
      LearnedName(
        tokens: name.tokens, type: name.type,
        probability: name.tokens.reduce(Float(1)) { least, i in
          min(least, probable[(i - start) * MentionLabel.count + path[i - start]])
        })
    }
  }
}

extension [LearnedName] {
  /// A name about which there is less doubt than this keeps its type, whatever the others say: Washington may be both.
  private static let certain: Float = 0.9

  /// Gives one type to the mentions of one name in a document: that for which most speaks.
  package mutating func settleTypes(_ tokens: [Token]) {
    var places: [UInt64: [Int]] = [:]
    for (k, name) in enumerated() {
      var key = UInt64(name.tokens.count)
      for i in name.tokens { key = StableHash.adding(0x20, to: key) ^ TokenTraits.stem(tokens[i].key) }
      places[key, default: []].append(k)
    }
    for same in places.values where same.count > 1 {
      var votes = [Float](repeating: 0, count: EntityType.allCases.count)
      for k in same { votes[self[k].type.column] += self[k].probability }
      guard let most = votes.indices.max(by: { votes[$0] < votes[$1] }) else { continue }
      for k in same where self[k].type.column != most && self[k].probability < Self.certain {
        // Of two mentions that differ and weigh alike, neither knows better.
        guard votes[most] > 1.5 * votes[self[k].type.column] || self[k].tokens.count > 1 else { continue }
        self[k].type = EntityType.allCases[most]
      }
    }
  }
}
