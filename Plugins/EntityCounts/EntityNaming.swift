import SvodkaKit

extension EntitySummary.Cell {
  /// The entity's name, by the spellings of all documents.
  func name(in script: ReportScript) -> ReportName { EntitySummary.name(spellings, entity: id, in: script) }

  /// The cell by the entities that are meant: most often one, several where a person has split it.
  func parts(by joins: EntityJoins) -> [(id: String, cell: EntitySummary.Cell)] {
    if let only = joins.identity(ofUnsplit: id) { return [(only, self)] }
    var parts: [String: EntitySummary.Cell] = [:]
    var empty = self
    (empty.atoms, empty.evidence) = ([], [])
    for atom in atoms { parts[joins.identity(of: id, in: atom.document), default: empty].atoms.append(atom) }
    if parts.count == 1, let only = parts.keys.first { return [(only, self)] }
    for kept in evidence {
      parts[joins.identity(of: id, in: kept.quote.document), default: empty].evidence.append(kept)
    }
    return parts.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }
}

extension EntitySummary {
  /// What an entity is called: in each script the name that most documents have, of equally frequent ones the longest, then the first.
  static func name(_ spellings: [Spelling], entity: String, in script: ReportScript) -> ReportName {
    func best(_ wanted: (Spelling) -> Bool) -> String? {
      spellings.filter(wanted).min {
        $0.documents != $1.documents
          ? $0.documents > $1.documents
          : $0.name.utf8.count != $1.name.utf8.count ? $0.name.utf8.count > $1.name.utf8.count : $0.name < $1.name
      }?.name
    }
    let original = best { $0.language.isEmpty } ?? best { _ in true } ?? entity
    let latin = best { Alphabet(of: $0.name) == .latin }
    let cyrillic = best { Alphabet(of: $0.name) == .cyrillic }
    let shown =
      switch script {
      case .original: original
      case .latin: latin ?? original
      case .cyrillic: cyrillic ?? original
      }
    return ReportName(shown, latin: latin, cyrillic: cyrillic, original: original, entity: entity)
  }

  /// In which letters a name is written, told by its first letter.
  private enum Alphabet {
    case latin, cyrillic

    init?(of name: String) {
      for scalar in name.unicodeScalars {
        switch scalar.value {
        case 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F, 0x1E00...0x1EFF: self = .latin
        case 0x400...0x52F: self = .cyrillic
        default: continue
        }
        return
      }
      return nil
    }
  }
}
