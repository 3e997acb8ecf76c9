/// A value that is stored as a row of numbers: its fields one after the other, without their keys; texts by number.
///
/// Its coding has to read its fields in the order in which it writes them, as a coding that is not written by hand does.
package protocol PackedCodable: Codable {
  /// Counts the changes of its fields: what is stored in one form is not read in another.
  static var form: Int { get }
}

extension PackedCodable {
  /// The value as numbers.
  ///
  /// - Throws: `EncodingError` for what the form has no place for.
  package func packed(_ texts: inout StoredTexts) throws -> [Int] {
    let row = PackedRow(texts: texts)
    texts = StoredTexts()
    defer { texts = row.texts }
    try encode(to: PackedEncoder(row: row))
    return row.numbers
  }

  /// Reads what ``packed(_:)`` wrote.
  ///
  /// - Throws: `DecodingError` where the numbers are of another shape.
  package init(packed numbers: [Int], texts: StoredTexts) throws {
    let row = PackedRow(numbers: numbers, texts: texts)
    self = try Self(from: PackedDecoder(row: row))
    guard row.position == numbers.count else { throw row.mismatch("there are more numbers than fields") }
  }
}

extension Array: PackedCodable where Element: PackedCodable {
  /// That of its elements.
  package static var form: Int { Element.form }
}

/// The numbers that are written or read.
final class PackedRow {
  var numbers: [Int] = []
  var texts: StoredTexts
  var position = 0

  init(numbers: [Int] = [], texts: StoredTexts) {
    self.numbers = numbers
    self.texts = texts
  }

  func append(_ number: Int) { numbers.append(number) }
  func append(_ text: String) { numbers.append(texts.number(of: text)) }

  func next() throws -> Int {
    guard position < numbers.count else { throw mismatch("the numbers end too early") }
    position += 1
    return numbers[position - 1]
  }

  func text() throws -> String {
    let number = try next()
    guard texts.all.indices.contains(number) else { throw mismatch("there is no text \(number)") }
    return texts.all[number]
  }

  func flag() throws -> Bool {
    switch try next() {
    case 0: false
    case 1: true
    default: throw mismatch("expected 0 or 1")
    }
  }

  /// Looks whether the next two numbers are the ends of a span, which may not lie the other way round.
  func expectSpan() throws {
    guard position + 1 < numbers.count, 0 <= numbers[position], numbers[position] <= numbers[position + 1] else {
      throw mismatch("expected a start and an end behind it")
    }
  }

  func double() throws -> Double { Double(bitPattern: UInt64(bitPattern: Int64(try next()))) }

  func mismatch(_ message: String) -> DecodingError {
    .dataCorrupted(.init(codingPath: [], debugDescription: "\(message), at number \(position)"))
  }
}
