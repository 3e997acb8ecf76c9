import SvodkaKit

/// A list of actors written as a table, one alias or phrase a row.
struct ActorTableReading {
  static let columns = ["key", "name_ru", "name_en", "side", "parent", "alias", "phrase", "type", "from", "until"]

  private let header: [String]
  private let rows: [[ConfigNode]]

  init(_ rows: [[ConfigNode]], file: String) throws(AnalysisError) {
    guard let first = rows.first else {
      throw AnalysisError(
        .wrongValue, "the table is empty: its header is some of " + Self.columns.joined(separator: ","),
        location: .init(path: file))
    }
    var header: [String] = []
    for cell in first {
      let name = cell.string ?? ""
      guard Self.columns.contains(name) else { throw ActorFields.unknown(name, Self.columns, at: cell.location) }
      guard !header.contains(name) else {
        throw AnalysisError(.wrongValue, "the column '\(name)' stands twice: remove one", location: cell.location)
      }
      header.append(name)
    }
    guard header.contains("key") else {
      throw AnalysisError(.wrongValue, "the column 'key' is missing in the header", location: first.first?.location)
    }
    self.header = header
    self.rows = Array(rows.dropFirst())
  }

  func list() throws(AnalysisError) -> ActorList {
    var list = ActorList(entries: [])
    for row in rows { try add(row, to: &list) }
    return list
  }

  private func add(_ row: [ConfigNode], to list: inout ActorList) throws(AnalysisError) {
    guard row.count == header.count else {
      throw AnalysisError(
        .wrongValue, "expected \(header.count) cells, as the header has, found \(row.count)",
        location: row.first?.location)
    }
    var cells: [ConfigNode.Entry] = []
    for (name, cell) in zip(header, row) where cell.string?.isEmpty == false {
      cells.append(.init(key: name, keyLocation: cell.location, value: cell))
    }
    let fields = try ActorFields(
      ConfigNode(.mapping(cells), at: row.first?.location), known: Self.columns)
    let key = try fields.required("key")
    var place = list.entries.firstIndex { $0.key == key } ?? -1
    if place < 0 {
      place = list.entries.count
      list.entries.append(
        .init(key: key, names: [], side: nil, parent: nil, aliases: [], phrases: [], location: fields["key"]?.location))
    }
    for (column, language) in [("name_ru", "ru"), ("name_en", "en")] {
      guard let name = try fields.text(column) else { continue }
      let known = list.entries[place].names.first { $0.language == language }?.name
      try agree(known, name, column, fields)
      guard known == nil else { continue }
      list.entries[place].names.append(.init(language: language, name: name))
      list.entries[place].aliases.append(
        .init(name: name, period: .init(), type: nil, location: fields[column]?.location))
    }
    if let side = try fields.text("side") {
      try agree(list.entries[place].side, side, "side", fields)
      list.entries[place].side = side
    }
    if let parent = try fields.text("parent") {
      try agree(list.entries[place].parent, parent, "parent", fields)
      list.entries[place].parent = parent
    }
    let period = try fields.period()
    let type = try fields.type("type")
    if let alias = try fields.text("alias") {
      list.entries[place].aliases.append(
        .init(name: alias, period: period, type: type, location: fields["alias"]?.location))
    }
    if let phrase = try fields.text("phrase") {
      list.entries[place].phrases.append(
        .init(pattern: phrase, period: period, location: fields["phrase"]?.location))
    }
  }

  /// What is said of a key in two rows is the same.
  private func agree(
    _ known: String?, _ said: String, _ column: String, _ fields: ActorFields
  ) throws(AnalysisError) {
    guard let known, known != said else { return }
    throw AnalysisError(
      .wrongValue, "'\(column)' is '\(said)' here and '\(known)' in a row before: give it once",
      location: fields[column]?.location)
  }
}
