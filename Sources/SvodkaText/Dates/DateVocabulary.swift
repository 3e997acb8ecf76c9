import SvodkaKit
import SvodkaResources

/// The words and patterns of dates in one language: `Tables/dates.LANGUAGE.yaml`.
struct DateVocabulary: Sendable {
  private struct File: Decodable {
    struct Units: Decodable {
      var hour: [String]
      var day: [String]
      var week: [String]
      var month: [String]
      var year: [String]
    }
    struct Pattern: Decodable {
      var when: String
      var `is`: String
    }
    var months: [[String]]
    var weekdays: [[String]]
    var capitalized: Bool
    var slash: String
    var units: Units
    var numbers: [[String]]
    var suffixes: [String]
    var patterns: [Pattern]
  }

  /// Months, weekdays and numbers from 1, by form.
  let months: [String: Int]
  let weekdays: [String: Int]
  let numbers: [String: Int]
  let units: [String: DateUnit]
  /// Months and weekdays have a capital.
  let capitalized: Bool
  /// In 07/04/2018 the month comes first.
  let monthFirst: Bool
  /// What may be glued to a number.
  let suffixes: Set<String>
  let patterns: [DatePattern]
  /// The patterns that a word may begin, by word, and those that a number or a date in digits may.
  private let byWord: [String: [Int]]
  private let byNumber: [Int]
  private let byDate: [Int]

  /// Reads the table of a language.
  ///
  /// - Throws: `R101` when there is none, `P101`…`P103` when it is broken.
  init(language: String, resources: any ResourceProvider) throws(AnalysisError) {
    let file = try resources.decode(File.self, from: "Tables/dates.\(language).yaml", of: "SvodkaText")
    func numbered(_ lists: [[String]]) -> [String: Int] {
      var forms: [String: Int] = [:]
      for (i, list) in lists.enumerated() { for form in list { forms[form] = i + 1 } }
      return forms
    }
    months = numbered(file.months)
    weekdays = numbered(file.weekdays)
    numbers = numbered(file.numbers)
    capitalized = file.capitalized
    monthFirst = file.slash == "month-day"
    suffixes = Set(file.suffixes)
    var units: [String: DateUnit] = [:]
    let lists: [(DateUnit, [String])] = [
      (.hour, file.units.hour), (.day, file.units.day), (.week, file.units.week), (.month, file.units.month),
      (.year, file.units.year),
    ]
    for (unit, forms) in lists { for form in forms { units[form] = unit } }
    self.units = units
    var patterns: [DatePattern] = []
    for pattern in file.patterns { patterns.append(try DatePattern(pattern.when, meaning: pattern.is)) }
    self.patterns = patterns

    var byWord: [String: [Int]] = [:]
    var (byNumber, byDate): ([Int], [Int]) = ([], [])
    for (i, pattern) in patterns.enumerated() {
      for item in pattern.beginnings {
        switch item {
        case .words(let words): for word in words { byWord[word, default: []].append(i) }
        case .month: for word in months.keys { byWord[word, default: []].append(i) }
        case .weekday: for word in weekdays.keys { byWord[word, default: []].append(i) }
        case .unit: for word in units.keys { byWord[word, default: []].append(i) }
        case .count:
          for word in numbers.keys { byWord[word, default: []].append(i) }
          byNumber.append(i)
        case .day, .year: byNumber.append(i)
        case .date: byDate.append(i)
        }
      }
    }
    self.byWord = byWord
    self.byNumber = byNumber
    self.byDate = byDate
  }

  /// The patterns that may begin with a token.
  func patterns(beginningWith token: DateToken) -> [Int] {
    switch token.content {
    case .word(let word), .mark(let word): byWord[word] ?? []
    case .number: byNumber
    case .date: byDate
    case .end: []
    }
  }
}

/// A unit of time.
enum DateUnit: String, Sendable {
  case hour, day, week, month, year
}
