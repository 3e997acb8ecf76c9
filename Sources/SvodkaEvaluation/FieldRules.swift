import SvodkaKit

/// Compares fields and places of two records as a comparison declares.
struct FieldRules: Sendable {
  let comparison: Comparison
  let mode: Comparison.Mode
  let names: NameLikeness

  /// True when a finding has everything that makes it gold's; `ignoring` leaves a field out.
  func agree(_ found: Record, _ gold: Record, ignoring ignored: String? = nil) -> Bool {
    comparison.identity.allSatisfy { $0.key == ignored || isSame($0, found, gold) } && liesRight(found, gold)
  }

  /// True when the finding lies where the mode wants it.
  func liesRight(_ found: Record, _ gold: Record) -> Bool {
    switch mode {
    case .type: return comparison.parts == nil || found.quote == gold.quote
    case .exact: return found.place != nil && found.place == gold.place
    case .overlap: return overlap(found, gold)
    }
  }

  /// True when both share a character.
  func overlap(_ a: Record, _ b: Record) -> Bool {
    guard let a = a.place, let b = b.place else { return false }
    return max(a.lowerBound, b.lowerBound) < min(a.upperBound, b.upperBound)
  }

  /// True when the values of a field are the same by its rule; references are not looked at here.
  func isSame(_ field: Comparison.Field, _ found: Record, _ gold: Record) -> Bool {
    switch field.rule {
    case .equal: return found.value(field.key) == gold.value(field.key)
    case .reference: return true
    case .name(let alternatives, let ignoringGeneric):
      var wanted = Record.names(gold.value(field.key))
      for key in alternatives { wanted += Record.names(gold.value(key)) }
      var given = Record.names(found.value(field.key))
      if ignoringGeneric {
        wanted.removeAll(where: names.isGeneric)
        given.removeAll(where: names.isGeneric)
      }
      if wanted.isEmpty && given.isEmpty { return true }
      return wanted.contains { name in given.contains { names.same(name, $0) } }
    }
  }

  /// True when a record gives a field; a word for people in general says nothing where the rule has it so.
  func isGiven(_ field: Comparison.Field, _ record: Record) -> Bool {
    guard let value = record.value(field.key) else { return false }
    guard case .name(let alternatives, let ignoringGeneric) = field.rule else { return true }
    let names = Record.names(value) + alternatives.flatMap { Record.names(record.value($0)) }
    return names.contains { !(ignoringGeneric && self.names.isGeneric($0)) }
  }

  /// True when a record says that there is nothing, such as a toll of zero.
  func saysNothing(_ record: Record) -> Bool {
    !comparison.nothing.isEmpty && comparison.nothing.allSatisfy { record.fields[$0.key] == $0.value }
  }
}
