import SvodkaKit

/// A pattern laid on tokens, and what it took.
struct DateMatch {
  var days: [Int] = []
  var months: [Int] = []
  var years: [Int] = []
  var dates: [PartialDate] = []
  var weekday: Int?
  var count: Int?
  var unit: DateUnit?
  /// The first and last token that is part of the expression.
  var first: Int?
  var last: Int?
  /// Behind the last token looked at.
  var end = 0

  /// Lays a pattern on tokens from `start`. Nil when it does not fit; of several ways the longest.
  static func match(_ pattern: DatePattern, _ tokens: [DateToken], at start: Int, _ vocabulary: DateVocabulary)
    -> DateMatch?
  {
    var match = DateMatch()
    match.end = start
    return match.follow(pattern.places[...], tokens, vocabulary)
  }

  private func follow(_ places: ArraySlice<DatePattern.Place>, _ tokens: [DateToken], _ vocabulary: DateVocabulary)
    -> DateMatch?
  {
    guard let place = places.first else { return first == nil ? nil : self }
    var best: DateMatch?
    var taken = self
    if end < tokens.count, taken.take(place, tokens[end], end, vocabulary) {
      // Jan. 26
      if case .month = place.item, taken.end < tokens.count - 1, case .mark(".") = tokens[taken.end].content,
        tokens[taken.end].span.start == tokens[end].span.end, case .number = tokens[taken.end + 1].content
      {
        taken.end += 1
      }
      best = taken.follow(places.dropFirst(), tokens, vocabulary)
    }
    if place.isOptional, let other = follow(places.dropFirst(), tokens, vocabulary), other.end > best?.end ?? -1 {
      best = other
    }
    return best
  }

  private mutating func take(
    _ place: DatePattern.Place, _ token: DateToken, _ index: Int, _ vocabulary: DateVocabulary
  ) -> Bool {
    switch (place.item, token.content) {
    case (.words(let words), .word(let form)), (.words(let words), .mark(let form)):
      guard words.contains(form) else { return false }
    case (.day, .number(let value, let digits)):
      guard digits <= 2, (1...31).contains(value) else { return false }
      days.append(value)
    case (.year, .number(let value, let digits)):
      guard digits == 4, (1000...2999).contains(value) else { return false }
      years.append(value)
    case (.month, .word(let form)):
      guard let month = vocabulary.months[form], token.isCapital || !vocabulary.capitalized else { return false }
      months.append(month)
    case (.weekday, .word(let form)):
      guard let day = vocabulary.weekdays[form], token.isCapital || !vocabulary.capitalized else { return false }
      weekday = day
    case (.count, .word(let form)):
      guard let number = vocabulary.numbers[form] else { return false }
      count = number
    case (.count, .number(let value, let digits)):
      guard digits <= 3, value > 0 else { return false }
      count = value
    case (.unit, .word(let form)):
      guard let found = vocabulary.units[form] else { return false }
      unit = found
    case (.date, .date(let date)): dates.append(date)
    default: return false
    }
    if !place.isContext {
      first = first ?? index
      last = index
    }
    end = index + 1
    return true
  }
}
