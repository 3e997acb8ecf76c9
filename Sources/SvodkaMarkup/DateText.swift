import SvodkaKit

/// Reads publication dates as pages write them, into ISO 8601: a day, or a time where its offset is told.
struct DateText: Sendable {
  let tables: DateTables
  /// Whether 02/03/2016 is in February.
  var monthFirst: Bool
  /// The day of reading, for "yesterday".
  var today: CivilDate?

  /// The first date in a text; nil when there is none.
  func date(in text: String) -> String? {
    if let iso = Self.machine(text) { return iso }
    let parts = Self.parts(text)
    for index in parts.indices {
      if let found = numeric(parts, index) ?? named(parts, index) { return found }
    }
    guard let today else { return nil }
    for index in parts.indices {
      if let days = daysAgo(parts, index), let day = today.advanced(byDays: -days) { return day.description }
    }
    for part in parts {
      if let days = tables.relative[part], let day = today.advanced(byDays: days) { return day.description }
    }
    return nil
  }

  /// The days that "3 days ago" or "an hour ago" tells, when it begins at a part.
  private func daysAgo(_ parts: [String], _ i: Int) -> Int? {
    for ago in tables.tables.map(\.ago) {
      let hasNumber = Int(parts[i]) != nil || ago.one.contains(parts[i])
      guard hasNumber || ago.alone.contains(parts[i]) else { continue }
      let unit = hasNumber ? i + 1 : i
      guard unit + 1 < parts.count, parts[unit + 1] == ago.mark, let days = ago.units[parts[unit]],
        case let number = Int(parts[i]) ?? 1, number < 1000
      else { continue }
      return number * days
    }
    return nil
  }

  /// A date as machines write it, `2016-01-30T09:00:00+0300` or `2016-01-30 09:00`; nil for anything else. A time whose
  /// offset is not told is left out.
  static func machine(_ text: String) -> String? {
    let bytes = Array(text.utf8.drop { $0 <= 0x20 })
    guard let day = CivilDate(iso: String(decoding: bytes.prefix(10), as: UTF8.self)), plausible(day) else {
      return nil
    }
    guard bytes.count > 10 else { return day.description }
    guard bytes[10] == 0x54 || bytes[10] == 0x20 || bytes[10] == 0x74 else {
      return (0x30...0x39).contains(bytes[10]) ? nil : day.description
    }
    var index = 11
    func two() -> Int? {
      guard index + 1 < bytes.count, (0x30...0x39).contains(bytes[index]), (0x30...0x39).contains(bytes[index + 1])
      else {
        return nil
      }
      defer { index += 2 }
      return Int(bytes[index] - 0x30) * 10 + Int(bytes[index + 1] - 0x30)
    }
    func skip(_ byte: UInt8) -> Bool {
      guard index < bytes.count, bytes[index] == byte else { return false }
      index += 1
      return true
    }
    guard let hour = two(), hour < 24, skip(0x3A), let minute = two(), minute < 60 else { return day.description }
    var second = 0
    if skip(0x3A) { second = two() ?? 0 }
    if skip(0x2E) { while index < bytes.count, (0x30...0x39).contains(bytes[index]) { index += 1 } }
    _ = skip(0x20)
    let time = "\(day)T\(pad(hour)):\(pad(minute)):\(pad(min(second, 59)))"
    if skip(0x5A) || skip(0x7A) { return time + "Z" }
    guard index < bytes.count, bytes[index] == 0x2B || bytes[index] == 0x2D else { return day.description }
    let sign = bytes[index] == 0x2B ? "+" : "-"
    index += 1
    guard let hours = two(), hours < 15 else { return day.description }
    _ = skip(0x3A)
    let minutes = two() ?? 0
    return "\(time)\(sign)\(pad(hours)):\(pad(min(minutes, 59)))"
  }

  private static func pad(_ n: Int) -> String { n < 10 ? "0\(n)" : String(n) }

  private static func plausible(_ day: CivilDate) -> Bool { (1990...2099).contains(day.year) }

