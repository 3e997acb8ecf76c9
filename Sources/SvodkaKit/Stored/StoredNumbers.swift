/// A row of whole numbers as JSON text: `[3,0,-7]`.
package enum StoredNumbers {
  /// Appends the row.
  package static func write(_ numbers: [Int], to out: inout [UInt8]) {
    out.reserveCapacity(out.count + numbers.count * 4 + 2)
    out.append(UInt8(ascii: "["))
    for (place, number) in numbers.enumerated() {
      if place > 0 { out.append(UInt8(ascii: ",")) }
      if number >= 0, number < 10 {
        out.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number))
      } else {
        out.append(contentsOf: String(number).utf8)
      }
    }
    out.append(UInt8(ascii: "]"))
  }

  /// The numbers of a row; nil for any other text, and for numbers beyond 64 signed bits.
  package static func read(_ bytes: [UInt8]) -> [Int]? {
    guard bytes.count >= 2, bytes.first == UInt8(ascii: "["), bytes.last == UInt8(ascii: "]") else { return nil }
    var numbers: [Int] = []
    if bytes.count == 2 { return numbers }
    numbers.reserveCapacity(bytes.count / 3)
    return bytes.withUnsafeBufferPointer { bytes in
      var position = 1
      repeat {
        let isNegative = bytes[position] == UInt8(ascii: "-")
        if isNegative { position += 1 }
        let start = position
        var number = 0
        while case let digit = bytes[position], digit &- UInt8(ascii: "0") < 10 {
          // Below nought there is one number more than above it.
          let (product, isTooLong) = number.multipliedReportingOverflow(by: 10)
          let (sum, isTooGreat) = product.subtractingReportingOverflow(Int(digit &- UInt8(ascii: "0")))
          if isTooLong || isTooGreat { return nil }
          number = sum
          position += 1
        }
        if position == start || !isNegative && number == .min { return nil }
        numbers.append(isNegative ? number : -number)
        guard bytes[position] == UInt8(ascii: ",") else { break }
        position += 1
      } while position < bytes.count - 1
      return position == bytes.count - 1 && bytes[position - 1] != UInt8(ascii: ",") ? numbers : nil
    }
  }
}
