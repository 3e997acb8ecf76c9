import SvodkaKit

/// Turns what an expression says into dates, against the day that the text speaks from.
struct DateResolution {
  /// The day; nil when it is not known.
  let day: CivilDate?

  /// Nil when there is no such date, as of 31 April.
  func mention(_ match: DateMatch, _ meaning: DatePattern.Meaning, _ span: TextSpan) -> DateMention? {
    func date(_ value: PartialDate?) -> DateMention {
      DateMention(span: span, kind: .date, start: value, end: value, weekday: match.weekday)
    }
    switch meaning {
    case .on:
      guard let value = endpoint(match, 0), exists(value) else { return nil }
      return date(nearest(value))
    case .inYear(let years):
      guard var value = endpoint(match, 0), exists(value) else { return nil }
      value.year = day.map { $0.year + years }
      return date(value)
    case .nothing: return nil
    case .range:
      guard let (first, last) = endpoints(match), exists(first), exists(last) else { return nil }
      return DateMention(span: span, kind: .period, start: nearest(first), end: nearest(last))
    case .since:
      if match.weekday != nil {
        return DateMention(
          span: span, kind: .since, start: weekday(match, 0).map { PartialDate($0) }, end: nil, weekday: match.weekday)
      }
      guard let value = endpoint(match, 0), exists(value) else { return nil }
      return DateMention(span: span, kind: .since, start: lastBefore(value), end: nil)
    case .until:
      guard let value = endpoint(match, 0), exists(value) else { return nil }
      return DateMention(span: span, kind: .until, start: nil, end: nearest(value))
    case .weekday(let direction): return date(weekday(match, direction).map { PartialDate($0) })
    case .day(let days): return date(day?.advanced(byDays: days).map { PartialDate($0) })
    case .shift(let count, let unit): return shifted(count, unit, span)
    case .sinceStart(let unit):
      return DateMention(
        span: span, kind: .since, start: day.flatMap { Self.start(of: unit, $0) }.map { PartialDate($0) }, end: nil)
    case .past(let count, let unit):
      guard let unit = unit ?? match.unit else { return nil }
      let number = count ?? match.count ?? 1
      let start = day.flatMap { Self.moved($0, -number, unit) }?.advanced(byDays: unit == .hour || unit == .day ? 0 : 1)
      return DateMention(
        span: span, kind: .period, start: start.map { PartialDate($0) }, end: day.map { PartialDate($0) })
    case .away(let sign, let count, let unit):
      guard let unit = unit ?? match.unit else { return nil }
      let moved = day.flatMap { Self.moved($0, sign * (count ?? match.count ?? 1), unit) }
      return date(
        moved.map {
          switch unit {
          case .hour, .day, .week: PartialDate($0)
          case .month: PartialDate(year: $0.year, month: $0.month)
          case .year: PartialDate(year: $0.year)
          }
        })
    }
  }

  /// What the text itself gives of the first or second date.
  private func endpoint(_ match: DateMatch, _ i: Int) -> PartialDate? {
    if i < match.dates.count { return match.dates[i] }
    func part(_ values: [Int]) -> Int? { i < values.count ? values[i] : nil }
    let value = PartialDate(year: part(match.years), month: part(match.months), day: part(match.days))
    return value == PartialDate() ? nil : value
  }

  /// Both ends of a period: what one leaves out it has from the other.
  private func endpoints(_ match: DateMatch) -> (PartialDate, PartialDate)? {
    if match.dates.count == 2 { return (match.dates[0], match.dates[1]) }
    let dayCount = max(match.days.count, match.months.count, match.years.count)
    guard dayCount == 2 else { return nil }
    func pair(_ values: [Int]) -> (Int?, Int?) {
      switch values.count {
      case 0: (nil, nil)
      case 1: (values[0], values[0])
      default: (values[0], values[1])
      }
    }
    let (days, months, years) = (pair(match.days), pair(match.months), pair(match.years))
    return (
      PartialDate(year: years.0, month: months.0, day: match.days.isEmpty ? nil : days.0),
      PartialDate(year: years.1, month: months.1, day: match.days.isEmpty ? nil : days.1)
    )
  }

