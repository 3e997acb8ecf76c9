import SvodkaKit

/// What a Cyrillic letter costs after another, by which a wrong reading of bytes is told from a right one.
struct LetterPairs: Sendable {
  /// The number of letters, the edge of a word among them as number 0.
  let count: Int
  /// The cost in natural logarithms, `costs[previous * count + next]`.
  let costs: [Float]
  /// The letters' numbers by UTF-16 unit less 0x400: lower and upper case share a number.
  private let numbers: [UInt8]

  /// Reads the table of costs.
  ///
  /// - Throws: `R101` when it is missing, `R102` with the line when it is broken.
  init(resources: any ResourceProvider) throws(AnalysisError) {
    let (bytes, file) = try resources.read("Tables/encoding/letter-pairs.txt", of: "SvodkaText")
    var alphabet: [Unicode.Scalar] = []
    var costs: [Float] = []
    for (number, line) in String(decoding: bytes, as: UTF8.self).split(separator: "\n").enumerated() {
      if line.hasPrefix("#") { continue }
      let row = Array(line.unicodeScalars.dropFirst(2))
      if alphabet.isEmpty {
        alphabet = row
        continue
      }
      guard row.count == alphabet.count, row.allSatisfy({ $0.properties.isASCIIHexDigit || $0.properties.isAlphabetic })
      else {
        throw AnalysisError(
          .brokenResource, "a row of \(alphabet.count) digits of base 36 expected",
          location: SourceLocation(path: file, line: number + 1))
      }
      costs += row.map { Float(Int(String($0), radix: 36) ?? 35) / 4 }
    }
    guard !alphabet.isEmpty, costs.count == alphabet.count * alphabet.count else {
      throw AnalysisError(
        .brokenResource, "as many rows as letters expected", location: SourceLocation(path: file, line: nil))
    }
    self.count = alphabet.count
    self.costs = costs
    var numbers = [UInt8](repeating: 0, count: 0x100)
    for (number, letter) in alphabet.enumerated() where letter.value >= 0x400 && letter.value < 0x500 {
      numbers[Int(letter.value) - 0x400] = UInt8(number)
      if let upper = letter.properties.uppercaseMapping.unicodeScalars.first, upper.value >= 0x400, upper.value < 0x500
      {
        numbers[Int(upper.value) - 0x400] = UInt8(number)
      }
    }
    self.numbers = numbers
  }

  /// The number of a letter, nil when it is no letter of the table.
  func number(of unit: UInt16) -> UInt8? {
    guard unit >= 0x400, unit < 0x500 else { return nil }
    let number = numbers[Int(unit) - 0x400]
    return number == 0 ? nil : number
  }
}
