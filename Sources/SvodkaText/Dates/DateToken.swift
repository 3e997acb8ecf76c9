import SvodkaKit

/// A word, number, mark or date in digits.
struct DateToken {
  enum Content {
    /// In small letters, ё as е.
    case word(String)
    /// A whole number with the count of its digits.
    case number(Int, digits: Int)
    case date(PartialDate)
    case mark(String)
    /// A line end, or anything that no date goes over.
    case end
  }

  var span: TextSpan
  var content: Content
  var isCapital = false
}

/// Cuts a text into tokens for dates.
struct DateScanner {
  private let scalars: ScalarReader
  private let vocabulary: DateVocabulary

  init(_ text: DocumentText, within span: TextSpan, _ vocabulary: DateVocabulary) {
    scalars = ScalarReader(bytes: text.bytes, span: span)
    self.vocabulary = vocabulary
  }

  /// The tokens in text order.
  func tokens() -> [DateToken] {
    var tokens: [DateToken] = []
    var i = scalars.span.start
    while let (scalar, after) = scalars.at(i) {
      if scalar.value < 0x80, (0x30...0x39).contains(scalar.value) {
        tokens.append(number(at: i))
      } else if scalar.properties.isAlphabetic {
        tokens.append(word(at: i))
      } else if scalar == "\n" || scalar == "\r" {
        tokens.append(DateToken(span: TextSpan(i, after), content: .end))
      } else if !scalar.properties.isWhitespace {
        tokens.append(DateToken(span: TextSpan(i, after), content: .mark(String(scalar))))
      }
      i = tokens.last.map { max($0.span.end, after) } ?? after
    }
    return tokens
  }

  private func word(at start: Int) -> DateToken {
    var end = start
    var isCapital = false
    while let (scalar, after) = scalars.at(end), scalar.properties.isAlphabetic {
      if end == start { isCapital = scalar.properties.isUppercase }
      end = after
    }
    let form = scalars.text(start, end).lowercased().replacing("ё", with: "е")
    return DateToken(span: TextSpan(start, end), content: .word(form), isCapital: isCapital)
  }

  private func digits(at start: Int) -> (value: Int, end: Int) {
    var (value, end) = (0, start)
    while end < scalars.span.end, (0x30...0x39).contains(scalars.bytes[end]) {
      value = end - start < 9 ? value * 10 + Int(scalars.bytes[end] - 0x30) : value
      end += 1
    }
    return (value, end)
  }

  private func number(at start: Int) -> DateToken {
    if let date = date(at: start) { return date }
    let (value, digitsEnd) = digits(at: start)
    var end = digitsEnd
    // 1,200 and 2.5 are no days; 21. at the end of a sentence is.
    while end + 1 < scalars.span.end, ".,:/".utf8.contains(scalars.bytes[end]),
      (0x30...0x39).contains(scalars.bytes[end + 1])
    {
      end = digits(at: end + 1).end
    }
    if end > digitsEnd { return DateToken(span: TextSpan(start, end), content: .mark("#")) }
    end = suffixEnd(end)
    return DateToken(span: TextSpan(start, end), content: .number(value, digits: digitsEnd - start))
  }

  /// Behind what may be glued to a number: 5-го, 21st.
  private func suffixEnd(_ end: Int) -> Int {
    var start = end
    if start < scalars.span.end, scalars.bytes[start] == UInt8(ascii: "-") { start += 1 }
    guard let (scalar, _) = scalars.at(start), scalar.properties.isAlphabetic else { return end }
    let word = word(at: start)
    if case .word(let form) = word.content, vocabulary.suffixes.contains(form) { return word.span.end }
    return end
  }

  /// 04.07.2018, 04/07/2018, 2018-07-04.
  private func date(at start: Int) -> DateToken? {
    var numbers: [(value: Int, length: Int)] = []
    var separators: [UInt8] = []
    var end = start
    for place in 0..<3 {
      let (value, after) = digits(at: end)
      if after == end { return nil }
      numbers.append((value, after - end))
      end = after
      if place < 2 {
        guard end < scalars.span.end, "./-".utf8.contains(scalars.bytes[end]) else { return nil }
        separators.append(scalars.bytes[end])
        end += 1
      }
    }
    guard separators[0] == separators[1] else { return nil }
    if end + 1 < scalars.span.end, separators[0] == scalars.bytes[end], (0x30...0x39).contains(scalars.bytes[end + 1]) {
      return nil
    }
    var (year, month, day) = (numbers[2].value, numbers[1].value, numbers[0].value)
    if separators[0] == UInt8(ascii: "-") {
      guard numbers.map(\.length) == [4, 2, 2] else { return nil }
      (year, day) = (numbers[0].value, numbers[2].value)
    } else {
      guard numbers[0].length <= 2, numbers[1].length <= 2, [2, 4].contains(numbers[2].length) else { return nil }
      if numbers[2].length == 2 { year += year < 70 ? 2000 : 1900 }
      let isMonthFirst = separators[0] == UInt8(ascii: "/") && vocabulary.monthFirst
      if isMonthFirst && day <= 12 || month > 12 { (month, day) = (day, month) }
    }
    guard let date = CivilDate(year: year, month: month, day: day) else { return nil }
    return DateToken(span: TextSpan(start, end), content: .date(PartialDate(date)))
  }
}
