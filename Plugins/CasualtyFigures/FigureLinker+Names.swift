import SvodkaKit
import SvodkaLanguage
import SvodkaText

/// Numbers that count nobody: years, times, ages, the names of units.
extension FigureLinker {
  /// A number that names: a year, a time of day, "Battalion 33".
  func isName(_ tokens: Range<Int>, _ amount: Amount, _ noun: CountedNoun) -> Bool {
    let before = tokens.lowerBound - 1
    guard amount.isDigits, amount.qualifier == .exact, noun.people == nil else { return false }
    // «в 1983 ее муж»
    if reading.has(before, .preposition), isYear(amount), reading.victims[tokens.upperBound] == nil { return true }
    guard noun.victims == nil || noun.isUnknown || noun.isProper else { return false }
    if reading.has(before, .numbered) { return true }
    // "1) killed – 4": the number of an item.
    if noun.isEmpty, reading.range.contains(tokens.upperBound), reading.tokens[tokens.upperBound].key == ")",
      before < reading.range.lowerBound || reading.tokens[before].key == ";"
    {
      return true
    }
    // «супруги 1948 и 1951 г. р.»: a year behind whoever was born in it.
    if noun.isEmpty, isYear(amount),
      reading.victims.values.contains(where: { $0.tokens.upperBound == tokens.lowerBound })
    {
      return true
    }
    if reading.range.contains(before), Self.naming.contains(reading.tokens[before].key) { return true }
    // "10-7", "1 – 2"
    func isNumber(_ i: Int) -> Bool { reading.range.contains(i) && reading.tokens[i].kind == .number }
    if reading.has(tokens.upperBound, .dash), isNumber(tokens.upperBound + 1) { return true }
    if reading.has(before, .dash), isNumber(before - 1) { return true }
    if amount.low == 0 { return true }
    // «Утомлённые солнцем 2»: the last word of a title.
    if reading.has(tokens.upperBound, .quote), noun.isEmpty, reading.range.contains(before),
      reading.tokens[before].kind == .word, !reading.has(before, [.stop, .predicate, .object])
    {
      return true
    }
    // "at 10.25", "15:40": the number is part of a token.
    let whole = reading.tokens[tokens.lowerBound].span.union(reading.tokens[tokens.upperBound - 1].span)
    return whole.start < amount.span.start || whole.end > amount.span.end
  }

  /// Marks before a number that is no count.
  private static let naming: Set<String> = ["#", "=", "/", "$", "€", "£", "№", "+"]

  private func isYear(_ amount: Amount) -> Bool {
    amount.value >= 1000 && amount.value <= 2100 && amount.core.length == 4
  }

  /// "Petrov, 37, was killed", «двое детей, 4 и 9 лет», "children under five".
  func isAge(_ tokens: Range<Int>, _ amount: Amount, _ noun: CountedNoun) -> Bool {
    guard noun.isEmpty || noun.isUnknown, amount.value <= 110 else { return false }
    let (before, behind) = (tokens.lowerBound - 1, tokens.upperBound)
    // "aged 9 and 12", «девяти и 12 лет»
    if reading.has(before, .joiner),
      reading.amounts.contains(where: {
        $0.tokens.upperBound == before && ($0.value.kind == .age || $0.value.kind == .measure)
      })
    {
      return true
    }
    guard noun.isEmpty else { return false }
    // "thirteen children, all under ten,": a bound between commas.
    if amount.qualifier == .fewerThan || amount.qualifier == .moreThan, reading.has(behind, .comma),
      reading.has(before, .comma)
        || reading.has(before - 1, .comma) && !reading.has(before, [.predicate, .joiner, .dash]),
      reading.victims.values.contains(where: { $0.tokens.upperBound == before || $0.tokens.upperBound == before - 1 })
    {
      return true
    }
    if reading.has(behind, [.joiner, .comma]) {
      let next = reading.amounts.first { $0.tokens.lowerBound == behind + 1 }
      if next?.value.kind == .age || next?.value.kind == .measure { return true }
    }
    let people = { (end: Int) in reading.victims.values.contains { $0.tokens.upperBound == end } }
    if amount.qualifier == .fewerThan || amount.qualifier == .moreThan, people(tokens.lowerBound) { return true }
    // "The gunman was 22", "four of whom were under 18": a copula between people and the number alone.
    if reading.has(before, .copula), lexicon.needsDirection {
      let isBound = amount.qualifier == .fewerThan || amount.qualifier == .moreThan || amount.qualifier == .upTo
      if isBound || people(before) && !reading.has(before - 1, .predicate) && amount.isDigits { return true }
    }
    func isMark(_ i: Int, _ key: String) -> Bool { reading.range.contains(i) && reading.tokens[i].key == key }
    // "her husband (74)": a number alone in brackets behind whoever is that old.
    if amount.isDigits, amount.qualifier == .exact, isMark(before, "("), isMark(behind, ")"),
      people(before) || reading.range.contains(before - 1) && reading.tokens[before - 1].shape == .title
    {
      return true
    }
    guard amount.isDigits, reading.has(before, .comma) else { return false }
    let closes = !reading.range.contains(behind) || reading.has(behind, [.comma, .clause])
    return closes
      && (people(before) || reading.range.contains(before - 1) && reading.tokens[before - 1].shape == .title)
  }
}
