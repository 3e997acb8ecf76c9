/// Finds among the surnames of a block those that sound nearly like one, by the edit distance of their sound codes: a few
/// dozen nanoseconds each, against a microsecond for the distance of spellings.
struct FamilySounds {
  /// The first twelve sounds, five bits each, the first lowest.
  private struct Sounds {
    var packed: UInt64 = 0
    var count = 0

    init(_ code: String) {
      for byte in code.utf8.prefix(12) {
        packed |= UInt64(byte & 31) << UInt64(5 * count)
        count += 1
      }
    }
  }

  private var sounds: [Sounds] = []
  private var families: [Int] = []

  /// Adds a surname of a family; a family may have several.
  mutating func add(_ code: String, of family: Int) {
    sounds.append(Sounds(code))
    families.append(family)
  }

  /// The families that sound nearly like it, ascending, of the first `most` surnames.
  func near(_ code: String, most: Int) -> [Int] {
    let wanted = Sounds(code)
    var places = [UInt64](repeating: 0, count: 32)
    for place in 0..<wanted.count { places[Int(wanted.packed >> UInt64(5 * place) & 31)] |= 1 << UInt64(place) }
    var found: [Int] = []
    for (number, other) in sounds.prefix(most).enumerated() {
      let longer = max(wanted.count, other.count)
      let limit = longer <= 4 ? 1 : longer <= 8 ? 2 : 3
      guard abs(wanted.count - other.count) <= limit,
        wanted.packed == other.packed || Self.distance(wanted, places, other) <= limit,
        found.last != families[number]
      else { continue }
      found.append(families[number])
    }
    return found
  }

  /// Levenshtein's distance, a column in a few operations on words: Myers 1999, in Hyyrö's form for whole strings.
  private static func distance(_ a: Sounds, _ places: [UInt64], _ b: Sounds) -> Int {
    guard a.count > 0 else { return b.count }
    let last: UInt64 = 1 << UInt64(a.count - 1)
    var (plus, minus) = (~UInt64(0), UInt64(0))
    var distance = a.count
    for place in 0..<b.count {
      let equal = places[Int(b.packed >> UInt64(5 * place) & 31)]
      let vertical = equal | minus
      let horizontal = (((equal & plus) &+ plus) ^ plus) | equal
      var up = minus | ~(horizontal | plus)
      var down = plus & horizontal
      if up & last != 0 { distance += 1 }
      if down & last != 0 { distance -= 1 }
      up = up << 1 | 1
      down <<= 1
      plus = down | ~(vertical | up)
      minus = up & vertical
    }
    return distance
  }
}
