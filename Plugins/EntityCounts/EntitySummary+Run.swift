import SvodkaLanguage
public import SvodkaNames

extension EntitySummary {
  /// Adds the entities as the documents name them, so that they can be joined over a whole run. What is ambiguous in a document stays
  /// so, and a second bearer of a name is known in its document alone.
  public func add(to entities: inout RunEntities) {
    for cell in cells where !cell.id.contains("-") {
      guard let type = EntityType(rawValue: cell.type) else { continue }
      for spelling in cell.spellings where spelling.language.isEmpty && spelling.documents > spelling.ambiguous {
        entities.add(
          RunEntity(
            id: cell.id, name: spelling.name, type: type, documents: spelling.documents - spelling.ambiguous))
      }
    }
  }
}
