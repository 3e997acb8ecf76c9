import SvodkaKit

/// One row of a language's date patterns.
struct DatePattern: Sendable {
  /// What one place of a pattern takes.
  enum Item: Sendable {
    case words(Set<String>)
    case day, month, year, date, weekday, count, unit
  }
  /// What the expression means.
  enum Meaning: Sendable {
    case on, range, since, until
    /// A day or month of the year so many years from that of the given day.
    case inYear(Int)
    /// No date, though a part of it looks like one.
    case nothing
    /// The weekday before (0: that day or the last before it), -1 or 1 for last and next.
    case weekday(Int)
    /// The day so many days from the given one.
    case day(Int)
    /// The calendar unit so many units from that of the given day.
    case shift(Int, DateUnit)
    /// From the beginning of the unit that the given day is in.
    case sinceStart(DateUnit)
    /// The stretch of so many units that ends with the given day; without numbers, those that the text gives.
    case past(Int?, DateUnit?)
    /// The date so many units before or after the given day.
    case away(Int, Int?, DateUnit?)
  }
  struct Place: Sendable {
    var item: Item
    var isOptional: Bool
    /// It must stand there, but is no part of the expression.
    var isContext: Bool
  }

  let places: [Place]
  let meaning: Meaning

  /// Reads a pattern as it stands in a table.
  ///
  /// - Throws: `P103` for what is none.
  init(_ pattern: String, meaning: String) throws(AnalysisError) {
    var places: [Place] = []
    for piece in pattern.split(separator: " ") {
      var body = piece
      var place = Place(item: .day, isOptional: false, isContext: false)
      while let last = body.last, last == "?" || last == "~" {
        if last == "?" { place.isOptional = true } else { place.isContext = true }
        body = body.dropLast()
      }
      switch body {
      case "<day>": place.item = .day
      case "<month>": place.item = .month
      case "<year>": place.item = .year
      case "<date>": place.item = .date
      case "<weekday>": place.item = .weekday
      case "<n>": place.item = .count
      case "<unit>": place.item = .unit
      default:
        if body.hasPrefix("(") { body = body.dropFirst().dropLast() }
        place.item = .words(Set(body.split(separator: "|").map(String.init)))
      }
      places.append(place)
    }
    guard let meaning = Self.meaning(meaning), places.contains(where: { !$0.isOptional && !$0.isContext }) else {
      throw AnalysisError(.wrongValue, "no date pattern: '\(pattern)' is '\(meaning)'")
    }
    self.places = places
    self.meaning = meaning
  }

  private static func meaning(_ text: String) -> Meaning? {
    let words = text.split(separator: " ").map(String.init)
    let number = words.dropFirst().first.flatMap { Int($0) }
    let unit = words.last.flatMap(DateUnit.init)
    switch words.first {
    case "on": return .on
    case "in-year": return number.map { .inYear($0) }
    case "none": return .nothing
    case "range": return .range
    case "since": return .since
    case "until": return .until
    case "weekday": return .weekday(number ?? 0)
    case "day": return number.map { .day($0) }
    case "shift": return number.flatMap { number in unit.map { .shift(number, $0) } }
    case "since-start": return unit.map { .sinceStart($0) }
    case "past": return .past(number, unit)
    case "ago": return .away(-1, number, unit)
    case "ahead": return .away(1, number, unit)
    default: return nil
    }
  }

  /// What the pattern may begin with.
  var beginnings: [Item] {
    var items: [Item] = []
    for place in places {
      items.append(place.item)
      if !place.isOptional { break }
    }
    return items
  }
}