  /// Words and numbers in lower case, and the marks `.`, `/` and `-` by themselves.
  private static func parts(_ text: String) -> [String] {
    var text = text
    if let plain = text.withUTF8(plainParts) { return plain }
    var parts: [String] = []
    var word = ""
    var digits = false
    func isDigit(_ c: Character) -> Bool { c.isASCII && c.isNumber }
    for character in text.prefix(300).lowercased() {
      if character.isLetter || isDigit(character) {
        if !word.isEmpty, isDigit(character) != digits {
          parts.append(word)
          word = ""
        }
        digits = isDigit(character)
        word.append(character)
      } else {
        if !word.isEmpty { parts.append(word) }
        word = ""
        if "./-".contains(character) { parts.append(String(character)) }
      }
    }
    if !word.isEmpty { parts.append(word) }
    return parts
  }

  /// The same by bytes; nil where there is more than ASCII, basic Cyrillic and the usual marks.
  private static func plainParts(_ text: UnsafeBufferPointer<UInt8>) -> [String]? {
    var words = FoldedWords()
    var digits = false
    var (index, characters) = (0, 0)
    func close() -> Bool {
      guard words.lowerCyrillic() else { return false }
      words.close()
      return true
    }
    while index < text.count, characters < 300 {
      let byte = text[index]
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0xD0, 0xD1:
        let isDigit = byte < 0x40
        if isDigit != digits { guard close() else { return nil } }
        digits = isDigit
        words.append((0x41...0x5A).contains(byte) ? byte + 0x20 : byte)
        if byte >= 0x80 {
          words.append(text[index + 1])
          index += 1
        }
      default:
        // Line ends of two bytes are one character.
        guard byte != 0x0D, let length = UsualMarks.length(at: index, in: text), close() else { return nil }
        if (0x2D...0x2F).contains(byte) {
          words.append(byte)
          words.close()
        }
        index += length - 1
      }
      index += 1
      characters += 1
    }
    guard close() else { return nil }
    return (0..<words.count).map { String(decoding: words[$0], as: UTF8.self) }
  }

  /// `30.01.2016`, `1/30/2016`, `2016/01/30`.
  private func numeric(_ parts: [String], _ i: Int) -> String? {
    guard i + 4 < parts.count, parts[i + 1] == parts[i + 3], [".", "/", "-"].contains(parts[i + 1]),
      let a = Int(parts[i]), let b = Int(parts[i + 2]), let c = Int(parts[i + 4]), parts[i].count != 3
    else { return nil }
    if parts[i].count == 4 { return Self.day(a, b, c) }
    guard parts[i].count <= 2, parts[i + 2].count <= 2, parts[i + 4].count == 4 || parts[i + 4].count == 2 else {
      return nil
    }
    let year = parts[i + 4].count == 2 ? 2000 + c : c
    if parts[i + 1] == "/", monthFirst, a <= 12 { return Self.day(year, a, b) ?? Self.day(year, b, a) }
    return Self.day(year, b, a) ?? (parts[i + 1] == "." ? nil : Self.day(year, a, b))
  }

  /// `30 January 2016`, `January 30th, 2016`, `30 января 2016`.
  private func named(_ parts: [String], _ i: Int) -> String? {
    guard let month = tables.months[parts[i]] else { return nil }
    func number(_ index: Int, skipping skipped: Set<String>) -> (Int, Int)? {
      var index = index
      while parts.indices.contains(index), skipped.contains(parts[index]) { index += 1 }
      guard parts.indices.contains(index), let n = Int(parts[index]) else { return nil }
      return (n, index)
    }
    let marks: Set<String> = [".", "-", "/", "st", "nd", "rd", "th", "of"]
    var before = i - 1
    while parts.indices.contains(before), marks.contains(parts[before]) { before -= 1 }
    if parts.indices.contains(before), parts[before].count <= 2, let day = Int(parts[before]),
      let (year, _) = number(i + 1, skipping: marks), let found = Self.day(year, month, day)
    {
      return found
    }
    if let (day, at) = number(i + 1, skipping: marks), day <= 31, let (year, _) = number(at + 1, skipping: marks) {
      return Self.day(year, month, day)
    }
    // `2016 Jan 30`
    if parts.indices.contains(before), parts[before].count == 4, let year = Int(parts[before]),
      let (day, _) = number(i + 1, skipping: marks)
    {
      return Self.day(year, month, day)
    }
    return nil
  }

  private static func day(_ year: Int, _ month: Int, _ day: Int) -> String? {
    CivilDate(year: year, month: month, day: day).flatMap { plausible($0) ? $0.description : nil }
  }
}
