/// A tag with its features, as numbers that two comparisons of registers compare.
struct Grammar: Sendable {
  /// The number of the tag; 0 for one that has none.
  var tag: UInt8 = 0
  /// The number of the tag, of those that count as one.
  var likeTag: UInt8 = 0
  /// For each feature, by its slot, the number of its value; 0 where there is none.
  var features = SIMD32<UInt8>()

  /// True for the same tag with the same features.
  func isSame(as other: Grammar) -> Bool { tag == other.tag && features == other.features }

  /// How much two have in common: one for the tag, one for each feature of the slots that are compared.
  func likeness(to other: Grammar, compared: SIMD32<UInt8>) -> Int {
    let same = (features .== other.features) .& (features .!= 0) .& (compared .!= 0)
    let ones = SIMD32<UInt8>(repeating: 0).replacing(with: 1, where: same)
    return Int(ones.wrappedSum()) + (likeTag == other.likeTag ? 1 : 0)
  }
}

/// Numbers for tags, features and their values.
struct GrammarNumbers {
  private let sameTags: [String: String]
  private var tags: [String: UInt8] = [:]
  private var slots: [String: Int] = [:]
  private var values: [String: (slot: Int, value: UInt8)] = [:]
  /// Not 0 in the slots of the features that count for likeness.
  private(set) var compared = SIMD32<UInt8>()

  init(_ table: DictionaryTable) {
    sameTags = table.sameTags
    for feature in table.compared { if let slot = slot(of: feature) { compared[slot] = 1 } }
  }

  private mutating func slot(of feature: String) -> Int? {
    if let known = slots[feature] { return known }
    // More kinds of features than slots there are not; if there were, the last would not be told apart.
    guard slots.count < 32 else { return nil }
    slots[feature] = slots.count
    return slots.count - 1
  }

  private mutating func number(of tag: String) -> UInt8 {
    let number = tags[tag] ?? UInt8(truncatingIfNeeded: tags.count + 1)
    tags[tag] = number
    return number
  }

  /// Sets the tag.
  mutating func set(_ tag: String, in grammar: inout Grammar) {
    grammar.tag = number(of: tag)
    grammar.likeTag = number(of: sameTags[tag] ?? tag)
  }

  /// Sets a feature, given as `Case=Nom`.
  mutating func set(feature: String, in grammar: inout Grammar) {
    if let known = values[feature] {
      grammar.features[known.slot] = known.value
      return
    }
    guard let mark = feature.firstIndex(of: "="), let slot = slot(of: String(feature[..<mark])) else { return }
    let value = UInt8(truncatingIfNeeded: values.count + 1)
    values[feature] = (slot, value)
    grammar.features[slot] = value
  }
}
