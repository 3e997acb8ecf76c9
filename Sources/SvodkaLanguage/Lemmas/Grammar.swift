/// A tag with its features, numbered so that two can be compared quickly.
struct Grammar: Sendable, Hashable {
  /// The number of the tag, of those that count as one.
  var tag: Int
  /// The number of the whole, tag and all features: equal for equal ones.
  var whole: Int
  /// For each compared feature the number of its value; 0 where there is none.
  var compared: [UInt8]

  /// How much two have in common: one for the tag, one for each compared feature.
  func likeness(to other: Grammar) -> Int {
    var likeness = tag == other.tag ? 1 : 0
    for (mine, others) in zip(compared, other.compared) where mine != 0 && mine == others { likeness += 1 }
    return likeness
  }
}

/// Numbers for tags and features.
struct GrammarNumbers {
  private let sameTags: [String: String]
  private let compared: [String]
  private var tags: [String: Int] = [:]
  private var wholes: [String: Int] = [:]
  private var values: [String: UInt8] = [:]

  init(_ table: DictionaryTable) {
    sameTags = table.sameTags
    compared = table.compared
  }

  /// The grammar of a tag with its features in any order.
  mutating func grammar(tag: String, features: [String: String]) -> Grammar {
    let sorted = features.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
    let name = ([tag] + sorted).joined(separator: "|")
    return Grammar(
      tag: Self.number(of: sameTags[tag] ?? tag, &tags), whole: Self.number(of: name, &wholes),
      compared: compared.map { key in
        guard let value = features[key] else { return 0 }
        let known = values["\(key)=\(value)"] ?? UInt8(truncatingIfNeeded: values.count + 1)
        values["\(key)=\(value)"] = known
        return known
      })
  }

  private static func number(of name: String, _ numbers: inout [String: Int]) -> Int {
    let number = numbers[name] ?? numbers.count
    numbers[name] = number
    return number
  }
}