  /// 29 February may be without a year; 31 April may not.
  private func exists(_ value: PartialDate) -> Bool {
    guard let month = value.month, let day = value.day else { return true }
    return CivilDate(year: value.year ?? 2000, month: month, day: day) != nil
  }

  /// The year that lies nearest to the given day, where the text gives none.
  private func nearest(_ value: PartialDate) -> PartialDate {
    guard value.year == nil, value.month != nil, let day else { return value }
    var best: (date: PartialDate, distance: Int)?
    for year in [day.year, day.year - 1, day.year + 1] {
      var candidate = value
      candidate.year = year
      guard let first = candidate.first, let last = candidate.last else { continue }
      let distance =
        first <= day && day <= last ? 0 : min(abs(first.dayNumber - day.dayNumber), abs(last.dayNumber - day.dayNumber))
      if distance < best?.distance ?? Int.max { best = (candidate, distance) }
    }
    return best?.date ?? value
  }

  /// The last such date that does not lie behind the given day, where the text gives no year.
  private func lastBefore(_ value: PartialDate) -> PartialDate {
    guard value.year == nil, value.month != nil, let day else { return value }
    for year in [day.year, day.year - 1] {
      var candidate = value
      candidate.year = year
      if let first = candidate.first, first <= day { return candidate }
    }
    return value
  }

  /// The weekday on or before the given day; for -1 before it, for 1 behind it.
  private func weekday(_ match: DateMatch, _ direction: Int) -> CivilDate? {
    guard let day, let weekday = match.weekday else { return nil }
    let back = (day.weekday - weekday + 7) % 7
    switch direction {
    case 0: return day.advanced(byDays: -back)
    case ..<0: return day.advanced(byDays: back == 0 ? -7 : -back)
    default: return day.advanced(byDays: 7 - back)
    }
  }

  private func shifted(_ count: Int, _ unit: DateUnit, _ span: TextSpan) -> DateMention {
    let moved = day.flatMap { Self.start(of: unit, $0) }.flatMap { Self.moved($0, count, unit) }
    switch unit {
    case .month, .year:
      let value = moved.map { PartialDate(year: $0.year, month: unit == .month ? $0.month : nil) }
      return DateMention(span: span, kind: .date, start: value, end: value)
    case .hour, .day, .week:
      let last = moved?.advanced(byDays: unit == .week ? 6 : 0)
      return DateMention(
        span: span, kind: .period, start: moved.map { PartialDate($0) }, end: last.map { PartialDate($0) })
    }
  }

  private static func start(of unit: DateUnit, _ day: CivilDate) -> CivilDate? {
    switch unit {
    case .hour, .day: day
    case .week: day.advanced(byDays: 1 - day.weekday)
    case .month: CivilDate(year: day.year, month: day.month, day: 1)
    case .year: CivilDate(year: day.year, month: 1, day: 1)
    }
  }

  /// A month from 31 January is 28 or 29 February.
  private static func moved(_ day: CivilDate, _ count: Int, _ unit: DateUnit) -> CivilDate? {
    switch unit {
    case .hour: return day.advanced(byDays: count < 0 ? -((23 - count) / 24) : count / 24)
    case .day: return day.advanced(byDays: count)
    case .week: return day.advanced(byDays: 7 * count)
    case .month, .year:
      let months = day.year * 12 + day.month - 1 + count * (unit == .year ? 12 : 1)
      guard months >= 12 else { return nil }
      let (year, month) = (months / 12, months % 12 + 1)
      return CivilDate(year: year, month: month, day: min(day.day, CivilDate.days(in: month, of: year)))
    }
  }
}
