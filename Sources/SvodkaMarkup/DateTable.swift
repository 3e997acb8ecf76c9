import SvodkaKit
import SvodkaResources

/// How one language writes dates and by-lines (`Tables/dates.XX.yaml`).
struct DateTable: Decodable, Sendable {
  /// How "3 days ago" is said.
  struct Ago: Decodable, Sendable {
    /// The words behind the number, with their length in days.
    var units: [String: Int]
    /// Words for the number one.
    var one: [String]
    /// Those of the words that mean one where no number stands.
    var alone: [String]
    /// What stands behind them.
    var mark: String
  }

  var months: [[String]]
  var monthFirst: Bool
  var relative: [String: Int]
  var ago: Ago
  var published: [String]
  var changed: [String]
  var byline: [String]
  var joiners: [String]
  var after: [String]
  var nobody: [String]

  private enum CodingKeys: String, CodingKey {
    case months
    case monthFirst = "month-first"
    case relative, ago, published, changed, byline, joiners, after, nobody
  }
}

/// All languages' tables together.
struct DateTables: Sendable {
  let tables: [DateTable]
  let months: [String: Int]
  let relative: [String: Int]
  /// Words before the day of publication, and before one that is none.
  let published: [String]
  let changed: Set<String>
  /// What stands before authors' names, the longest first; what joins two names; what ends a by-line.
  let byline: [String]
  let joiners: [String]
  let after: Set<String>
  /// Words of dates and by-lines that are no names.
  let bylineWords: Set<String>

  init(resources: any ResourceProvider) throws(AnalysisError) {
    struct Languages: Decodable { var languages: [String] }
    let languages = try resources.decode(Languages.self, from: "Tables/languages.yaml", of: "SvodkaMarkup").languages
    var tables: [DateTable] = []
    for language in languages {
      tables.append(try resources.decode(DateTable.self, from: "Tables/dates.\(language).yaml", of: "SvodkaMarkup"))
    }
    self.tables = tables
    var months: [String: Int] = [:]
    var relative: [String: Int] = [:]
    for table in tables {
      for (index, names) in table.months.enumerated() { for name in names { months[name] = index + 1 } }
      for (word, days) in table.relative { relative[word] = days }
    }
    self.months = months
    self.relative = relative
    published = tables.flatMap(\.published)
    changed = Set(tables.flatMap(\.changed))
    byline = tables.flatMap(\.byline).sorted {
      ($1.utf8.count, $0) < ($0.utf8.count, $1)
    }
    joiners = tables.flatMap(\.joiners)
    after = Set(tables.flatMap(\.after))
    var words = Set(months.keys).union(relative.keys)
    for table in tables {
      for entry in table.byline + table.joiners + table.after { words.formUnion(Masthead.words(entry)) }
    }
    bylineWords = words
  }
}
