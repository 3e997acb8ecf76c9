extension NumberGrammar {
  struct Digits {
    var value: Double
    var end: Int
    var kind: Amount.Kind = .cardinal
    var isPlain = true
  }

  /// A number in digits with its grouping and decimals; times, dates, ordinals and designations are told apart.
  func digits(at i: Int, isFirst: Bool) -> Digits? {
    guard let first = whole(i) else { return nil }
    var read = Digits(value: first, end: i + 1)
    if isFirst, isDesignation(i) {
      read.kind = .code
      read.end = designationEnd(i + 1)
      return read
    }
    let length = pieces[i].end - pieces[i].start
    if let clock = clockOrDate(i) { return clock }
    group(&read, from: i, length)
    decimals(&read, from: i)
    suffix(&read)
    return read
  }

  private func whole(_ i: Int) -> Double? {
    guard pieces[i].end - pieces[i].start <= 15 else { return nil }
    var value = 0
    for byte in bytes[pieces[i].start..<pieces[i].end] { value = value * 10 + Int(byte - 0x30) }
    return Double(value)
  }

  private func isDigits(_ i: Int, close: Bool, length: Int? = nil) -> Bool {
    guard i < pieces.count, pieces[i].kind == .digits, !close || isClose(i) else { return false }
    return length.map { pieces[i].end - pieces[i].start == $0 } ?? true
  }

  /// Digits that letters touch: Т-72, B52, COVID-19.
  private func isDesignation(_ i: Int) -> Bool {
    guard isClose(i) else { return false }
    if pieces[i - 1].kind == .word { return true }
    if has(i - 1, .hyphen), isClose(i - 1), pieces[i - 2].kind == .word, lexeme(i - 2)?.cardinal == nil { return true }
    return false
  }

  private func designationEnd(_ start: Int) -> Int {
    var i = start
    while isClose(i), pieces[i].kind != .mark || (has(i, .hyphen) && isClose(i + 1) && pieces[i + 1].kind != .mark) {
      i += 1
    }
    return i
  }

  private func markByte(_ i: Int) -> UInt8? {
    guard i < pieces.count, pieces[i].kind == .mark, isClose(i) else { return nil }
    return bytes[pieces[i].start]
  }

  /// 9:40, 12/05, 24/7, 12.05.2014, 2:1.
  private func clockOrDate(_ i: Int) -> Digits? {
    guard let mark = markByte(i + 1), isDigits(i + 2, close: true) else { return nil }
    if mark == 0x3A || mark == 0x2F {
      var end = i + 3
      while let next = markByte(end), next == mark, isDigits(end + 1, close: true) { end += 2 }
      return Digits(value: whole(i) ?? 0, end: end, kind: mark == 0x3A ? .date : .code)
    }
    if mark == 0x2E, let second = markByte(i + 3), second == 0x2E, isDigits(i + 4, close: true),
      !isDigits(i + 2, close: true, length: 3)
    {
      return Digits(value: whole(i) ?? 0, end: i + 5, kind: .date)
    }
    return nil
  }

  /// 1,200; 1 200; 1.200.300, as long as each group has three digits.
  private func group(_ read: inout Digits, from i: Int, _ length: Int) {
    guard length <= 3, bytes[pieces[i].start] != 0x30 else { return }
    var end = i + 1
    var groups = 0
    var value = read.value
    if has(end, .grouping), isClose(end), isDigits(end + 1, close: true, length: 3) {
      let mark = pieces[end].hash
      while end < pieces.count, pieces[end].hash == mark, isClose(end), isDigits(end + 1, close: true, length: 3),
        let next = whole(end + 1)
      {
        value = value * 1000 + next
        end += 2
        groups += 1
      }
      // One group behind the decimal mark is a decimal part where a scale or a unit follows: 1,125 млн.
      if groups == 1, lexeme(i + 1)?.roles.contains(.decimal) ?? false, asksForDecimals(end) { return }
    } else {
      while isDigits(end, close: false, length: 3), pieces[end].spaced, let next = whole(end),
        pieces[end].start - pieces[end - 1].end <= 3
      {
        value = value * 1000 + next
        end += 1
        groups += 1
      }
      if groups > 0, isDigits(end, close: false) { return }
    }
    guard groups > 0 else { return }
    read = Digits(value: value, end: end, isPlain: false)
  }

  private func asksForDecimals(_ i: Int) -> Bool {
    guard let lexeme = lexeme(i) else { return false }
    return lexeme.scale != nil || !lexeme.roles.isDisjoint(with: [.percent, .unit, .moneySign])
  }

  private func decimals(_ read: inout Digits, from i: Int) {
    let end = read.end
    guard let mark = lexeme(end), isClose(end), isDigits(end + 1, close: true) else { return }
    let isDecimal =
      mark.roles.contains(.decimal) || (mark.roles.contains(.grouping) && read.isPlain && asksForDecimals(end + 2))
    guard isDecimal, let part = whole(end + 1) else { return }
    var divisor = 1.0
    for _ in pieces[end + 1].start..<pieces[end + 1].end { divisor *= 10 }
    read.value = (read.value * divisor + part) / divisor
    read.end = end + 2
    read.isPlain = false
  }

  /// 21st, 80-е, 5G: what stands close behind the digits.
  private func suffix(_ read: inout Digits) {
    let end = read.end
    guard end < pieces.count, isClose(end) else { return }
    if pieces[end].kind == .word {
      if has(end, .ordinalSuffix), !has(end, .unit) {
        read.kind = .ordinal
      } else if lexeme(end)?.scale != nil {
        return
      } else if has(end, .unit) {
        read.kind = .measure
      } else {
        read.kind = .code
      }
      read.end = end + 1
    } else if has(end, .hyphen), isClose(end + 1), pieces[end + 1].kind == .word,
      has(end + 1, .cardinalSuffix) || has(end + 1, .smallCardinalSuffix) && (2...4).contains(read.value)
    {
      read.end = end + 2
    } else if has(end, .hyphen), isClose(end + 1), pieces[end + 1].kind == .word, has(end + 1, .ordinalSuffix) {
      read.kind = .ordinal
      read.end = end + 2
    }
  }
}
